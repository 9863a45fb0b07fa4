/**
 * The list of who has been erased, outside of the database: a backup that is older than an erasure knows nothing of it.
 * One line of JSON each, with an id that names nobody; a line goes when no backup can hold that account any more.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Config } from '~/config';

const line = z.object({
  reference: z.string(),
  userId: z.uuid(),
  keepsMessages: z.boolean(),
  keepsCertificates: z.boolean(),
  erasedAt: z.iso.datetime(),
  backupsUntil: z.iso.datetime(),
});
export type Tombstone = Readonly<z.infer<typeof line>>;

export const tombstoneFile = ({ dataDir }: Pick<Config, 'dataDir'>): string =>
  path.join(dataDir, 'effacements', 'liste.jsonl');

/** On the disk when it answers. Written before the rows go: a line too many erases what is to be erased anyway. */
export async function writeTombstone(config: Pick<Config, 'dataDir'>, tombstone: Tombstone): Promise<void> {
  const file = tombstoneFile(config);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a', 0o600);
  try {
    // A line that a power cut has left half ends here.
    await handle.write(`\n${JSON.stringify(tombstone)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Each erasure once; what is no whole line is passed over. */
export async function tombstonesIn(file: string): Promise<Tombstone[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const found = new Map<string, Tombstone>();
  for (const each of text.split('\n')) {
    const tombstone = parsed(each);
    if (tombstone) found.set(tombstone.reference, tombstone);
  }
  return [...found.values()];
}

function parsed(text: string): Tombstone | null {
  if (text === '') return null;
  try {
    return line.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Lines whose backups are gone. */
export async function pruneTombstones(config: Pick<Config, 'dataDir'>, now: Date): Promise<void> {
  const file = tombstoneFile(config);
  const all = await tombstonesIn(file);
  const kept = all.filter(({ backupsUntil }) => new Date(backupsUntil) > now);
  if (kept.length === all.length) return;
  const aside = `${file}.${randomBytes(4).toString('hex')}`;
  const handle = await open(aside, 'wx', 0o600);
  try {
    await handle.writeFile(kept.map((tombstone) => `${JSON.stringify(tombstone)}\n`).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(aside, file);
}
