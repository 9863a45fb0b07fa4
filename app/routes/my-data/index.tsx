import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import { allowancesOf } from '~/privacy/rules/allowance';
import { MyDataPage } from '~/privacy/views/my-data';
import type { PageHandle } from '~/root';

export const loader = members(async ({ context, viewer }) => {
  const limits = allowancesOf(viewer);
  const used = await context.limits.used(...limits.map(({ limit }) => [limit, viewer.id] as const));
  return { allowances: limits.map((each, n) => ({ ...each, used: used[n] ?? 0 })) };
});

export const handle = { title: () => 'Mes données' } satisfies PageHandle;

export default function MyData() {
  return <MyDataPage {...useLoaderData<typeof loader>()} />;
}
