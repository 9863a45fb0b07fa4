/** From a file to a draft, and from a draft to a picture. Files are written before the row that names them, and removed after it. */
import { randomBytes } from 'node:crypto';
import type { Viewer } from '~/auth/rules/viewer';
import type { Database } from '~/db';
import type { Limits } from '~/limits';
import type { Workshop } from '../images';
import * as queries from '../queries';
import type { Cut } from '../rules/cut';
import { DRAFT, FORMATS, type Folder, keyOf, keysOf, pictureAt, UPLOADS } from '../rules/picture';
import type { Refusal } from '../rules/refusal';
import type { Store } from '../store';

/** What the site opens once for pictures. */
export type Files = {
  readonly store: Store;
  readonly workshop: Workshop;
  /** For files while they are read: a folder of this machine. */
  readonly arriving: string;
};
export type Services = { readonly database: Database; readonly limits: Limits; readonly files: Files };

/** Whose picture it is going to be. @param salonId null: the sender's own */
export type Target = { readonly folder: Folder; readonly salonId: string | null };

/** 128 random bits in 25 letters and figures: a file system without capitals keeps them apart as well. */
export const freshName = () =>
  BigInt(`0x${randomBytes(16).toString('hex')}`)
    .toString(36)
    .padStart(25, '0');

/**
 * Keeps a file as the draft that its sender looks at next; the one before it is removed.
 * @returns null, or why it cannot be one
 * @throws AppError too_many (the day's quota), unavailable (store, queue)
 */
export async function keepDraft(
  { database, limits, files }: Services,
  viewer: Viewer,
  { folder, salonId }: Target,
  place: string,
): Promise<Refusal | null> {
  await limits.take([UPLOADS, viewer.id]);
  const draft = await files.workshop.draft(place);
  if ('why' in draft) return draft;
  const name = freshName();
  await files.store.put(keyOf({ folder, name, width: DRAFT }), draft.bytes, FORMATS.jpg);
  const row = { name, folder, salonId, userId: viewer.id, width: draft.width, height: draft.height };
  const before = await database.asSystem(async (tx) => {
    await queries.insertPicture(tx, row);
    return queries.deleteOlderDrafts(tx, row);
  });
  await removeFiles(files, before);
  return null;
}

/** Every width and format of a draft of hers, kept. False: there is no such draft any more. @throws AppError unavailable */
export async function cutDraft(
  { database, files: { store, workshop } }: Services,
  viewer: Viewer,
  target: Target & { readonly name: string },
  cut: Cut,
): Promise<boolean> {
  const { folder, salonId, name } = target;
  const draft = await database.asViewer(viewer.id, (tx) => queries.draftOf(tx, viewer.id, folder, salonId));
  if (draft?.name !== name) return false;
  const bytes = await store.read(keyOf({ folder, name, width: DRAFT }));
  if (!bytes) return false;
  for (const { width, format, bytes: made } of await workshop.cut(bytes, folder, cut)) {
    await store.put(keyOf({ folder, name, width }, format), made, FORMATS[format]);
  }
  return true;
}

/** Once the address of the new one stands in its place. A picture of the demonstration is nobody's and stays. */
export async function forgetBefore(
  { database, files }: Services,
  before: string | null,
  after: { readonly folder: Folder; readonly name: string } | null,
): Promise<void> {
  const old = pictureAt(before);
  // Pressed twice, both are the same.
  if (old && old.name !== after?.name) {
    await database.asSystem((tx) => queries.deletePicture(tx, old.name));
    await removeFiles(files, [old]);
  }
  if (after) await files.store.remove([keyOf({ ...after, width: DRAFT })]).catch(() => {});
}

/** What cannot be removed now is found by the sweep. */
async function removeFiles({ store }: Files, pictures: readonly Parameters<typeof keysOf>[0][]): Promise<void> {
  await store.remove(pictures.flatMap(keysOf)).catch(() => {});
}
