import type { Viewer } from '~/auth/rules/viewer';
import type { Database } from '~/db';
import { notFound } from '~/errors';
import type { Limits } from '~/limits';
import * as queries from '../queries/profiles';
import { type Changed, changedSince } from '../rules/other-window';
import { NEW_NAMES, type Profile } from '../rules/profile';

type Services = { readonly database: Database; readonly limits: Limits };

/** Saved, with the salons whose open pages are to be woken; or what another window has changed since (D28). */
export type SavedProfile =
  | { readonly saved: true; readonly salons: readonly string[] }
  | { readonly saved: false; readonly changed: readonly Changed[]; readonly now: Profile };

/**
 * D02, D05, D06, D08.
 * @param mark `markOf` the profile that the form was filled from
 * @throws AppError not_found (no profile yet, W04), too_many (five new names a day)
 */
export async function saveProfile(
  { database, limits }: Services,
  viewer: Viewer,
  profile: Profile,
  mark: unknown,
): Promise<SavedProfile> {
  const isRenamed = profile.name !== viewer.name;
  if (isRenamed) await limits.take([NEW_NAMES, viewer.id]);
  return database.asViewer(viewer.id, async (tx): Promise<SavedProfile> => {
    const salons = isRenamed ? await queries.lockMySalons(tx) : [];
    await queries.lockMyProfile(tx, viewer.id);
    const now = await queries.myProfile(tx);
    if (!now) throw notFound();
    const changed = changedSince(mark, now);
    if (changed.length > 0) return { saved: false, changed, now };
    await queries.saveProfile(tx, viewer.id, profile);
    return { saved: true, salons };
  });
}
