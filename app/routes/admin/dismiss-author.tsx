import { parseColleagueId } from '~/admin/rules';
import { takeRoleBack } from '~/admin/team';
import { DismissalPage } from '~/admin/views/authors';
import { notFound } from '~/errors';
import { seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import { colleagueOf } from '~/members/queries/roles';
import type { PageHandle } from '~/root';
import { type FlashName, said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = members(async ({ context, viewer, params }) => {
  const id = parseColleagueId(params.membre);
  if (id === viewer.id) throw back('role-le-sien');
  const colleague = id && (await context.database.systemStatement((tx) => colleagueOf(tx, id)));
  if (!colleague) throw notFound();
  return { colleague };
});

export const action = membersPost(async ({ context, viewer, params }) => {
  const id = parseColleagueId(params.membre);
  if (!id) throw notFound();
  if (id === viewer.id) return back('role-le-sien');
  await takeRoleBack(context.database, viewer, id);
  return back('role-repris');
});

const back = (flash: FlashName) => seeOther(href('authors', {}, said(flash)));

export const handle = { title: () => 'Reprendre un rôle · Équipe', isPrivate: true } satisfies PageHandle;

export default function DismissAuthor() {
  return <DismissalPage {...useLoaderData<typeof loader>()} />;
}
