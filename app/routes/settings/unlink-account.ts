import { redirect } from '@remix-run/node';
import { unlinkProvider } from '~/auth/commands/provider-sign-in';
import { isProviderName } from '~/auth/rules/provider';
import { notFound } from '~/errors';
import { FLASH } from '~/http/flash';
import { freshlyProven, membersPost } from '~/http/route';
import { href } from '~/urls';

export const action = membersPost(
  freshlyProven(async ({ context, viewer, params }) => {
    if (!isProviderName(params.fournisseur)) throw notFound();
    await unlinkProvider(context, viewer, params.fournisseur);
    return redirect(href('linkedAccounts', {}, { [FLASH]: 'plus-relie' }), 303);
  }),
);
