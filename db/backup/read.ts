/** Reads a backup from its beginning to its end; every fault of the file is told in plain words. */
import { createHash, type Hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { APPLICATION, BackupFault, type End, FORMAT, isFile, isTable, type Manifest, wholeOf } from './format';
import { unsealed } from './seal';

const FOREIGN = 'Ce fichier n’est pas une sauvegarde d’Aurora50.';
const UNREADABLE = 'Ce fichier n’est pas une sauvegarde d’Aurora50, ou il est abîmé.';
const DAMAGED = 'Cette sauvegarde est incomplète ou abîmée.';

/** An entry is a part of a table or a file. @param size bytes */
export type Entry = { readonly name: string; readonly bytes: Buffer };
export type Whole = { readonly manifest: Manifest; readonly end: End };

/**
 * Calls `onEntry` for each table's parts and each file, one after the other, after `onManifest`. What it resolves with
 * has been compared with the digests at the end of the backup.
 * @throws BackupFault wrong key, foreign, newer format, altered or cut off
 */
export async function readBackup(
  content: Readable,
  key: string,
  {
    onManifest,
    onEntry,
  }: { onManifest: (manifest: Manifest) => Promise<void>; onEntry: (entry: Entry) => Promise<void> },
): Promise<Whole> {
  const seen = { hashes: new Map<string, Hash>() };
  let manifest: Manifest | undefined;
  let end: End | undefined;
  const archive = extract();
  const ours = { failed: undefined as unknown };
  const take = async (name: string, bytes: Buffer) => {
    if (!manifest) {
      manifest = manifestIn(name, bytes);
      return onManifest(manifest);
    }
    if (name === 'end.json') {
      end = JSON.parse(bytes.toString()) as End;
      return;
    }
    note(seen.hashes, name, bytes);
    await onEntry({ name, bytes });
  };
  const taking = (async () => {
    for await (const entry of archive) {
      const bytes = await buffer(entry);
      try {
        await take(entry.header.name, bytes);
      } catch (error) {
        ours.failed = error;
        throw error;
      }
    }
  })();
  const flowing = pipeline(await unsealed(content, key), createGunzip(), archive);
  try {
    await Promise.all([flowing, taking]);
  } catch (error) {
    taking.catch(() => {});
    flowing.catch(() => {});
    // A fault of the place that is restored to is told as it is.
    if (ours.failed !== undefined) throw ours.failed;
    throw manifest ? new BackupFault(DAMAGED, { cause: error }) : new BackupFault(UNREADABLE);
  }
  return proven(manifest, end, seen.hashes);
}

function proven(manifest: Manifest | undefined, end: End | undefined, hashes: ReadonlyMap<string, Hash>): Whole {
  if (!manifest) throw new BackupFault(FOREIGN);
  if (!end || !agrees(end, hashes)) throw new BackupFault(DAMAGED);
  return { manifest, end };
}

function manifestIn(name: string, bytes: Buffer): Manifest {
  const found = name === 'manifest.json' ? (JSON.parse(bytes.toString()) as Manifest) : null;
  if (found?.application !== APPLICATION) throw new BackupFault(FOREIGN);
  if (found.format > FORMAT)
    throw new BackupFault('Cette sauvegarde vient d’une version plus récente d’Aurora50 : installez celle-ci d’abord.');
  return found;
}

function note(hashes: Map<string, Hash>, name: string, bytes: Buffer): void {
  if (!isTable(name) && !isFile(name)) throw new BackupFault(DAMAGED);
  const whole = wholeOf(name);
  const hash = hashes.get(whole) ?? createHash('sha256');
  hashes.set(whole, hash.update(bytes));
}

const NOTHING = createHash('sha256').digest('hex');

function agrees({ digests }: End, hashes: ReadonlyMap<string, Hash>): boolean {
  const found = new Map([...hashes].map(([name, hash]) => [name, hash.copy().digest('hex')]));
  const told = Object.entries(digests);
  // A table without rows has no part.
  return (
    told.every(([name, digest]) => (found.get(name) ?? NOTHING) === digest) &&
    [...found.keys()].every((name) => name in digests)
  );
}
