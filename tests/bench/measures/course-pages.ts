/**
 * Home, the catalogue, a lesson and « Mon abonnement », asked for by fifty members in turn. « 1 ms » was said of a machine
 * on which a room page as one React string takes 1.3 ms: the claim is 0.77 of that floor, in the same run.
 */
import { href } from '~/urls';
import { getRequest } from '../connection';
import { processorTime, statementRows } from '../cost';
import { load } from '../load';
import { median, thrice } from '../rounds';
import { kilobytes, type Row, ratio, whole } from '../table';
import type { Bench } from './bench';

type Measured = readonly [name: string, path: string, cookies: readonly string[], mostStatements?: number];

export async function coursePages(bench: Bench): Promise<Row[]> {
  const { site, server, floor: floors, quick } = bench;
  const seconds = quick ? 1 : 3;
  const [course] = await site.sql<{ id: string; slug: string }[]>`
    select id, slug from courses where is_published order by pillar_number limit 1`;
  if (!course) throw new Error('no course to measure');
  await site.sql`
    insert into enrollments (user_id, course_id)
    select id, ${course.id} from unnest(${site.members.map(({ id }) => id)}::uuid[]) t (id)
    on conflict do nothing`;
  // Whoever has not been welcomed yet is led there from home.
  await site.sql`
    update profiles set onboarding_completed = true
    where id = any(${site.members.map(({ id }) => id)}::uuid[])`;
  const lesson = href('lesson', { cours: course.slug, numero: 1 });
  const cookies = site.members.map((member) => member.cookie);
  const react = getRequest(`/react/${site.salonId}`, {});
  const floor = () => load({ port: floors.port, connections: 10, seconds, request: () => react });
  await floor();
  const floorCost = await processorTime(floors.pid, floor);
  const rows: Row[] = [];
  for (const [name, path, who, most] of [
    // The barest page there is: what the frame around every page costs.
    ['page of words alone', href('legal'), ['']],
    ['home of a member', href('home'), cookies],
    ['catalogue of a member', href('courses'), cookies],
    ['lesson page of a member', lesson, cookies],
    ['lesson page, signed out', lesson, ['']],
    ['subscription page', href('plans'), cookies, 3],
  ] satisfies readonly Measured[]) {
    const requests = who.map((cookie) => getRequest(path, cookie ? { Cookie: cookie } : {}));
    const request = (n: number) => requests[n % requests.length] ?? Buffer.alloc(0);
    const round = () => load({ port: server.port, connections: 10, seconds, request });
    await round();
    const cost = await processorTime(server.pid, round);
    const browsers = who.map((cookie) =>
      getRequest(path, { 'Accept-Encoding': 'br', ...(cookie && { Cookie: cookie }) }),
    );
    const inBrowser = (n: number) => browsers[n % browsers.length] ?? Buffer.alloc(0);
    const packedCost = await processorTime(server.pid, () =>
      load({ port: server.port, connections: 10, seconds, request: inBrowser }),
    );
    const rounds = await thrice(round);
    const packed = getRequest(path, { 'Accept-Encoding': 'gzip', ...(who[0] && { Cookie: who[0] }) });
    const { bytes } = await load({ port: server.port, connections: 1, seconds: 0.1, request: () => packed });
    rows.push(
      {
        what: `${name}, 10 connections; gzip size`,
        ours: `${whole(median(rounds.map((each) => each.perSecond)))}/s; ${kilobytes(bytes)}`,
        goal: '≤ 60 KB gzip',
      },
      {
        what: `${name}, processor time; the same compressed; floor: React string`,
        ours: `${cost.toFixed(2)} ms; ${packedCost.toFixed(2)} ms`,
        floor: `${floorCost.toFixed(2)} ms`,
        ratio: ratio(cost, floorCost),
        goal: '≤ 0.77×',
      },
      ...(await statementRows(name, bench, request, most)),
    );
  }
  return rows;
}
