/** B01, G24: pictures that nobody shows, and files that no row names. */
import type { Database } from '~/db';
import * as queries from '../queries';
import { keysOf, pictureIn } from '../rules/picture';
import type { Store } from '../store';

type Swept = { readonly database: Database; readonly files: { readonly store: Store } };

/** Removed in one go. */
const BATCH = 200;
/** A younger file without a row is one whose row is being written. */
const ORPHAN_AFTER = 3_600_000; // ms

export async function sweepPictures(swept: Swept, now: Date): Promise<void> {
  const { database, files } = swept;
  const unused = await database.asSystem((tx) => queries.deleteUnused(tx, BATCH));
  await files.store.remove(unused.flatMap(keysOf));
  let batch: string[] = [];
  for await (const key of files.store.writtenBefore(new Date(now.getTime() - ORPHAN_AFTER))) {
    batch.push(key);
    if (batch.length < BATCH) continue;
    await removeOrphans(swept, batch);
    batch = [];
  }
  await removeOrphans(swept, batch);
}

async function removeOrphans({ database, files }: Swept, keys: readonly string[]): Promise<void> {
  const names = keys.flatMap((key) => pictureIn(key)?.name ?? []);
  const known = new Set(await database.asSystem((tx) => queries.knownNames(tx, names)));
  await files.store.remove(keys.filter((key) => !known.has(pictureIn(key)?.name ?? '')));
}
