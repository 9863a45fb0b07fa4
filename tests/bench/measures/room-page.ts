/** The room of fifty messages, asked for by fifty members in turn. */
import { href } from '~/urls';
import { getRequest } from '../connection';
import { processorTime, statementRows } from '../cost';
import { type Loaded, load } from '../load';
import { alternating, median, thrice } from '../rounds';
import { kilobytes, ms, type Row, ratio, whole } from '../table';
import type { Bench } from './bench';

const perSecond = (rounds: readonly Loaded[]) => median(rounds.map((round) => round.perSecond));
const p99 = (rounds: readonly Loaded[]) => median(rounds.map((round) => round.p99));

export async function roomPage(bench: Bench): Promise<Row[]> {
  const { site, server, floor } = bench;
  const seconds = bench.quick ? 1 : 4;
  const path = href('salon', { salon: site.salonId });
  const requests = (headers: Record<string, string> = {}) =>
    site.members.map((member) => getRequest(path, { Cookie: member.cookie, ...headers }));
  const inTurn = (list: readonly Buffer[]) => (n: number) => list[n % list.length] ?? Buffer.alloc(0);
  const plain = inTurn(requests());
  const ours = (connections: number, request = plain, before?: () => Promise<unknown>) =>
    load({ port: server.port, connections, seconds, request, before });
  const theirs = (what: 'react' | 'kept', connections = 10, before?: () => Promise<unknown>) =>
    load({ port: floor.port, connections, seconds, request: () => getRequest(`/${what}/${site.salonId}`, {}), before });
  /** Moves the salon's number of people, so that no kept list serves; both sides wait for it. Not waited for by the disk. */
  const chill = () => site.sql`
    with s as materialized (select set_config('synchronous_commit', 'off', true))
    update salons set people_version = people_version + 1 from s where id = ${site.salonId}`;

  for (const warm of [() => ours(10), () => theirs('react'), () => theirs('kept')]) await warm();
  const cost = await processorTime(server.pid, () => ours(10));
  const floorCost = await processorTime(floor.pid, () => theirs('react'));
  const react = await alternating(
    () => ours(10),
    () => theirs('react'),
  );
  const kept = await alternating(
    () => ours(10),
    () => theirs('kept'),
  );
  const at50 = await alternating(
    () => ours(50),
    () => theirs('react', 50),
  );
  const cold = await alternating(
    () => ours(10, plain, chill),
    () => theirs('react', 10, chill),
  );
  const packed = await thrice(() => ours(10, inTurn(requests({ 'Accept-Encoding': 'gzip' }))));
  const page = await fetch(server.origin + path, { headers: { Cookie: site.members[0]?.cookie ?? '' } });
  const html = Buffer.from(await page.arrayBuffer());

  const row = (what: string, mine: Loaded[], floors: Loaded[], goal = ''): Row => ({
    what,
    ours: `${whole(perSecond(mine))}/s`,
    floor: `${whole(perSecond(floors))}/s`,
    ratio: ratio(perSecond(mine), perSecond(floors)),
    goal,
  });
  const slow = (what: string, mine: Loaded[], floors: Loaded[]): Row => ({
    what,
    ours: ms(p99(mine)),
    floor: ms(p99(floors)),
    ratio: ratio(p99(mine), p99(floors)),
  });
  return [
    row('room page, 10 connections; floor: React string', react.ours, react.floor, '≥ 800/s'),
    row('room page, 10 connections; floor: one query + kept bytes', kept.ours, kept.floor),
    slow('room page p99, 10 connections; floor: React string', react.ours, react.floor),
    row('room page, 50 connections; floor: React string', at50.ours, at50.floor),
    slow('room page p99, 50 connections; floor: React string', at50.ours, at50.floor),
    row('room page, caches cold; floor: React string', cold.ours, cold.floor, '≥ 0.8×'),
    { what: 'room page, gzip asked for', ours: `${whole(perSecond(packed))}/s` },
    {
      what: 'room page, processor time; floor: React string',
      ours: `${cost.toFixed(2)} ms`,
      floor: `${floorCost.toFixed(2)} ms`,
      ratio: ratio(cost, floorCost),
    },
    {
      what: 'room page, raw / gzip',
      ours: `${kilobytes(html.length)} / ${kilobytes(packed[0]?.bytes ?? 0)}`,
      goal: '≤ 45 / 10 KB',
    },
    ...(await statementRows('room page', bench, plain, 2)),
  ];
}
