/**
 * The queue's worker (docs/decisions/014): the only importer of graphile-worker, on connections of its own driver, as
 * the system role. One job at a time in each process: whoever kills it repeats one job.
 */
import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger, WorkerEvents } from 'graphile-worker';
import type { Pool, PoolClient } from 'pg';
import { openPool } from './pool';
import { EMPTY_QUEUES, HERE, RECOVER, RIGHTS } from './queries';

/** `_cron` is there where the crontab asked for it: `ts` is the minute for which it did (ISO 8601, UTC). */
type Payload = { readonly id?: string; readonly _cron?: { readonly ts: string } };
/** @param signal aborted when the process is about to end */
export type Task = (payload: Payload, signal?: AbortSignal) => Promise<void>;

export type WorkerOptions = {
  /** As the owner of the schema. */
  readonly url: string;
  readonly tasks: Readonly<Record<string, Task>>;
  /** `7 * * * * sweep`, one a line, in UTC. */
  readonly crontab: string;
  /** Runs whenever the worker starts: gives a job to whatever waits without one. */
  readonly adopt: () => Promise<void>;
  readonly log: (message: string, error?: unknown) => void;
  /** How often the queue is asked although no notification came, in ms: for jobs whose time comes. */
  readonly pollInterval: number;
};

export type Worker = {
  /** For `/sante`: false once there has been no worker for a minute. */
  readonly isWell: () => boolean;
  /** Lets the job under way end, within seconds. */
  readonly stop: () => Promise<void>;
};

const RESTART_WITHIN = 10_000; // ms
const RECOVER_EVERY = 10_000; // ms
/** A job that has not ended by then is told to; what it was sending is sent again with the same key. */
const JOB_MAY_TAKE = 2_000; // ms
const STOP_WITHIN = 5_000; // ms
const ILL_AFTER = 60_000; // ms

/** Starts beside what is running: the caller waits for nothing. A worker that falls is followed by another. */
export function startWorker(options: WorkerOptions): Worker {
  const stopping = new AbortController();
  const state = { well: false, since: Date.now() };
  const turn = (well: boolean) => Object.assign(state, { well, since: Date.now() });
  const life = live(options, stopping.signal, turn);
  return {
    isWell: () => state.well || Date.now() - state.since < ILL_AFTER,
    stop: async () => {
      stopping.abort();
      await Promise.race([life, pause(STOP_WITHIN, undefined, { ref: false })]);
    },
  };
}

async function live(options: WorkerOptions, stopping: AbortSignal, turn: (well: boolean) => void): Promise<void> {
  let falls = 0;
  while (!stopping.aborted) {
    try {
      await work(options, stopping, () => {
        falls = 0;
        turn(true);
      });
    } catch (error) {
      options.log(`jobs: no worker, another one follows (${wordsOf(error)})`);
    }
    if (falls === 0) turn(false);
    falls += 1;
    await pause(Math.min(100 * 2 ** falls, RESTART_WITHIN), undefined, { signal: stopping }).catch(() => {});
  }
}

/** The runner works with one, listens with one, and one stands for the worker. */
const CONNECTIONS = 3;

/** One worker's life: until it is told to stop, or until its connection dies. */
async function work(options: WorkerOptions, stopping: AbortSignal, onStarted: () => void): Promise<void> {
  const { Logger } = await import('graphile-worker');
  const logger = new Logger(() => (level, message) => {
    // The tasks tell of their own failures; what the library says of lost connections is no error of ours.
    if (level === 'error') options.log(`jobs: ${message.split('\n')[0]}`);
  });
  await prepare(options, logger);
  const pool = await openPool(options.url, 'aurora_system', CONNECTIONS, options.log);
  try {
    await standing(pool, options, logger, stopping, onStarted);
  } finally {
    // Not waited for: a connection that does not answer would hold up the next worker.
    void pool.end();
  }
}

/** The queue's own tables, and the system role's rights on them. */
async function prepare({ url, log }: WorkerOptions, logger: Logger): Promise<void> {
  const { runMigrations } = await import('graphile-worker');
  const owner = await openPool(url, null, 1, log);
  try {
    await runMigrations({ pgPool: owner, logger });
    await owner.query(RIGHTS);
    await owner.query(EMPTY_QUEUES);
  } finally {
    void owner.end();
  }
}

/** Holds one connection that says « this worker lives », and lets the runner run beside it. */
async function standing(
  pool: Pool,
  options: WorkerOptions,
  logger: Logger,
  stopping: AbortSignal,
  onStarted: () => void,
): Promise<void> {
  const { run } = await import('graphile-worker');
  const workerId = `aurora50-${randomUUID()}`;
  const client = await pool.connect();
  const events: WorkerEvents = new EventEmitter();
  // The name under which jobs are taken is given before the first one is: its lock is held by then.
  events.on('pool:create', ({ workerPool }) => Object.assign(workerPool, { id: workerId }));
  const over = new AbortController();
  const ended = firstOf(client, events, stopping, over.signal);
  try {
    await client.query(HERE, [workerId]);
    const recover = () => inTime(client.query(RECOVER, [workerId]));
    await recover();
    await options.adopt();
    const runner = await run(runnerOptions(options, { pgPool: pool, events, logger }));
    onStarted();
    const lost = keepDoing(recover, over.signal);
    await Promise.race([ended, runner.promise, lost]).catch(() => {});
    await inTime(runner.stop().catch(() => {}));
  } finally {
    over.abort();
    client.release(true);
  }
}

/** Whatever ends the worker. Never refused: nobody may be waiting for it when it comes. */
function firstOf(client: PoolClient, events: WorkerEvents, stopping: AbortSignal, over: AbortSignal): Promise<unknown> {
  const until = { signal: over };
  const stopped = stopping.aborted ? Promise.resolve() : once(stopping, 'abort', until);
  const ends = [once(client, 'end', until), once(events, 'worker:fatalError', until), stopped];
  return Promise.race(ends).catch(() => {});
}

type Parts = {
  readonly pgPool: Pool;
  readonly events: WorkerEvents;
  readonly logger: Logger;
};

function runnerOptions(options: WorkerOptions, parts: Parts) {
  return {
    ...parts,
    concurrency: 1,
    taskList: taskList(options),
    crontab: options.crontab,
    pollInterval: options.pollInterval,
    gracefulShutdownAbortTimeout: JOB_MAY_TAKE,
    noHandleSignals: true,
    // Without a batch, the library waits for no answer when it reports the end of a job: a connection that is cut in
    // that moment would be an uncaught error. A batch of one hears of it and ends the worker.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  };
}

/** Ends with the first failure. */
async function keepDoing(work: () => Promise<unknown>, over: AbortSignal): Promise<void> {
  // Sooner at first: PostgreSQL may take a moment to notice that the worker before this one was killed.
  for (let wait = 500; ; wait = Math.min(wait * 2, RECOVER_EVERY)) {
    await pause(wait, undefined, { signal: over });
    await work();
  }
}

/** A connection that neither answers nor dies must not hold up the next worker. */
async function inTime(work: Promise<unknown>): Promise<void> {
  const late = new AbortController();
  try {
    await Promise.race([
      work,
      pause(RESTART_WITHIN, undefined, { signal: late.signal }).then(() => {
        throw new Error('the queue does not answer');
      }),
    ]);
  } finally {
    late.abort();
  }
}

function taskList({ tasks, log }: WorkerOptions): Record<string, (payload: unknown, job: Job) => Promise<void>> {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload: unknown, { abortSignal }: Job) => {
        // The pool has one signal for all its jobs: whatever listens to it would stay there for ever.
        const ending = new AbortController();
        const end = () => ending.abort();
        abortSignal?.addEventListener('abort', end);
        try {
          // Ours carry an id and nothing else; a cron job's is the queue's own.
          await task(payload as Payload, ending.signal);
        } catch (error) {
          log(`job ${name} failed, to be tried again`, error);
          throw error;
        } finally {
          abortSignal?.removeEventListener('abort', end);
        }
      },
    ]),
  );
}

type Job = { readonly abortSignal?: AbortSignal };

/** Errors of the driver may carry the statement's values in their details; their message does not. */
function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
