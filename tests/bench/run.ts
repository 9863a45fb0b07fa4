/**
 * The bench: one site, one server, one floor beside it, and a table at the end. Everything is bounded in time and
 * count, speaks on loopback only and ends the processes it started.
 */

import { setTimeout as pause } from 'node:timers/promises';
import { refuseStale } from './gate';
import { machine, memoryOf, pinLoad } from './machine';
import type { Bench } from './measures/bench';
import { coursePages } from './measures/course-pages';
import { delivery } from './measures/delivery';
import { deliverySizes } from './measures/delivery-sizes';
import { former } from './measures/former';
import { growth } from './measures/growth';
import { manyMembers } from './measures/many-members';
import { idleReaders } from './measures/memory';
import { otherPages } from './measures/other-pages';
import { peerDelivery } from './measures/peer-delivery';
import { peerPages } from './measures/peers';
import { roomPage } from './measures/room-page';
import { signIns } from './measures/sign-ins';
import { sizes } from './measures/sizes';
import { starts } from './measures/starts';
import { statistics } from './measures/statistics';
import { storm } from './measures/storm';
import { targets } from './measures/targets';
import { weights } from './measures/weights';
import { writes } from './measures/writes';
import { serve, serveFloor } from './server';
import { openSite } from './site';
import { megabytes, type Row, table } from './table';

const MEASURES = {
  weights,
  starts,
  rooms: roomPage,
  pages: async (bench: Bench) => [...(await otherPages(bench)), ...(await coursePages(bench))],
  peers: async (bench: Bench) => [...(await peerPages(bench)), ...(await peerDelivery(bench))],
  targets,
  writes,
  delivery: async (bench: Bench) => [...(await delivery(bench)), ...(await deliverySizes(bench))],
  memory: idleReaders,
  storm,
  signIns,
  // They fill the site: with members, then with salons and messages.
  members: manyMembers,
  statistics,
  sizes,
  former,
  growth,
} as const;
export type Measure = keyof typeof MEASURES;
export const measureNames = Object.keys(MEASURES) as Measure[];
/** Only by name: its data take longer to make than all the rest to measure. */
const BY_NAME: readonly Measure[] = ['growth'];
/** What `npm run bench` measures, within half an hour. */
export const wholeRun = measureNames.filter((name) => !BY_NAME.includes(name));

export type BenchOptions = {
  readonly build: string;
  readonly quick: boolean;
  readonly only: readonly Measure[];
  /** Options for the server's Node, such as --cpu-prof. */
  readonly node: readonly string[];
};

export type BenchResults = {
  readonly at: string;
  readonly machine: readonly string[];
  /** Too short for figures to keep. */
  readonly quick: boolean;
  readonly measures: readonly Measure[];
  readonly rows: readonly Row[];
};

/** @returns the table, with the machine's size above it, and what is in it */
export async function runBench(options: BenchOptions): Promise<{ text: string; results: BenchResults }> {
  const { build, quick, only, node } = options;
  pinLoad();
  const site = await openSite();
  const ends: (() => Promise<void>)[] = [site.close];
  try {
    const floor = await serveFloor(site.url);
    ends.push(floor.stop);
    const server = await serve(build, site.url, node);
    ends.push(server.stop);
    await refuseStale(server.origin, site);
    tell('every change shows in the very next page');
    const bench: Bench = { site, build, server, floor, quick };
    const rows: Row[] = [];
    for (const name of only) {
      tell(name);
      const found = await measured(name, bench);
      rows.push(...found.rows);
      if (found.isEnd) break;
    }
    rows.push({
      what: 'memory at its highest in all of this',
      ours: megabytes(memoryOf(server.pid).peak),
      goal: '≤ 220 MB',
    });
    const place = machine(site.postgresVersion);
    const text = [...place, quick ? 'quick: no figures to keep' : '', table(rows)].filter(Boolean).join('\n\n');
    return { text, results: { at: new Date().toISOString(), machine: place, quick, measures: only, rows } };
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

/** ms. `growth` makes five million messages first. */
const LONGEST: Readonly<Partial<Record<Measure, number>>> = { growth: 45 * 60_000 };
const LONG = 10 * 60_000;

/** What goes wrong in one measure is a row, and the others are measured; one that does not end is the last one. */
async function measured(name: Measure, bench: Bench): Promise<{ rows: readonly Row[]; isEnd: boolean }> {
  const most = LONGEST[name] ?? LONG;
  const late = new AbortController();
  const end = pause(most, null, { signal: late.signal });
  try {
    const rows = await Promise.race([MEASURES[name](bench), end]);
    if (rows) return { rows, isEnd: false };
    return { rows: [{ what: name, ours: `not done in ${most / 60_000} minutes`, goal: 'done' }], isEnd: true };
  } catch (error) {
    tell(`${name}: ${error}`);
    return {
      rows: [{ what: name, ours: `failed: ${(error as Error).message}`.slice(0, 120), goal: 'done' }],
      isEnd: false,
    };
  } finally {
    late.abort();
    end.catch(() => {});
  }
}

/** To whoever waits; the table alone goes to the standard output. */
function tell(text: string): void {
  process.stderr.write(`▸ ${text}\n`);
}
