import { messagesTopic } from '~/chat/rules';
import { notFound } from '~/errors';
import { OwnPictures } from '~/files/views/own';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import { saveProfile } from '~/members/commands/profile';
import { blockedMembers } from '~/members/queries/blocks';
import { myPictures } from '~/members/queries/pictures';
import { myProfile } from '~/members/queries/profiles';
import { markOf } from '~/members/rules/other-window';
import { KEPT_OF_PROFILE, parseProfile, valuesOf, valuesTyped } from '~/members/rules/profile';
import { ProfilePage } from '~/members/views/profile';
import { presenceTopic } from '~/presence/rules';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

/** Three statements. */
export const loader = members(async ({ context, viewer }) => {
  const [profile, blocked, pictures] = await context.database.asViewer(viewer.id, (tx) =>
    Promise.all([myProfile(tx), blockedMembers(tx), myPictures(tx)]),
  );
  if (!profile || !pictures) throw notFound();
  return { viewerId: viewer.id, profile, blocked, pictures };
});

export const action = membersPost(async ({ context, viewer, form }) => {
  const stored = await context.database.asViewer(viewer.id, myProfile);
  if (!stored) throw notFound();
  const values = valuesTyped(form, stored);
  const parsed = parseProfile(form, stored);
  if (!parsed.ok) return page({ values, errors: parsed.errors, changed: [], mark: String(form.marque ?? '') }, 422);
  const saved = await saveProfile(context, viewer, parsed.value, form.marque);
  // Sent again it is taken: the mark is the profile's as it now stands, and the words are still hers.
  if (!saved.saved) return page({ values, errors: {}, changed: saved.changed, mark: markOf(saved.now) }, 409);
  for (const salon of saved.salons) {
    context.hub.wakeTopic(messagesTopic.of(salon));
    context.hub.wakeTopic(presenceTopic.of(salon));
  }
  return seeOther(href('profile', {}, said('profil')));
});

export const handle = { title: () => 'Mon profil', keeps: KEPT_OF_PROFILE } satisfies PageHandle;

export default function Profile() {
  const { profile, pictures, ...loaded } = useLoaderData<typeof loader>();
  const typed = useActionData<typeof action>();
  const filled = typed ?? { values: valuesOf(profile), errors: {}, changed: [], mark: markOf(profile) };
  const { avatarUrl, coverUrl } = pictures;
  const person = { id: loaded.viewerId, name: profile.name, avatarUrl };
  const own = <OwnPictures {...{ person, coverUrl }} />;
  return <ProfilePage {...loaded} {...filled} departement={profile.departement} pictures={own} />;
}
