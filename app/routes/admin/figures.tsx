import { courseHealth, salonHealth, weekFigures } from '~/admin/queries/week-figures';
import { FiguresPage } from '~/admin/views/week-figures';
import { conversions } from '~/billing/queries/offers';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';

/** Z07. */
export const loader = members(async ({ context: { database } }) => {
  const [weeks, salons, courses, offers] = await database.asSystem((tx) =>
    Promise.all([weekFigures(tx), salonHealth(tx), courseHealth(tx), conversions(tx)]),
  );
  return { weeks, salons, courses, offers };
});

export const handle = { title: () => 'Chiffres' } satisfies PageHandle;

export default function Figures() {
  return <FiguresPage {...useLoaderData<typeof loader>()} />;
}
