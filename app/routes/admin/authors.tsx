import { NAMING_REFUSALS } from '~/admin/rules';
import { nameAuthor } from '~/admin/team';
import { AuthorsPage } from '~/admin/views/authors';
import { email } from '~/auth/rules/email';
import { typed } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import { teamOf } from '~/members/queries/roles';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = members(async ({ context, viewer }) => ({
  team: await context.database.systemStatement(teamOf),
  me: viewer.id,
}));

export const action = membersPost(async ({ context, viewer, form }) => {
  const refused = (why: string | undefined) =>
    page({ errors: { courriel: why ?? '' }, email: typed(form, 'courriel').courriel ?? '' }, 422);
  const parsed = email.safeParse(form.courriel);
  if (!parsed.success) return refused(parsed.error.issues[0]?.message);
  const refusal = await nameAuthor(context.database, viewer, parsed.data);
  if (refusal) return refused(NAMING_REFUSALS[refusal]);
  return seeOther(href('authors', {}, said('auteur-nomme')));
});

export const handle = { title: () => 'Auteurs · Équipe', isPrivate: true } satisfies PageHandle;

export default function Authors() {
  const refused = useActionData<typeof action>();
  return (
    <AuthorsPage {...useLoaderData<typeof loader>()} email={refused?.email ?? ''} errors={refused?.errors ?? {}} />
  );
}
