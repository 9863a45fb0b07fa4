/** Five hundred readers of one salon: how long a message takes to reach them all, and how many deliveries fit in a second. */
import { href } from '~/urls';
import { getRequest, openConnection, postRequest } from '../connection';
import { load } from '../load';
import { processorSeconds } from '../machine';
import { type Posting, postSteadily } from '../posters';
import { openReaders, type Readers } from '../readers';
import { pause, quantile } from '../rounds';
import type { Served } from '../server';
import { ms, type Row, ratio, whole } from '../table';
import type { Bench } from './bench';

export type Steady = {
  readonly p50: number;
  readonly p99: number;
  readonly faults: string;
  readonly processor: number;
};
export type Flood = {
  readonly perSecond: number;
  readonly posts: number;
  readonly faults: string;
  readonly processor: number;
};

export async function delivery(bench: Bench): Promise<Row[]> {
  const { site, quick } = bench;
  const count = quick ? 100 : 500;
  const seconds = quick ? 10 : 60;
  const flood = quick ? 3 : 6;

  const server = await openReaders(bench.server.port, readersOf(bench, count));
  const before = await numbersOf(bench);
  const ours = await steadily(bench.server, posting(bench), server, before, seconds, async (sentAt) =>
    sentByNumber(
      sentAt,
      await site.sql<Stored[]>`
        select seq as id, substring(content from '^banc ([0-9]+) ') as n
        from chat_messages where salon_id = ${site.salonId} and seq > ${before}`,
    ),
  );
  const most = await flooded(bench.server, posting(bench), server, () => numbersOf(bench), flood);
  server.close();

  const bare = await openReaders(
    bench.floor.port,
    Array.from({ length: count }, () => ({ path: '/flux', cookie: '' })),
  );
  await ask(bench.floor.port, `/frame/${site.salonId}`);
  const inserts = (n: number) => postRequest(`/insert/${n}`, {}, {});
  const floor = await steadily(
    bench.floor,
    { port: bench.floor.port, request: inserts },
    bare,
    0,
    Math.min(seconds, 15),
    async (sentAt) => new Map([...sentAt.entries()]),
  );
  const writes = (n: number) => postRequest(`/write/${n + 1}`, {}, {});
  const floorMost = await flooded(bench.floor, { port: bench.floor.port, request: writes }, bare, null, flood);
  const insertMost = await flooded(bench.floor, { port: bench.floor.port, request: inserts }, bare, null, flood);
  bare.close();

  const name = `${count} readers, 100 messages/s for ${seconds} s`;
  return [
    { what: `${name}: lost / double / out of order`, ours: ours.faults, goal: '0 / 0 / 0' },
    {
      what: `${name}: p50; floor: bare insert + event`,
      ours: ms(ours.p50),
      floor: ms(floor.p50),
      ratio: ratio(ours.p50, floor.p50),
    },
    {
      what: `${name}: p99`,
      ours: ms(ours.p99),
      floor: ms(floor.p99),
      ratio: ratio(ours.p99, floor.p99),
      goal: '≤ 30 ms',
    },
    {
      what: `${name}: server's core in use`,
      ours: `${whole(ours.processor * 100)} %`,
      floor: `${whole(floor.processor * 100)} %`,
    },
    {
      what: `saturation, ${count} readers, deliveries; floor: bare writes`,
      ours: `${whole(most.perSecond)}/s`,
      floor: `${whole(floorMost.perSecond)}/s`,
      ratio: ratio(most.perSecond, floorMost.perSecond),
      goal: '≥ 120,000/s',
    },
    {
      what: `saturation, deliveries; floor: bare insert + event`,
      ours: `${whole(most.perSecond)}/s`,
      floor: `${whole(insertMost.perSecond)}/s`,
      ratio: ratio(most.perSecond, insertMost.perSecond),
    },
    {
      what: `saturation: messages stored; lost / double / out of order; server's core`,
      ours: `${whole(most.posts)}/s; ${most.faults}; ${whole(most.processor * 100)} %`,
      goal: '0 / 0 / 0',
    },
  ];
}

export type Stored = { readonly id: string; readonly n: string };

/** When each stored message was sent, by the number its event carries. */
export function sentByNumber(sentAt: Float64Array, rows: readonly Stored[]): ReadonlyMap<number, number> {
  return new Map(rows.map((row) => [Number(row.id), sentAt[Number(row.n)] ?? Number.NaN]));
}

export function readersOf({ site }: Bench, count: number) {
  return Array.from({ length: count }, (_, n) => ({
    path: href('salonStream', { salon: site.salonId }),
    cookie: site.members[n % site.members.length]?.cookie ?? '',
  }));
}

export function posting({ site, server }: Bench): Posting {
  const path = href('messages', { salon: site.salonId });
  const text = 'Bonjour à tous, j’ai rempoté les tomates ce matin.';
  const request = (n: number) =>
    postRequest(
      path,
      { texte: `banc ${n} ${text}` },
      { Cookie: site.members[n % site.members.length]?.cookie ?? '', Origin: server.origin, 'X-Aurora': 'fragment' },
    );
  return { port: server.port, request };
}

export async function numbersOf({ site }: Bench): Promise<number> {
  const [row] = await site.sql<{ seq: string }[]>`select last_seq as seq from salons where id = ${site.salonId}`;
  return Number(row?.seq);
}

export async function steadily(
  served: Served,
  posts: Posting,
  readers: Readers,
  before: number,
  seconds: number,
  sentOf: (sentAt: Float64Array) => Promise<ReadonlyMap<number, number>>,
): Promise<Steady> {
  await pause(1_500);
  const arrivals: [id: number, now: number][] = [];
  readers.expectAfter(before, (id, now) => arrivals.push([id, now]));
  const began = processorSeconds(served.pid);
  const { sentAt, refused } = await postSteadily(posts, 100, seconds);
  const processor = (processorSeconds(served.pid) - began) / seconds;
  await quiet(readers);
  const { lost, double, disordered } = readers.verdict(before + 100 * seconds - refused);
  const sent = await sentOf(sentAt);
  const times = Float64Array.from(arrivals, ([id, now]) => now - (sent.get(id) ?? Number.NaN)).sort();
  const faults = `${lost} / ${double} / ${disordered}${refused > 0 ? `, ${refused} posts refused` : ''}${readers.cut() > 0 ? `, ${readers.cut()} streams cut` : ''}`;
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), faults, processor };
}

export async function flooded(
  served: Served,
  { port, request }: Posting,
  readers: Readers,
  lastNumber: (() => Promise<number>) | null,
  seconds: number,
): Promise<Flood> {
  readers.expectAfter(lastNumber ? await lastNumber() : 0);
  const began = processorSeconds(served.pid);
  const started = performance.now();
  const { perSecond: posts } = await load({ port, connections: 16, seconds, request, status: 204 });
  const delivered = readers.arrived() / ((performance.now() - started) / 1_000);
  const processor = (processorSeconds(served.pid) - began) / seconds;
  await quiet(readers);
  const { lost, double, disordered } = readers.verdict(lastNumber ? await lastNumber() : 0);
  const faults = `${lost} / ${double} / ${disordered}${readers.cut() > 0 ? `, ${readers.cut()} streams cut` : ''}`;
  return { perSecond: delivered, posts, faults, processor };
}

/** Until nothing has arrived for a while. */
async function quiet(readers: Readers): Promise<void> {
  for (let before = -1; before !== readers.arrived(); await pause(1_000)) before = readers.arrived();
}

async function ask(port: number, path: string): Promise<void> {
  const connection = await openConnection(port);
  await connection.ask(getRequest(path, {}));
  connection.close();
}
