import { AdminStart } from '~/admin/views/start';
import { admins } from '~/http/route';
import type { PageHandle } from '~/root';

export const loader = admins(async () => null);

export const handle = { title: () => 'Équipe' } satisfies PageHandle;

export default function Admin() {
  return <AdminStart />;
}
