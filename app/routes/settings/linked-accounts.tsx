import { linkedAccounts } from '~/auth/queries/oauth';
import { LinkedAccountsPage } from '~/auth/views/settings/linked-accounts';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';

export const loader = members(async ({ context: { database, providers }, viewer }) => {
  const linked = await database.systemStatement((tx) => linkedAccounts(tx, viewer.id));
  const offered = [...providers.keys()].filter((name) => linked.every(({ provider }) => provider !== name));
  return { linked: [...linked], offered, now: new Date() };
});

export const handle = { title: () => 'Mes comptes reliés' } satisfies PageHandle;

export default function LinkedAccounts() {
  return <LinkedAccountsPage {...useLoaderData<typeof loader>()} />;
}
