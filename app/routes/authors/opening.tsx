import { atDesk, openCourseFor } from '~/courses/authoring/commands';
import { openedIn } from '~/courses/authoring/queries';
import { parseOpening } from '~/courses/authoring/rules';
import { OpeningPage } from '~/courses/views/authoring/opening';
import { typed } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { loadCourse } from '~/routes/authors/load-desk';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = members(async ({ context, viewer, params }) => {
  const { id, title } = await loadCourse(context, viewer, params);
  return { course: { id, title }, opened: await atDesk(context, viewer, (tx) => openedIn(tx, id)) };
});

export const action = membersPost(async ({ context, viewer, params, form }) => {
  const { id } = await loadCourse(context, viewer, params);
  const refused = (errors: Readonly<Record<string, string>>) =>
    page({ errors, email: typed(form, 'courriel').courriel ?? '' }, 422);
  const parsed = parseOpening(form);
  if (!parsed.ok) return refused(parsed.errors);
  const name = await openCourseFor(context, viewer, id, parsed.value);
  if (name === null) {
    return refused({ courriel: 'Personne qui suive ce cours n’a cette adresse. Vérifiez-la avec la personne.' });
  }
  const flash = parsed.value.wide ? 'cours-ouvert' : 'cours-referme';
  return seeOther(href('openCourseFor', { cours: id }, said(flash)));
});

export const handle = { title: () => 'Ouvrir un cours à une personne' } satisfies PageHandle;

export default function OpeningRoute() {
  const refused = useActionData<typeof action>();
  return (
    <OpeningPage {...useLoaderData<typeof loader>()} email={refused?.email ?? ''} errors={refused?.errors ?? {}} />
  );
}
