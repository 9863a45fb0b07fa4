import { parseNumber } from '~/chat/rules';
import { signOfLife } from '~/client/protocol';
import { AppError, notFound } from '~/errors';
import { done } from '~/http/answer';
import { membersPost } from '~/http/route';
import { moveReadingMark } from '~/salons/queries/room';
import { parseSalonId } from '~/salons/rules';
import { href } from '~/urls';

/** D41: the script says how far has been read. For a stranger it moves nothing, and answers the same. */
export const action = membersPost(async ({ context, viewer, params, form, url }) => {
  const salonId = parseSalonId(params.salon);
  if (!salonId) throw notFound();
  context.stillThere(salonId, viewer);
  // Of a salon that she does not follow it says nothing to anybody.
  if (url.search === signOfLife) return done(href('salon', { salon: salonId }));
  const seq = parseNumber(form.jusqua);
  if (seq === null) throw new AppError('invalid', 'jusqua');
  await context.database.asViewer(viewer.id, (tx) => moveReadingMark(tx, salonId, seq));
  return done(href('salon', { salon: salonId }));
});
