import { notFound } from '~/errors';
import { fileAnswer } from '~/file-answer';
import { parseUuid } from '~/forms';
import { file } from '~/http/answer';
import { members } from '~/http/route';
import { exportFile } from '~/privacy/commands/export';
import { copyOf } from '~/privacy/queries/exports';

/** The member's own, as long as it stands: anybody else, and an old one, are the same « not there ». */
export const loader = members(async ({ context, viewer, params, request }) => {
  const id = parseUuid(params.copie);
  const copy = await context.database.systemStatement((tx) => copyOf(tx, viewer.id));
  const answer =
    id && copy?.readyAt && copy.id === id && (await fileAnswer(request, exportFile(context.config, id), ZIP));
  if (!answer) throw notFound();
  answer.headers.set('Content-Disposition', 'attachment; filename="mes-donnees-aurora50.zip"');
  // All of her in one file: no browser of a borrowed computer keeps it.
  answer.headers.set('Cache-Control', 'private, no-store');
  return file(answer);
});

const ZIP = 'application/zip';
