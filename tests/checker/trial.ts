/** One trial: members talk and listen, one kind of fault strikes, all is mended, and the history is judged. */
import { setTimeout as pause } from 'node:timers/promises';
import { memoryOf } from '../bench/machine';
import { type FaultName, keepStriking, type Stage } from './faults';
import { type Follower, followSalon } from './follower';
import { held, type Verdict, verdictOn } from './history';
import { type Host, startHost } from './hosts';
import { type Poster, postSteadily } from './poster';
import { type Numbers, receiptsOf } from './receipts';
import { startRedis } from './redis';
import type { Store } from './store';

export type Trial = {
  /** All of them at once. */
  readonly faults: readonly FaultName[];
  readonly hosts: HostsName;
  readonly readers: number;
  readonly perSecond: number;
  readonly seconds: number;
  /** Of what is drawn by lot: whom a stroke meets, how long a reader waits. */
  readonly seed: number;
  readonly from: number;
};

export type Judged = {
  readonly verdict: Verdict;
  /** Also false when a process said what it may never say, or a reader was sent away. */
  readonly held: boolean;
  readonly posts: number;
  readonly acknowledged: number;
  readonly unknown: number;
  readonly strokes: number;
  readonly received: number;
  /** Resident memory of the first process after a minute and at the end, in bytes, where the process is the same. */
  readonly memory: readonly [early: number, late: number] | null;
  readonly remarks: readonly string[];
};

/** What stands behind the site's one name. */
export const HOSTS = {
  one: { does: 'one process', settings: [{}] },
  two: { does: 'two processes', settings: [{}, {}] },
  workers: { does: 'two workers at one port', settings: [{ WEB_CONCURRENCY: '2' }] },
  redis: { does: 'two processes with Redis between them', settings: [{}, {}], redis: true },
} as const satisfies Record<
  string,
  { does: string; settings: readonly Readonly<Record<string, string>>[]; redis?: boolean }
>;
export type HostsName = keyof typeof HOSTS;

export async function judge(store: Store, trial: Trial): Promise<Judged> {
  const hosts: Host[] = [];
  const between = 'redis' in HOSTS[trial.hosts] ? await startRedis() : null;
  const beside: Record<string, string> = between ? { REDIS_URL: between.url } : {};
  try {
    for (const settings of HOSTS[trial.hosts].settings)
      hosts.push(await startHost({ ...settings, ...beside, DATABASE_URL: store.url }));
    const evening = await spend(store, hosts, trial);
    // What its processes have said to the end counts too.
    for (const host of hosts) await host.close();
    return judged(evening, hosts);
  } finally {
    await Promise.all(hosts.map((host) => host.close()));
    await between?.close();
  }
}

type Evening = Pick<Judged, 'strokes' | 'memory'> & {
  readonly posts: Poster['posts'];
  readonly stored: Awaited<ReturnType<Store['storedFrom']>>;
  readonly followers: readonly Follower[];
};

async function spend(store: Store, hosts: readonly Host[], trial: Trial): Promise<Evening> {
  const random = draws(trial.seed);
  const followers = await follow(store, hosts, trial, random);
  const stage: Stage = { hosts, followers, store, random };
  try {
    const poster = postSteadily({
      places: store.places,
      host: (attempt) => hosts[attempt % hosts.length] as Host,
      perSecond: trial.perSecond,
      from: trial.from,
    });
    const striking = trial.faults.map((fault) => keepStriking(fault, stage));
    const memory = await watchMemory(hosts[0] as Host, trial.seconds);
    const strokes = (await Promise.all(striking.map((each) => each.stop()))).reduce((sum, each) => sum + each, 0);
    await poster.finish();
    const stored = await store.storedFrom(trial.from);
    await untilAllHeard(followers, stored);
    return { posts: poster.posts, stored, followers, strokes, memory };
  } finally {
    for (const each of followers) each.close();
  }
}

async function follow(
  store: Store,
  hosts: readonly Host[],
  { readers }: Trial,
  random: () => number,
): Promise<Follower[]> {
  const begin = await store.lastNumbers();
  const numbers = new Map(store.places.map(({ salon }) => [salon, new Map() as Numbers]));
  return Array.from({ length: readers }, (_, n) => {
    const { salon, cookies } = store.places[n % store.places.length] as Store['places'][number];
    const receipts = receiptsOf(`reader ${n}`, salon, begin.get(salon) ?? 0, numbers.get(salon) as Numbers);
    let connections = n;
    const port = () => (hosts[connections++ % hosts.length] as Host).port;
    return followSalon(receipts, { cookie: cookies[n % cookies.length] ?? '', port, random });
  });
}

async function watchMemory(host: Host, seconds: number): Promise<readonly [number, number] | null> {
  const pid = host.pid();
  const early = Math.min(60, seconds);
  await pause(early * 1_000);
  const then = resident(pid);
  await pause((seconds - early) * 1_000);
  return seconds > early && host.pid() === pid ? [then, resident(pid)] : null;
}

function resident(pid: number): number {
  try {
    return memoryOf(pid).now;
  } catch {
    // Known on Linux only, and of a process that is there.
    return Number.NaN;
  }
}

/** Until every reader has all, or nothing has come for a while that is longer than any pause of ours. */
async function untilAllHeard(followers: readonly Follower[], stored: readonly { salon: string; seq: number }[]) {
  const last = new Map<string, number>();
  for (const { salon, seq } of stored) last.set(salon, Math.max(seq, last.get(salon) ?? 0));
  const behind = () => followers.filter(({ receipts }) => receipts.last() < (last.get(receipts.salon) ?? 0)).length;
  for (let waited = 0; behind() > 0 && waited < 30_000; waited += 100) await pause(100);
}

function judged({ posts, stored, followers, strokes, memory }: Evening, hosts: readonly Host[]): Judged {
  const readers = followers.map(({ receipts }) => receipts);
  const verdict = verdictOn(posts, stored, readers);
  const sentAway = followers.flatMap((each) => each.sentAway() ?? []);
  const behind = followers
    .filter(({ receipts: { reader } }) => verdict.missed.some((each) => each.endsWith(` ${reader}`)))
    .map((each) => `${each.receipts.reader} was answered ${each.answers()}`);
  const remarks = [...new Set([...sentAway, ...behind, ...hosts.flatMap((host) => host.faults())])];
  const outcomes = (wanted: string) => posts.filter(({ outcome }) => outcome === wanted).length;
  return {
    verdict,
    held: held(verdict) && remarks.length === 0 && outcomes('acknowledged') > 0,
    posts: posts.length,
    acknowledged: outcomes('acknowledged'),
    unknown: outcomes('unknown'),
    strokes,
    received: readers.reduce(
      (sum, { salon, has }) => sum + stored.filter((row) => row.salon === salon && has(row.seq)).length,
      0,
    ),
    memory,
    remarks,
  };
}

/** The same draws for the same seed (mulberry32). */
function draws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
