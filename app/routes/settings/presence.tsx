import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import { PresenceSettingsPage } from '~/presence/views/settings';
import type { PageHandle } from '~/root';
import { loadPresence } from '~/routes/presence/load-presence';

export const loader = members(({ context, viewer }) => loadPresence(context, viewer));

export const handle = { title: () => 'Présence' } satisfies PageHandle;

export default function PresenceSettings() {
  return <PresenceSettingsPage {...useLoaderData<typeof loader>()} errors={{}} />;
}
