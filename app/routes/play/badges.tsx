import { seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import { showBadges } from '~/play/commands';
import { choicesOf } from '~/play/queries/choices';
import { myBadges } from '~/play/queries/own';
import { BadgesPage } from '~/play/views/badges';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

/** Two statements. */
export const loader = members(async ({ context, viewer }) => {
  const [earned, { showsBadges }] = await context.database.asViewer(viewer.id, (tx) =>
    Promise.all([myBadges(tx, viewer.id), choicesOf(tx, viewer.id)]),
  );
  return { earned, areShown: showsBadges };
});

export const action = membersPost(async ({ context, viewer, form }) => {
  const areShown = form.montrer === 'on';
  await showBadges(context, viewer, areShown);
  return seeOther(href('badges', {}, said(areShown ? 'badges-montres' : 'badges-caches')));
});

export const handle = { title: () => 'Mes badges' } satisfies PageHandle;

export default function Badges() {
  return <BadgesPage {...useLoaderData<typeof loader>()} />;
}
