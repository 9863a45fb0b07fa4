/** What is done to a site while its members talk: one stroke each, again and again. What a stroke breaks, it mends. */
import { writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Follower } from './follower';
import type { Host } from './hosts';
import type { Store } from './store';

export type Stage = {
  readonly hosts: readonly Host[];
  readonly followers: readonly Follower[];
  readonly store: Store;
  readonly random: () => number;
};

type Fault = {
  readonly does: string;
  /** Milliseconds between two strokes. */
  readonly every: number;
  readonly strike: (stage: Stage) => Promise<unknown>;
};

export const FAULTS = {
  none: { does: 'nothing', every: 1_000, strike: async () => {} },
  kill: {
    does: 'kill -9 of a process, which is started again',
    every: 2_000,
    strike: (stage) => hostOf(stage).restart('SIGKILL'),
  },
  stop: {
    does: 'SIGTERM, and the next process at the same port',
    every: 2_500,
    strike: (stage) => hostOf(stage).restart('SIGTERM'),
  },
  freeze: {
    does: 'SIGSTOP of a process for two seconds',
    every: 1_500,
    async strike(stage) {
      const host = hostOf(stage);
      host.signal('SIGSTOP');
      await pause(2_000);
      host.signal('SIGCONT');
    },
  },
  cut: {
    does: 'every reader cut about every two seconds',
    every: 100,
    strike: async ({ followers, random }) => followers.forEach((each) => random() < 0.05 && each.cut()),
  },
  stall: {
    does: 'a third of the readers takes nothing for three seconds',
    every: 3_500,
    strike: async ({ followers, random }) => followers.forEach((each) => random() < 0.33 && each.stall(3_000)),
  },
  backends: {
    does: 'every connection to the database ended, each half second',
    every: 500,
    strike: ({ store }) => store.endConnections('aurora50%'),
  },
  listener: {
    does: 'the listening connection ended, or left open and silent',
    every: 4_000,
    strike: async ({ store, random }) =>
      random() < 0.5 ? store.endConnections('aurora50 notifications') : store.freezeListeners(),
  },
  database: {
    does: 'kill -9 of PostgreSQL, which recovers and starts again',
    every: 4_000,
    strike: ({ store }) => store.crash(),
  },
  clock: {
    does: 'the clock of a process moved by twenty minutes and back',
    every: 1_500,
    strike: async (stage) => hostOf(stage).signal('SIGUSR2'),
  },
  disk: {
    does: "the database's disk full for two seconds",
    every: 4_000,
    async strike({ store }) {
      const filler = path.join(store.folder, 'filler');
      // Written until there is no room: that is the point.
      for (let n = 0; fill(`${filler}-${n}`); n += 1);
      await pause(2_000);
      await Promise.all(Array.from({ length: 4_000 }, (_, n) => rm(`${filler}-${n}`, { force: true })));
    },
  },
} as const satisfies Record<string, Fault>;
export type FaultName = keyof typeof FAULTS;
export const faultNames = Object.keys(FAULTS) as FaultName[];

const hostOf = ({ hosts, random }: Stage) => hosts[Math.floor(random() * hosts.length)] as Host;

function fill(file: string): boolean {
  try {
    writeFileSync(file, Buffer.alloc(1024 * 1024));
    return true;
  } catch {
    return false;
  }
}

/** Strikes until told to stop, which resolves when the last stroke is mended. */
export function keepStriking(name: FaultName, stage: Stage): { stop: () => Promise<number> } {
  const { every, strike }: Fault = FAULTS[name];
  let over = false;
  let wake = () => {};
  const strokes = (async () => {
    for (let count = 0; ; count += 1) {
      const waited = new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, every).unref();
      });
      await waited;
      if (over) return count;
      await strike(stage);
    }
  })();
  return {
    stop() {
      over = true;
      wake();
      return strokes;
    },
  };
}
