import { findMembers } from '~/admin/members';
import { parseStaffSearch, STAFF_PAGE } from '~/admin/rules';
import { StaffMembersPage } from '~/admin/views/members';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';

export const loader = members(async ({ context, viewer, url }) => {
  const search = parseStaffSearch(url.searchParams);
  const rows = await findMembers(context.database, viewer, search, STAFF_PAGE + 1);
  const found = rows.slice(0, STAFF_PAGE);
  const last = rows.length > STAFF_PAGE ? found.at(-1) : undefined;
  const { q, role, state, after } = search;
  return { q, role, state, found, isFirstPage: !after, next: last ? `${last.sortKey}:${last.id}` : null };
});

export const handle = { title: () => 'Membres · Équipe', isPrivate: true } satisfies PageHandle;

export default function StaffMembers() {
  return <StaffMembersPage {...useLoaderData<typeof loader>()} />;
}
