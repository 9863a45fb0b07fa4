import type { Viewer } from '~/auth/rules/viewer';
import { showDraft } from '~/files/commands/own';
import { draftOf } from '~/files/queries';
import { parseCut } from '~/files/rules/cut';
import type { OwnPicture } from '~/files/rules/picture';
import { DraftPage } from '~/files/views/draft';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { type AskedByMember, members, membersPost } from '~/http/route';
import { answerWelcome, welcomeFor } from '~/members/commands/welcome';
import { stepAfter } from '~/members/rules/welcome';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';
import { pictureOf, wakeSalons } from './load-picture';

export const loader = members(async ({ context, viewer, params }) => {
  const { which, folder, title } = pictureOf(params);
  const draft = await context.database.asViewer(viewer.id, (tx) => draftOf(tx, viewer.id, folder, null));
  if (!draft) return lost(which);
  return page({
    title,
    folder,
    draft,
    back: href('picture', { image: which }),
    to: href('pictureDraft', { image: which }),
  });
});

const lost = (image: string) => seeOther(href('picture', { image }, said('photo-perdue')));

export const action = membersPost(async ({ context, viewer, params, form }) => {
  const { which } = pictureOf(params);
  const parsed = parseCut(form);
  if (!parsed.ok) return page({ errors: parsed.errors }, 422);
  const { name, cut } = parsed.value;
  const salons = await showDraft(context, viewer, { which, name }, cut);
  if (!salons) return lost(which);
  wakeSalons(context, salons);
  return seeOther(href(await placeAfter(context, viewer, which), {}, said('photo-gardee')));
});

/** D17: whoever was asked for a photo among the questions of welcome goes on with them. */
async function placeAfter({ database }: AskedByMember['context'], viewer: Viewer, which: OwnPicture) {
  if (which !== 'photo') return 'profile';
  const { isFinished, answers } = await welcomeFor(database, viewer);
  if (isFinished || answers?.step !== 'photo') return 'profile';
  await answerWelcome(database, viewer, { step: stepAfter('photo') });
  return 'welcome';
}

type Data = { readonly title: string };

export const handle = { title: ({ title }) => `${title}, aperçu` } satisfies PageHandle<Data>;

export default function Draft() {
  return <DraftPage {...useLoaderData<typeof loader>()} errors={useActionData<typeof action>()?.errors ?? {}} />;
}
