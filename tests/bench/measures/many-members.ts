/**
 * The same pages with the demonstration's members and with 100,000: the directory, a member's card, and the pages of
 * statistics (Q05). Then what an act that earns costs a post. It fills the site: measured last.
 */

import { openDatabase } from '~/db';
import { computeRankings } from '~/play/queries/ranking';
import { THRESHOLDS } from '~/play/rules/points';
import { href } from '~/urls';
import { median, pause } from '../rounds';
import { ms, type Row, ratio, whole } from '../table';
import type { Bench } from './bench';

const MEMBERS = 100_000;
const ACTS_EACH = 5;
const MESSAGES = 200_000;
const TIMES = 40;

export async function manyMembers(bench: Bench): Promise<Row[]> {
  const { site, quick } = bench;
  const [count] = await site.sql<{ members: number }[]>`select count(*)::int as members from profiles`;
  const pages = await pagesOf(bench);
  const few = await timesOf(bench, pages);
  const members = quick ? MEMBERS / 20 : MEMBERS;
  await fill(bench, members);
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
    { ...page('directory, near home', href('members', {}, { pres: 'on' })), ...sameTime },
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

/** Names, towns, interests, acts of twelve weeks and messages, as a site of this size would have them. */
async function fill({ site: { sql, owner, members, salonId } }: Bench, count: number): Promise<void> {
  await owner.begin(async (tx) => {
    // Without the triggers of a sign-up and of a change: a hundred thousand of each would take longer than the measuring.
    await tx`set local session_replication_role = replica`;
    await tx`
      insert into auth.users (email, email_confirmed_at, created_at)
      select 'foule' || n || '@exemple.fr', now(), now() - make_interval(hours => n % 2000)
      from generate_series(1, ${count}) n`;
    await tx`
      insert into profiles (id, email, created_at, onboarding_completed, full_name, city, departement, interests, bio)
      select
        u.id, u.email, u.created_at, true,
        (array['Monique', 'Gérard', 'Odile', 'Fatima', 'Jean-Paul', 'Zoé', 'Élise', 'Paul'])[1 + u.n % 8] || ' '
          || (array['Berger', 'Petit', 'Roche', 'Martin', 'Œuvrard', 'Diallo', 'Moreau'])[1 + u.n % 7] || ' ' || u.n,
        (array['Nantes', 'Besançon', 'Lille', 'Marseille', 'Mende', 'Brest', 'Lyon', 'Pau'])[1 + u.n % 8],
        (array['44', '25', '59', '13', '48', '29', '69', '64'])[1 + u.n % 8],
        (array['{jardinage,lecture}', '{marche}', '{cuisine,ruches}', '{}'])[1 + u.n % 4]::text[],
        'Bonjour à toutes et à tous.'
      from (
        select id, email, created_at, substring(email from 'foule(\\d+)')::int as n
        from auth.users
        where email like 'foule%'
      ) u`;
  });
  await sql`
    insert into user_activities (user_id, type, points, title, created_at)
    select u.id, 'message', 2, 'Un message', now() - make_interval(hours => (a * 397 + abs(hashtext(u.id::text)) % 1900))
    from auth.users u
    cross join generate_series(0, ${ACTS_EACH - 1}) a
    where u.email like 'foule%'`;
  await sql`
    insert into user_stats (user_id, points, level)
    select user_id, sum(points), greatest(1, width_bucket(sum(points)::int, ${THRESHOLDS as number[]}::int[]))
    from user_activities
    group by user_id
    on conflict (user_id) do nothing`;
  await sql`
    insert into play_choices (user_id, is_ranked)
    select user_id, true from user_stats where abs(hashtext(user_id::text)) % 3 = 0
    on conflict (user_id) do nothing`;
  const [last] = await sql<{ seq: string }[]>`select last_seq as seq from salons where id = ${salonId}`;
  await owner.begin(async (tx) => {
    // Each message takes the salon's lock, counts and wakes: not what is measured here.
    await tx`set local session_replication_role = replica`;
    await tx`
      insert into chat_messages (salon_id, user_id, content, seq, changed_seq, created_at)
      select ${salonId}, ${members[0]?.id ?? ''}, 'Bonjour', ${last?.seq ?? '0'}::bigint + n, ${last?.seq ?? '0'}::bigint + n,
        now() - make_interval(mins => n % 120000)
      from generate_series(1, ${Math.round((MESSAGES * count) / MEMBERS)}) n`;
    await tx`
      update salons set last_seq = (select max(seq) from chat_messages where salon_id = ${salonId}) where id = ${salonId}`;
  });
  await owner`vacuum analyze`;
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
