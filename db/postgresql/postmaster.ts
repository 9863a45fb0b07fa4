import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { unusable } from './binaries';
import { BARE, neutralFolder, type Setup, tail } from './cluster';
import { diskFull, EmbeddedFault } from './fault';
import { freePort, isFree } from './port';
import { birthOf } from './process-identity';
import { settings } from './settings';

export type Postmaster = { readonly port: number; stop(): Promise<void> };

type Launch = Setup & { readonly startLog: string };

/** Milliseconds: a recovery after a cut may be long, a stop waits for the last checkpoint. */
const START_PATIENCE = 120_000;
const STOP_PATIENCE = 20_000;

/**
 * Starts PostgreSQL on the remembered port, or on another when it is taken,
 * and keeps it running: if it dies without our asking, it is started again on
 * the same port. Throws EmbeddedFault `start`, `disk-full`, `binaries`.
 */
export async function startPostmaster(launch: Launch, remembered?: number): Promise<Postmaster> {
  const port = remembered !== undefined && (await isFree(remembered)) ? remembered : await freePort();
  let child: ChildProcess;
  try {
    child = await launchOnce(launch, port);
  } catch (error) {
    // Somebody took the port between our look and its opening.
    if (error instanceof EmbeddedFault && /could not bind/.test(error.log)) return startPostmaster(launch);
    throw error;
  }
  return keepRunning(launch, port, child);
}

/** Stops the PostgreSQL of this cluster that a killed process of ours left running. */
export async function stopOrphan(setup: Setup): Promise<void> {
  const pid = Number(statusOf(setup.cluster)[0]);
  if (!(pid > 0) || birthOf(pid) === undefined) return;
  if (isPostmasterOf(pid, setup.cluster)) await stopProcess(setup, pid);
  // The number now belongs to a stranger, and PostgreSQL would take it for itself.
  else rmSync(join(setup.cluster, 'postmaster.pid'), { force: true });
}

function keepRunning(launch: Launch, port: number, first: ChildProcess): Postmaster {
  let current = first;
  let stopping: Promise<void> | undefined;
  // A crash or a plain exit of ours leaves no orphan; `exit` hooks cannot wait, the signal is enough.
  const lastWord = () => signal(launch, current.pid, 'SIGINT');
  process.once('exit', lastWord);
  watch(first);

  function watch(child: ChildProcess): void {
    child.once('exit', () => {
      if (!stopping) void revive();
    });
  }

  async function revive(wait = 100): Promise<void> {
    try {
      const child = await launchOnce(launch, port);
      current = child;
      if (stopping) signal(launch, child.pid, 'SIGINT');
      else watch(child);
    } catch {
      // Its children may still hold the memory, or the disk be full: try again, slower and slower.
      await pause(wait, undefined, { ref: false });
      if (!stopping) await revive(Math.min(wait * 2, 5_000));
    }
  }

  async function halt(): Promise<void> {
    process.removeListener('exit', lastWord);
    if (current.pid !== undefined) await stopProcess(launch, current.pid);
  }

  return { port, stop: () => (stopping ??= halt()) };
}

async function launchOnce(launch: Launch, port: number): Promise<ChildProcess> {
  const { binaries, runner, cluster, startLog } = launch;
  const log = openSync(startLog, 'w', 0o600);
  const child = spawn(binaries.postgres, ['-D', cluster, ...settings(port, launch.fast)], {
    ...runner,
    cwd: neutralFolder(binaries.postgres),
    env: BARE,
    // Its own session: Ctrl-C in the terminal is for us, who stop it last.
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  await ready(launch, child);
  return child;
}

async function ready(launch: Launch, child: ChildProcess): Promise<void> {
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = unusable(`postgres ne démarre pas (${error.message})`);
  });
  const tooSoon = () => {
    failure ??= startFault(launch);
  };
  child.once('exit', tooSoon);
  const deadline = Date.now() + START_PATIENCE;
  while (!isReady(launch.cluster, child.pid)) {
    if (failure) throw failure;
    if (Date.now() > deadline) {
      signal(launch, child.pid, 'SIGQUIT');
      throw startFault(launch);
    }
    await pause(5);
  }
  child.removeListener('exit', tooSoon);
}

/** PostgreSQL tells of itself in `postmaster.pid`: its number on line 1, its state on line 8, as pg_ctl reads them. */
function isReady(cluster: string, pid: number | undefined): boolean {
  const lines = statusOf(cluster);
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

function statusOf(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

function isPostmasterOf(pid: number, cluster: string): boolean {
  try {
    // The postmaster works in its cluster; without the right to look, its command line tells.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return process.platform === 'win32' || commandOf(pid).includes(cluster);
  }
}

function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** Fast shutdown, then immediate, then by force; each is safe for what was committed. */
async function stopProcess(setup: Setup, pid: number): Promise<void> {
  const birth = birthOf(pid);
  for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    signal(setup, pid, name);
    const deadline = Date.now() + STOP_PATIENCE;
    while (Date.now() < deadline) {
      if (birth === undefined || birthOf(pid) !== birth) return;
      await pause(5);
    }
  }
}

/** Windows has no signals; pg_ctl knows how PostgreSQL receives them there. */
function signal(setup: Setup, pid: number | undefined, name: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): void {
  if (pid === undefined) return;
  try {
    if (process.platform !== 'win32' || name === 'SIGKILL') process.kill(pid, name);
    else spawnSync(setup.binaries.pgCtl, ['kill', name.slice(3), String(pid)], { env: BARE });
  } catch {
    // It is gone already.
  }
}

function startFault({ startLog, cluster }: Launch): EmbeddedFault {
  const log = existsSync(startLog) ? tail(readFileSync(startLog, 'utf8')) : '';
  if (/No space left on device|Disk quota exceeded/.test(log)) return diskFull(cluster, log);
  return new EmbeddedFault('start', 'La base de données n’a pas pu démarrer.', log);
}
