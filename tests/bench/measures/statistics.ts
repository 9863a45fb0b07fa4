/** Q05: the pages of statistics with the demonstration's members and with 100,000 more; what an act that earns costs a post. */
import { openDatabase } from '~/db';
import { computeRankings } from '~/play/queries/ranking';
import { href } from '~/urls';
import { timesWithCrowd } from '../page-times';
import { median, pause } from '../rounds';
import { ms, type Row, ratio, whole } from '../table';
import type { Bench } from './bench';

export async function statistics(bench: Bench): Promise<Row[]> {
  const { members, sql } = bench.site;
  const [reader, , admin] = members;
  await sql`update profiles set app_role = 'admin' where id = ${admin?.id ?? ''}`;
  const page = (name: string, path: string, cookie = reader?.cookie) => ({
    name,
    path,
    cookie: cookie ?? '',
    goal: '< 300 ms',
  });
  const rows = await timesWithCrowd(bench, [
    page('ranking', href('ranking')),
    page('ranking of this week', href('ranking', {}, { vue: 'semaine' })),
    page('« Mon parcours »', href('myCourses')),
    page('badges', href('badges')),
    page('journal', href('journal')),
    page('figures of the team', href('figures'), admin?.cookie),
  ]);
  const { ranked, took } = await rankEverybody(bench);
  return [
    ...rows,
    { what: `ranking of ${whole(ranked)} members, computed at night`, ours: ms(took) },
    ...(await earning(bench)),
  ];
}

async function rankEverybody({ site }: Bench): Promise<{ ranked: number; took: number }> {
  const database = openDatabase(site.url, { viewers: 1, systems: 1 });
  try {
    const began = performance.now();
    await database.asSystem(computeRankings);
    const took = performance.now() - began;
    const [row] = await site.sql<{ ranked: number }[]>`select count(*)::int as ranked from rankings`;
    return { ranked: row?.ranked ?? 0, took };
  } finally {
    await database.close();
  }
}

/** Five messages of a day earn, those after them do not: the difference is the price of the act. */
async function earning({ site, server }: Bench): Promise<Row[]> {
  const times: { earning: number[]; beyond: number[] } = { earning: [], beyond: [] };
  const people = site.quiet.slice(0, 24);
  await site.sql`delete from user_activities where user_id = any(${people.map(({ id }) => id)}::uuid[])`;
  for (const { cookie, salonId } of people) {
    for (let n = 0; n < 10; n += 1) {
      const began = performance.now();
      const answer = await fetch(server.origin + href('messages', { salon: salonId }), {
        method: 'POST',
        headers: { Cookie: cookie, Origin: server.origin, 'X-Aurora': 'fragment' },
        body: new URLSearchParams({ texte: 'Bonjour à tous.' }),
      });
      await answer.arrayBuffer();
      // A first message also gives a badge, behind its answer or before it.
      if (n > 0) (n < 5 ? times.earning : times.beyond).push(performance.now() - began);
    }
    await pause(50);
  }
  return [
    {
      what: 'a post that earns; floor: a post beyond those of a day that earn',
      ours: ms(median(times.earning)),
      floor: ms(median(times.beyond)),
      ratio: ratio(median(times.earning), median(times.beyond)),
    },
  ];
}
