/** The two pictures of a profile (D03, D04). */
import type { Viewer } from '~/auth/rules/viewer';
import { changePictures } from '~/members/commands/pictures';
import { myPictures } from '~/members/queries/pictures';
import type { Cut } from '../rules/cut';
import { addressOf, OWN_PICTURES, type OwnPicture } from '../rules/picture';
import { cutDraft, forgetBefore, type Services } from './draft';

/**
 * The draft becomes the picture that everybody sees. Pressed twice, it is one.
 * @returns the salons whose open pages are to be woken; null: there is no such draft any more
 * @throws AppError unavailable
 */
export async function showDraft(
  services: Services,
  viewer: Viewer,
  { which, name }: { readonly which: OwnPicture; readonly name: string },
  cut: Cut,
): Promise<readonly string[] | null> {
  const { folder } = OWN_PICTURES[which];
  if (await cutDraft(services, viewer, { folder, salonId: null, name }, cut))
    return show(services, viewer, which, name);
  const now = await services.database.asViewer(viewer.id, myPictures);
  return now?.[columnOf(which)] === addressOf({ folder, name }) ? [] : null;
}

/** @returns the salons whose open pages are to be woken */
export function takeAway(services: Services, viewer: Viewer, which: OwnPicture): Promise<readonly string[]> {
  return show(services, viewer, which, null);
}

const columnOf = (which: OwnPicture) => (which === 'photo' ? 'avatarUrl' : 'coverUrl');

async function show(services: Services, viewer: Viewer, which: OwnPicture, name: string | null) {
  const picture = name === null ? null : { folder: OWN_PICTURES[which].folder, name };
  const change = { [columnOf(which)]: picture && addressOf(picture) };
  const { before, salons } = await changePictures(services, viewer, change);
  await forgetBefore(services, before[columnOf(which)], picture);
  return salons;
}
