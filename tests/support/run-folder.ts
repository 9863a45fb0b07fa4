/**
 * One folder holds whatever a run of the tests writes to the system's place for temporary files, and one of the same name
 * what it compiles; both go with the run.
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { projectRoot } from '../../db/project-root';

const NAME = /^aurora50-run-(\d+)$/;

const CACHE = join(projectRoot(), 'node_modules/.cache');

/** For what has to lie inside the project, where Node finds its packages. */
export const packagesFolder = (): string => join(CACHE, basename(tmpdir()));

/** For this process and those it starts. What a run that was killed has left is swept first. */
export function openRunFolder(): void {
  // Whoever asks again has it already.
  if (NAME.test(basename(tmpdir()))) return;
  sweep(tmpdir());
  sweep(CACHE);
  const folder = join(tmpdir(), `aurora50-run-${process.pid}`);
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
