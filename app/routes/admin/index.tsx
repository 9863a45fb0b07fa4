import { AdminStart } from '~/admin/views/start';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';

/** Each finds the pages that she may open; for everybody else it is not there. */
export const loader = members(async ({ viewer: { appRole } }) => {
  return { role: appRole };
});

export const handle = { title: () => 'Équipe' } satisfies PageHandle;

export default function Admin() {
  return <AdminStart {...useLoaderData<typeof loader>()} />;
}
