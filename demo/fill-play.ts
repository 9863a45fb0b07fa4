import type postgres from 'postgres';
import { BADGES, badgesDue, type Counts } from '~/play/rules/badges';
import { RULES, THRESHOLDS } from '~/play/rules/points';

type Tx = postgres.TransactionSql;

/** What these members have earned by what they have done, as if the site had counted it on the day. @param members ids */
export async function fillPlay(sql: postgres.Sql, members: readonly string[]): Promise<void> {
  const ids = [...members];
  await sql.begin(async (tx) => {
    await tx`set local role aurora_system`;
    await insertActs(tx, ids);
    await tx`select public.refresh_stats(id, ${THRESHOLDS as number[]}) from unnest(${ids}::uuid[]) id`;
    await insertBadges(tx, ids);
    // Some show what they have, and some do not.
    await tx`
      insert into public.play_choices (user_id, is_ranked, shows_badges)
      select id, n % 3 <> 0, n % 2 = 0
      from unnest(${ids}::uuid[]) with ordinality m (id, n)`;
  });
}

async function insertActs(tx: Tx, ids: string[]): Promise<void> {
  const rules = tx.json(Object.entries(RULES).map(([kind, rule]) => ({ kind, ...rule })));
  await tx`
    insert into public.user_activities (user_id, type, source, points, title, icon, created_at)
    select a.user_id, a.kind, a.source, a.points, a.said || a.name, a.icon, a.at
    from (
      select
        acts.*, r.points, r.icon, r.said, r."aDay" as a_day,
        row_number() over (
          partition by acts.user_id, acts.kind, (acts.at at time zone 'Europe/Paris')::date order by acts.at
        ) as n
      from (
        select p.user_id, 'lesson' as kind, l.id::text as source, ' : « ' || l.title || ' »' as name, p.completed_at as at
        from public.user_lesson_progress p
        join public.lessons l on l.id = p.lesson_id
        where p.completed_at is not null
        union all
        select e.user_id, 'course', c.id::text, ' : « ' || c.title || ' »', e.completed_at
        from public.enrollments e
        join public.courses c on c.id = e.course_id
        where e.completed_at is not null
        union all
        select h.user_id, 'study', (h.at at time zone 'Europe/Paris')::date::text, '', min(h.at)
        from public.user_progress_history h
        where h.kind in ('watched', 'completed', 'restarted')
        group by h.user_id, (h.at at time zone 'Europe/Paris')::date
        union all
        select m.user_id, 'message', m.id::text, ' « ' || s.name || ' »', m.created_at
        from public.chat_messages m
        join public.salons s on s.id = m.salon_id
        where not m.is_deleted
        union all
        select m.user_id, 'thanks', m.id::text, ' « ' || s.name || ' »', min(r.created_at)
        from public.message_reactions r
        join public.chat_messages m on m.id = r.message_id and m.user_id <> r.user_id
        join public.salons s on s.id = m.salon_id
        where r.emoji = 'merci'
        group by m.user_id, m.id, s.name
        union all
        select m.user_id, case m.role when 'owner' then 'founding' else 'salon' end, s.id::text, ' « ' || s.name || ' »', m.joined_at
        from public.salon_members m
        join public.salons s on s.id = m.salon_id
      ) acts
      join jsonb_to_recordset(${rules}) r (kind text, points integer, "aDay" integer, icon text, said text)
        on r.kind = acts.kind
      where acts.user_id = any(${ids}::uuid[])
    ) a
    where a.n <= a.a_day
    on conflict do nothing`;
}

async function insertBadges(tx: Tx, ids: string[]): Promise<void> {
  const people = await tx<{ id: string; counts: Counts; last: Date | null }[]>`
    select
      m.id, public.counts_of(m.id) as counts,
      (select max(a.created_at) from public.user_activities a where a.user_id = m.id) as last
    from unnest(${ids}::uuid[]) m (id)`;
  const rows = people.flatMap(({ id, counts, last }) =>
    badgesDue(counts).map((badge) => ({ id, badge: badge.id, earnedAt: last, n: BADGES.indexOf(badge) })),
  );
  const catalogue = tx.json(
    BADGES.map(({ id, title, description, family, rarity }) => ({ id, title, description, family, rarity })),
  );
  await tx`
    insert into public.user_achievements (user_id, badge_id, title, description, icon, rarity, earned_at)
    select e.id, b.id, b.title, b.description, b.family, b.rarity, e."earnedAt" - make_interval(mins => 60 - e.n)
    from jsonb_to_recordset(${tx.json(rows)}) e (id uuid, badge text, "earnedAt" timestamptz, n integer)
    join jsonb_to_recordset(${catalogue}) b (id text, title text, description text, family text, rarity text)
      on b.id = e.badge`;
  await tx`
    insert into public.user_activities (user_id, type, source, title, icon, created_at)
    select a.user_id, 'badge', a.badge_id, 'Badge obtenu : « ' || a.title || ' »', 'check', a.earned_at
    from public.user_achievements a
    where a.user_id = any(${ids}::uuid[])`;
}
