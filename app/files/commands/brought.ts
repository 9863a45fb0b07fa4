/** A picture that comes with its member from elsewhere: judged and made anew as one that is sent (B04), and cut in the middle. */
import type { Draft } from '../images';
import { FORMATS, type Folder, keyOf } from '../rules/picture';
import type { Refusal } from '../rules/refusal';
import { type Files, freshName } from './draft';

type Tools = Pick<Files, 'store' | 'workshop'>;

export type Judged = Draft & { readonly name: string };

/** With the name that it gets here. Writes nothing. */
export async function judgePicture({ workshop }: Tools, place: string): Promise<Judged | Refusal> {
  const draft = await workshop.draft(place);
  return 'why' in draft ? draft : { ...draft, name: freshName() };
}

/** Every width and format. The row that names it is written by whoever brings it. @throws AppError unavailable */
export async function keepPicture({ store, workshop }: Tools, folder: Folder, { name, bytes }: Judged): Promise<void> {
  for (const { width, format, bytes: made } of await workshop.cut(bytes, folder, { place: 'centre', isClose: false })) {
    await store.put(keyOf({ folder, name, width }, format), made, FORMATS[format]);
  }
}
