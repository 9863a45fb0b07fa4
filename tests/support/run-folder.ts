/**
 * One folder holds whatever a run of the tests writes to the system's place for temporary files, and one of the same name
 * what it compiles; both go with the run.
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { projectRoot } from '../../db/project-root';

const NAME = /^aurora50-run-(\d+)$/;

const CACHE = join(projectRoot(), 'node_modules/.cache');

/** For what has to lie inside the project, where Node finds its packages. */
export const packagesFolder = (): string => join(CACHE, basename(tmpdir()));

/** Where Linux keeps files in its memory: to copy a database there is a tenth of the work, and no disk is waited for. */
const MEMORY = '/dev/shm';
/** Bytes. The databases of a run take less than one of these; the rest is for the browsers and servers beside them. */
const PLENTY = 6 * 2 ** 30;

/** Containers often have 64 MB of it, or let no program run from there. Whoever has chosen a place keeps it. */
function hasRoomyMemory(): boolean {
  if (process.env.TMPDIR) return false;
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    const room = Math.min(bavail * bsize, freemem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
    const mounted = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .filter((line) => line.split(' ')[1] === MEMORY);
    return room >= PLENTY && mounted.length > 0 && !mounted.some((line) => /[, ](noexec|ro)[, ]/.test(line));
  } catch {
    return false;
  }
}

/** For this process and those it starts. What a run that was killed has left is swept first. */
export function openRunFolder(): void {
  // Whoever asks again has it already.
  if (NAME.test(basename(tmpdir()))) return;
  for (const place of [tmpdir(), MEMORY, CACHE]) sweep(place);
  const folder = join(hasRoomyMemory() ? MEMORY : tmpdir(), `aurora50-run-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  // The database's own user has to reach what lies in it.
  chmodSync(folder, 0o755);
  const variable = process.platform === 'win32' ? 'TEMP' : 'TMPDIR';
  process.env[variable] = folder;
  process.once('exit', () => {
    for (const each of [folder, packagesFolder()]) remove(each);
  });
  // The runner ends in order on Ctrl-C; these two would end it at once.
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
}

/** A database that still runs in one of them ends by itself when it finds its files gone. */
export function sweep(place: string): void {
  if (!existsSync(place)) return;
  for (const name of readdirSync(place)) {
    const [, pid] = NAME.exec(name) ?? [];
    if (pid && !isAlive(Number(pid))) remove(join(place, name));
  }
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}
