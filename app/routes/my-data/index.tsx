import { MyDataPage } from '~/admin/views/my-data';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';

export const loader = members(async () => ({}));

export const handle = { title: () => 'Mes données' } satisfies PageHandle;

export default function MyData() {
  return <MyDataPage />;
}
