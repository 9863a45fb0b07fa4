import { idleDelayFor } from '~/auth/queries/settings';
import { idleDelayOf } from '~/auth/rules/settings';
import { PresenceSettingsPage } from '~/auth/views/settings/presence';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';

export const loader = members(async ({ context, viewer }) => ({
  delay: idleDelayOf(await context.database.systemStatement((tx) => idleDelayFor(tx, viewer.id))),
}));

export const handle = { title: () => 'Présence' } satisfies PageHandle;

export default function PresenceSettings() {
  return <PresenceSettingsPage {...useLoaderData<typeof loader>()} />;
}
