import { devicesOf } from '~/auth/commands/devices';
import { DevicesPage } from '~/auth/views/settings/devices';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';

export const loader = members(async ({ context, viewer }) => ({
  devices: await devicesOf(context, viewer),
  now: new Date(),
}));

export const handle = { title: () => 'Mes appareils connectés' } satisfies PageHandle;

export default function Devices() {
  return <DevicesPage {...useLoaderData<typeof loader>()} />;
}
