import { figuresOfTeam } from '~/admin/figures';
import { FiguresPage } from '~/admin/views/week-figures';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';

/** Z07. */
export const loader = members(async ({ context: { database } }) => ({
  ...(await figuresOfTeam(database)),
  now: new Date(),
}));

export const handle = { title: () => 'Chiffres' } satisfies PageHandle;

export default function Figures() {
  return <FiguresPage {...useLoaderData<typeof loader>()} />;
}
