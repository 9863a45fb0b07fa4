import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import { ALLOWANCES } from '~/privacy/rules/allowance';
import { MyDataPage } from '~/privacy/views/my-data';
import type { PageHandle } from '~/root';

export const loader = members(async ({ context, viewer }) => ({
  used: await context.limits.used(...ALLOWANCES.map(([limit]) => [limit, viewer.id] as const)),
}));

export const handle = { title: () => 'Mes données' } satisfies PageHandle;

export default function MyData() {
  return <MyDataPage {...useLoaderData<typeof loader>()} />;
}
