import { askAddressChange } from '~/auth/commands/change-address';
import { accountOf } from '~/auth/queries/accounts';
import { waitingAddress } from '~/auth/queries/addresses';
import { parseNewAddress } from '~/auth/rules/address';
import { AddressPage } from '~/auth/views/settings/address';
import { typed } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { href } from '~/urls';

export const loader = members(async ({ context: { database }, viewer }) => {
  const account = await database.systemStatement((tx) => accountOf(tx, viewer.id));
  const waiting = await database.systemStatement((tx) => waitingAddress(tx, viewer.id));
  return { email: account?.email ?? '', waiting };
});

export const action = membersPost(async ({ context, viewer, form }) => {
  const refused = (errors: Readonly<Record<string, string>>) =>
    page({ errors, typed: typed(form, 'courriel').courriel ?? '' }, 422);
  const parsed = parseNewAddress(form);
  if (!parsed.ok) return refused(parsed.errors);
  if (!(await askAddressChange(context, viewer, parsed.value))) {
    return refused({ courriel: 'C’est déjà l’adresse de votre compte. Écrivez la nouvelle.' });
  }
  return seeOther(href('emailSettings'));
});

export const handle = { title: () => 'Mon adresse de courriel' } satisfies PageHandle;

export default function AddressSettings() {
  const refused = useActionData<typeof action>();
  return (
    <AddressPage {...useLoaderData<typeof loader>()} typed={refused?.typed ?? ''} errors={refused?.errors ?? {}} />
  );
}
