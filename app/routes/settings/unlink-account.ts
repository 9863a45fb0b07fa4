import { unlinkProvider } from '~/auth/commands/provider-sign-in';
import { isProviderName } from '~/auth/rules/provider';
import { notFound } from '~/errors';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const action = membersPost(async ({ context, viewer, params }) => {
  if (!isProviderName(params.fournisseur)) throw notFound();
  await unlinkProvider(context, viewer, params.fournisseur);
  return seeOther(href('linkedAccounts', {}, said('plus-relie')));
});
