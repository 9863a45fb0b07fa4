import { redirect } from '@remix-run/node';
import { sendProofCode } from '~/auth/commands/proof';
import { safeReturn } from '~/auth/rules/return';
import { membersPost } from '~/http/route';
import { href } from '~/urls';

export const action = membersPost(async ({ context, viewer, form }) => {
  await sendProofCode(context, viewer);
  return redirect(href('proof', {}, { retour: safeReturn(form.retour), envoi: 1 }), 303);
});
