import { notFound } from '~/errors';
import { done } from '~/http/answer';
import { membersPost } from '~/http/route';
import { isMember } from '~/salons/queries/room';
import { parseSalonId } from '~/salons/rules';
import { href } from '~/urls';

/** « Monique écrit… » for the others; relayed, never stored. */
export const action = membersPost(async ({ context, viewer, params }) => {
  const salonId = parseSalonId(params.salon);
  if (!salonId || !(await context.database.asViewer(viewer.id, (tx) => isMember(tx, salonId)))) throw notFound();
  // Who would rather not be seen is not announced either (G09).
  if (viewer.chosenStatus !== 'offline') context.typing(salonId, viewer);
  return done(href('salon', { salon: salonId }));
});
