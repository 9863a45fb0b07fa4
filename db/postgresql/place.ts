import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { canReach, type Runner } from './runner';

/** Where root puts what an unprivileged user must reach and the project's folder hides. */
export const SYSTEM_HOME = '/var/lib/aurora50';

/** The data folder, made if missing, by its real path. File system errors go through. */
export function openDataDir(dataDir: string): string {
  const wanted = resolve(dataDir);
  mkdirSync(wanted, { recursive: true });
  const folder = realpathSync(wanted);
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  if (!statSync(folder).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR', path: folder });
  return folder;
}

/** The folder that holds `postgres`: the data folder itself, or one under /var/lib when the runner cannot reach it. */
export function placeFor(dataDir: string, runner: Runner): string {
  const cluster = join(dataDir, 'postgres');
  const entry = lstatSync(cluster, { throwIfNoEntry: false });
  if (entry?.isSymbolicLink()) return openPlace(dirname(resolve(dataDir, readlinkSync(cluster))));
  if (canReach(cluster, runner)) return dataDir;
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  // Never twice the same: where no link leads any more lies what somebody removed, and it must not come back.
  return openPlace(join(SYSTEM_HOME, `${name}-${randomBytes(3).toString('hex')}`));
}

/** Leaves `<dataDir>/postgres` pointing to the cluster, and takes one along that lies where the runner cannot go. */
export function linkPlace(dataDir: string, place: string): void {
  const cluster = join(dataDir, 'postgres');
  const entry = lstatSync(cluster, { throwIfNoEntry: false });
  if (place === dataDir || entry?.isSymbolicLink()) return;
  const target = join(place, 'postgres');
  if (entry) move(cluster, target);
  symlinkSync(target, cluster);
}

/** Gives a whole tree to the runner (only root can, and only root needs to). */
export function giveTo(runner: Runner, tree: string): void {
  if (runner.uid === undefined) return;
  spawnSync('chown', ['-hR', `${runner.uid}:${runner.gid}`, tree]);
}

/** A folder that all may pass, whatever the umask. */
function openPlace(place: string): string {
  for (const folder of [dirname(place), place]) {
    if (mkdirSync(folder, { recursive: true }) !== undefined) chmodSync(folder, 0o755);
  }
  return realpathSync(place);
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const draft = `${to}.partial-${process.pid}`;
    cpSync(from, draft, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    giveTo(statSync(from), draft);
    renameSync(draft, to);
    rmSync(from, { recursive: true });
  }
}

/** Takes away what an interrupted creation left behind. Best effort: its maker may still be writing. */
export function sweepPartial(place: string): void {
  for (const name of readdirSync(place)) {
    if (!/^postgres(ql-[^/]*)?\.partial-/.test(name)) continue;
    try {
      rmSync(join(place, name), { recursive: true, force: true });
    } catch {
      // The next start takes it.
    }
  }
}
