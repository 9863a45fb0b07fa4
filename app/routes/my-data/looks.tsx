import { looksAt } from '~/admin/queries';
import { LOOKERS, LOOKS } from '~/admin/rules';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import { LooksPage } from '~/privacy/views/my-data';
import type { PageHandle } from '~/root';

export const loader = members(async ({ context, viewer }) => {
  const looks = await context.database.asViewer(viewer.id, (tx) => looksAt(tx, viewer.id));
  return {
    looks: looks.map(({ id, at, action, role }) => ({ id, at, words: LOOKS[action], by: role && LOOKERS[role] })),
    now: new Date(),
  };
});

export const handle = { title: () => 'Qui a regardé mes données' } satisfies PageHandle;

export default function Looks() {
  return <LooksPage {...useLoaderData<typeof loader>()} />;
}
