import { members } from '~/http/route';
import { MyDataPage } from '~/privacy/views/my-data';
import type { PageHandle } from '~/root';

export const loader = members(async () => ({}));

export const handle = { title: () => 'Mes données' } satisfies PageHandle;

export default function MyData() {
  return <MyDataPage />;
}
