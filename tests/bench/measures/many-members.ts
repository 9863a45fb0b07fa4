/**
 * The same pages with the demonstration's members and with 100,000: the directory, a member's card, and the pages of
 * statistics (Q05). Then what an act that earns costs a post. It fills the site: measured last.
 */

import { openDatabase } from '~/db';
import { computeRankings } from '~/play/queries/ranking';
import { href } from '~/urls';
import { CROWD, gatherCrowd } from '../crowd';
import { median, pause } from '../rounds';
import { ms, type Row, ratio, whole } from '../table';
import type { Bench } from './bench';

const TIMES = 40;

export async function manyMembers(bench: Bench): Promise<Row[]> {
  const { site, quick } = bench;
  const [count] = await site.sql<{ members: number }[]>`select count(*)::int as members from profiles`;
  const pages = await pagesOf(bench);
  const few = await timesOf(bench, pages);
  const members = quick ? CROWD / 20 : CROWD;
  const { owner, salonId } = site;
  await gatherCrowd({ owner, count: members, salonId, authorId: site.members[0]?.id ?? '' });
  const computed = await rankEverybody(bench);
  const many = await timesOf(bench, pages);
  const rows = pages.map(({ name, goal, bound }): Row => {
    const [before = 0, after = 0] = [few.get(name), many.get(name)];
    return {
      what: `${name}: ${whole(members)} members; floor: ${whole(count?.members ?? 0)}`,
      ...{ ours: ms(after), floor: ms(before), ratio: ratio(after, before), goal: bound ?? goal },
    };
  });
  return [
    ...rows,
    { what: `ranking of ${whole(computed.ranked)} members, computed at night`, ours: ms(computed.took) },
    ...(await earning(bench)),
  ];
}

type MeasuredPage = {
  readonly name: string;
  readonly path: string;
  readonly cookie: string;
  readonly goal: string;
  readonly bound?: string;
};

async function pagesOf({ site: { members, sql } }: Bench): Promise<readonly MeasuredPage[]> {
  const [reader, other, admin] = members;
  await sql`update profiles set app_role = 'admin' where id = ${admin?.id ?? ''}`;
  await sql`
    update profiles set city = 'Nantes', interests = '{jardinage}', onboarding_completed = true
    where id = any(${members.map(({ id }) => id)}::uuid[])`;
  const page = (name: string, path: string, cookie = reader?.cookie) => ({ name, path, cookie: cookie ?? '' });
  const sameTime = { goal: '≤ 2×' };
  const statistics = { goal: '', bound: '< 300 ms' };
  return [
    { ...page('directory', href('members')), ...sameTime },
    { ...page('directory, by a name', href('members', {}, { q: 'monique' })), ...sameTime },
    { ...page('directory, by an interest', href('members', {}, { interet: 'jardinage' })), ...sameTime },
    { ...page('directory, by a town', href('members', {}, { ville: 'Nantes' })), ...sameTime },
    { ...page('directory, near home', href('members', {}, { pres: 'on' })), ...sameTime },
    { ...page('home', href('home')), ...sameTime },
    { ...page('card of a member', href('member', { membre: other?.id ?? '' })), ...sameTime },
    { ...page('ranking', href('ranking')), ...statistics },
    { ...page('ranking of this week', href('ranking', {}, { vue: 'semaine' })), ...statistics },
    { ...page('« Mon parcours »', href('myCourses')), ...statistics },
    { ...page('badges', href('badges')), ...statistics },
    { ...page('journal', href('journal')), ...statistics },
    { ...page('figures of the team', href('figures'), admin?.cookie), ...statistics },
  ];
}

/** The median of forty answers, one after the other (ms). */
async function timesOf({ server }: Bench, pages: readonly MeasuredPage[]): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  for (const { name, path, cookie } of pages) {
    const list: number[] = [];
    for (let n = 0; n < TIMES + 5; n += 1) {
      const began = performance.now();
      const answer = await fetch(server.origin + path, { headers: { Cookie: cookie } });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      // The first ones fill what is kept.
      if (n >= 5) list.push(performance.now() - began);
    }
    times.set(name, median(list));
  }
  return times;
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
