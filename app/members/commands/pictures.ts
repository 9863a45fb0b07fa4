import type { Viewer } from '~/auth/rules/viewer';
import type { Database } from '~/db';
import { notFound } from '~/errors';
import { myPictures, type OwnPictures, setPictures } from '../queries/pictures';
import { lockMyProfile, lockMySalons } from '../queries/profiles';

/** What the profile showed before, and the salons whose open pages are to be woken. */
export type ChangedPictures = { readonly before: OwnPictures; readonly salons: readonly string[] };

/**
 * D03, D04: null takes a picture away.
 * @throws AppError not_found (no profile yet, W04)
 */
export function changePictures(
  { database }: { readonly database: Database },
  viewer: Viewer,
  change: Partial<OwnPictures>,
): Promise<ChangedPictures> {
  return database.asViewer(viewer.id, async (tx) => {
    // A photo stands beside messages: their salons come first, as before a new name.
    const salons = change.avatarUrl === undefined ? [] : await lockMySalons(tx);
    await lockMyProfile(tx, viewer.id);
    const before = await myPictures(tx);
    if (!before) throw notFound();
    await setPictures(tx, viewer.id, { ...before, ...change });
    return { before, salons };
  });
}
