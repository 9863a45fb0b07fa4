import { sendProofCode } from '~/auth/commands/proof';
import { safeReturn } from '~/auth/rules/return';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { href } from '~/urls';

export const action = membersPost(async ({ context, viewer, form }) => {
  await sendProofCode(context, viewer);
  return seeOther(href('proof', {}, { retour: safeReturn(form.retour), envoi: 1 }));
});
