import { parseMessageId } from '~/chat/rules';
import { AppError, notFound } from '~/errors';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { said } from '~/routes/flashes';
import { pinMessage } from '~/salons/commands/keeping';
import { isMember } from '~/salons/queries/room';
import { parseSalonId } from '~/salons/rules';
import { href } from '~/urls';

/** A message's id pins it in the place of the one before; `retirer` leaves none. */
export const action = membersPost(async ({ context, viewer, params, form }) => {
  const salon = parseSalonId(params.salon);
  if (!salon) throw notFound();
  const message = parseMessageId(form.message);
  if (message === null && form.retirer === undefined) {
    // What is no salon of hers is not there, whatever was sent.
    throw (await context.database.asViewer(viewer.id, (tx) => isMember(tx, salon)))
      ? new AppError('invalid', 'message')
      : notFound();
  }
  await pinMessage(context, viewer, salon, form.retirer === undefined ? message : null);
  return seeOther(href('salon', { salon }, said(form.retirer === undefined ? 'message-epingle' : 'epingle-retiree')));
});
