import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedFault } from './fault';
import { birthOf, isSameProcess } from './process-identity';

type Holder = { readonly pid: number; readonly birth: string };

/**
 * Makes this process the only one to work on a folder; gives back the release.
 * Throws EmbeddedFault `busy` while another living process holds it.
 *
 * The lock is a row of numbered files, and the holder is the living owner of
 * the highest one. A dead owner's file is never removed to be made again (two
 * starters could each remove the other's): the next number is linked beside
 * it, which exactly one starter can do. The highest number never disappears:
 * only the maker of a higher one sweeps, and a release leaves its file behind.
 */
export function takeLock(folder: string): () => void {
  for (;;) {
    const highest = Math.max(0, ...numbersIn(folder));
    const holder = holderOf(folder, highest);
    if (holder) throw busy(folder, holder.pid);
    const mine = highest + 1;
    if (!claim(folder, mine)) continue;
    const numbers = numbersIn(folder);
    if (Math.max(...numbers) > mine) {
      rmSync(fileOf(folder, mine), { force: true });
      continue;
    }
    for (const number of numbers) if (number < mine) rmSync(fileOf(folder, number), { force: true });
    return () => release(folder, mine);
  }
}

/** The living process that holds the folder, if there is one. */
export function lockHolder(folder: string): number | undefined {
  return holderOf(folder, Math.max(0, ...numbersIn(folder)))?.pid;
}

const NAME = /^aurora50-(\d+)\.pid$/;

function fileOf(folder: string, number: number): string {
  return join(folder, `aurora50-${number}.pid`);
}

function numbersIn(folder: string): number[] {
  return readdirSync(folder).flatMap((name) => Number(NAME.exec(name)?.[1] ?? 0) || []);
}

function holderOf(folder: string, number: number): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(fileOf(folder, number), 'utf8')) as Partial<Holder>;
    const { pid, birth } = holder;
    if (typeof pid !== 'number' || typeof birth !== 'string') return undefined;
    return isSameProcess(pid, birth) ? { pid, birth } : undefined;
  } catch {
    return undefined;
  }
}

/** `link` shows the file with its whole content at once, and fails when the number is taken. */
function claim(folder: string, number: number): boolean {
  const draft = write(folder, { pid: process.pid, birth: birthOf(process.pid) ?? '?' });
  try {
    linkSync(draft, fileOf(folder, number));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function release(folder: string, number: number): void {
  try {
    renameSync(write(folder, {}), fileOf(folder, number));
  } catch {
    // The folder is gone or full; the lock of a dead process holds nobody up.
  }
}

function write(folder: string, content: Partial<Holder>): string {
  const draft = join(folder, `.aurora50-${process.pid}-${randomBytes(4).toString('hex')}`);
  writeFileSync(draft, `${JSON.stringify(content)}\n`);
  // Readable by all whatever the umask: another user must see that it is held.
  chmodSync(draft, 0o644);
  return draft;
}

function busy(folder: string, pid: number): EmbeddedFault {
  return new EmbeddedFault(
    'busy',
    `Aurora50 travaille déjà dans « ${folder} » (processus ${pid}). Arrêtez-le d’abord, ou choisissez un autre dossier avec DATA_DIR.`,
  );
}
