import { showSalonDraft } from '~/files/commands/salon';
import { draftOf } from '~/files/queries';
import { parseCut } from '~/files/rules/cut';
import { DraftPage } from '~/files/views/draft';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';
import { keptSalon } from './send-picture';

const TITLE = 'L’image du salon';

export const loader = members(async ({ context, viewer, params }) => {
  const { id: salon } = await keptSalon(context, viewer, params);
  const draft = await context.database.asViewer(viewer.id, (tx) => draftOf(tx, viewer.id, 'salon-avatars', salon));
  if (!draft) return lost(salon);
  return page({
    title: TITLE,
    folder: 'salon-avatars' as const,
    draft,
    back: href('salonSettings', { salon }),
    to: href('salonPictureDraft', { salon }),
  });
});

const lost = (salon: string) => seeOther(href('salonSettings', { salon }, said('photo-perdue')));

export const action = membersPost(async ({ context, viewer, params, form }) => {
  const { id: salon, avatarUrl } = await keptSalon(context, viewer, params);
  const parsed = parseCut(form);
  if (!parsed.ok) return page({ errors: parsed.errors }, 422);
  const { name, cut } = parsed.value;
  const isShown = await showSalonDraft(context, viewer, { salonId: salon, name }, cut);
  // Pressed twice, it is in its place already.
  if (!isShown && !avatarUrl?.endsWith(`/${name}`)) return lost(salon);
  return seeOther(href('salonSettings', { salon }, said('image-salon-gardee')));
});

export const handle = { title: () => `${TITLE}, aperçu` } satisfies PageHandle;

export default function PictureDraft() {
  return <DraftPage {...useLoaderData<typeof loader>()} errors={useActionData<typeof action>()?.errors ?? {}} />;
}
