/**
 * Several processes that share one port (WEB_CONCURRENCY; docs/decisions/055): this one answers nobody. It hands out
 * connections, replaces a process that has died, and on SIGUSR2 puts new ones in the place of the old, one by one: whoever is
 * new has answered its own health before it is handed anything, and whoever is old finishes what it has begun.
 */
import cluster, { type Worker } from 'node:cluster';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '~/config';
import { passFiguresOn } from '~/operating/processes';
import { keepState, removeState, type TakeOver, upgradeIn } from './primary-state';
import { ended, ProcessFault, ready } from './readiness';
import type { Served } from './serve';
import { closeUntaken } from './untaken';

/** After a process that dies at once, the next ones are started slower and slower (ms). */
const REVIVE_WITHIN = 10_000;

/** @param settings what every process starts with, on top of this one's environment */
export async function startPrimary(config: Config, settings: Readonly<Record<string, string>>): Promise<Served> {
  const crowd: Crowd = { settings, serving: new Set(), starting: new Set(), stopping: false, falls: 0 };
  const state = { dataDir: config.dataDir, takeOvers: 0 };
  const started = startAll(crowd, config.webConcurrency).then(() => keepState(state, null));
  let turn = started.catch(() => {});
  process.on('SIGUSR2', () => {
    turn = turn.then(async () => {
      const last = await changeTo(crowd, upgradeIn(config.dataDir)?.root ?? null);
      state.takeOvers += 1;
      keepState(state, last);
    });
  });
  await started;
  return {
    async stop() {
      await stopAll(crowd);
      removeState(config.dataDir);
    },
  };
}

type Crowd = {
  readonly settings: Readonly<Record<string, string>>;
  readonly serving: Set<Worker>;
  /** On their way: forked, and not ready yet. */
  readonly starting: Set<Promise<void>>;
  stopping: boolean;
  /** Processes that died in a row before they were ready. */
  falls: number;
};

/** The first one alone: it migrates, and the others find everything done. */
async function startAll(crowd: Crowd, count: number): Promise<void> {
  await start(crowd);
  await Promise.all(Array.from({ length: count - 1 }, () => start(crowd)));
}

/** @throws ProcessFault */
function start(crowd: Crowd): Promise<void> {
  const started = startOne(crowd).finally(() => crowd.starting.delete(started));
  crowd.starting.add(started);
  return started;
}

async function startOne(crowd: Crowd): Promise<void> {
  const worker = cluster.fork(crowd.settings);
  closeUntaken(worker);
  await ready(worker.process);
  if (crowd.stopping) return ended(worker.process);
  crowd.serving.add(worker);
  passFiguresOn(worker, crowd.serving);
  crowd.falls = 0;
  worker.once('exit', () => {
    if (crowd.serving.delete(worker)) void revive(crowd);
  });
}

async function revive(crowd: Crowd): Promise<void> {
  while (!crowd.stopping) {
    crowd.falls += 1;
    await pause(Math.min(50 * 2 ** crowd.falls, REVIVE_WITHIN));
    if (crowd.stopping) return;
    const lives = await start(crowd).then(
      () => true,
      () => false,
    );
    if (lives) return;
  }
}

function retire({ serving }: Crowd, worker: Worker): Promise<void> {
  serving.delete(worker);
  return ended(worker.process);
}

/** @param root the folder of another version, of which the new processes are; null: of the same one as before */
async function changeTo(crowd: Crowd, root: string | null): Promise<TakeOver> {
  if (root === null) return replaceAll(crowd);
  const { exec = '', cwd } = cluster.settings;
  cluster.setupPrimary({ exec: path.join(root, 'scripts/start.mjs'), cwd: root });
  const outcome = await replaceAll(crowd);
  if (outcome.outcome === 'kept') cluster.setupPrimary({ exec, cwd: cwd ?? process.cwd() });
  return outcome;
}

/** The first new one decides: as long as it is not well, every old one stays. */
async function replaceAll(crowd: Crowd): Promise<TakeOver> {
  // One that takes the place of a dead one is of the old version too.
  await Promise.allSettled(crowd.starting);
  try {
    for (const worker of [...crowd.serving]) {
      await start(crowd);
      await retire(crowd, worker);
    }
    return { outcome: 'switched', reason: null };
  } catch (error) {
    if (!(error instanceof ProcessFault)) throw error;
    return { outcome: 'kept', reason: error.message };
  }
}

async function stopAll(crowd: Crowd): Promise<void> {
  crowd.stopping = true;
  await Promise.all([...crowd.serving].map((worker) => retire(crowd, worker)));
}
