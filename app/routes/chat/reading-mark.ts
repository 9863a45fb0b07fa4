import { parseNumber } from '~/chat/rules';
import { AppError, notFound } from '~/errors';
import { done } from '~/http/answer';
import { membersPost } from '~/http/route';
import { moveReadingMark } from '~/salons/queries/room';
import { parseSalonId } from '~/salons/rules';
import { href } from '~/urls';

/** D41: the script says how far has been read. For a stranger it moves nothing, and answers the same. */
export const action = membersPost(async ({ context, viewer, params, form }) => {
  const salonId = parseSalonId(params.salon);
  if (!salonId) throw notFound();
  const seq = parseNumber(form.jusqua);
  if (seq === null) throw new AppError('invalid', 'jusqua');
  await context.database.asViewer(viewer.id, (tx) => moveReadingMark(tx, salonId, seq));
  return done(href('salon', { salon: salonId }));
});
