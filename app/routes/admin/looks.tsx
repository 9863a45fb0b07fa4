import { allLooks } from '~/admin/queries';
import { LOOKS_PAGE, parseLooksSearch } from '~/admin/rules';
import { StaffLooksPage } from '~/admin/views/looks';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';

export const loader = members(async ({ context, url }) => {
  const { q, before } = parseLooksSearch(url.searchParams);
  const rows = await context.database.asSystem((tx) => allLooks(tx, q, before, LOOKS_PAGE + 1));
  const looks = rows.slice(0, LOOKS_PAGE);
  const next = rows.length > LOOKS_PAGE ? (looks.at(-1)?.id ?? null) : null;
  return { q, looks, isFirstPage: before === null, next, now: new Date() };
});

export const handle = { title: () => 'Qui a regardé · Équipe', isPrivate: true } satisfies PageHandle;

export default function StaffLooks() {
  return <StaffLooksPage {...useLoaderData<typeof loader>()} />;
}
