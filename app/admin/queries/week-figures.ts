/** Z07: the site week by week, in counts of our own rows. As the system role; nobody is named. */
import type { Tx } from '~/db';

/** Weeks of the page. */
export const WEEKS = 12;

export type Week = {
  /** Its Monday in Paris, as `2026-11-23`. */
  readonly monday: string;
  readonly signUps: number;
  readonly confirmations: number;
  readonly trials: number;
  readonly subscriptions: number;
  readonly departures: number;
  readonly lessons: number;
  readonly courses: number;
  readonly messages: number;
  /** People who met a limit of their plan, each limit once in seven days. */
  readonly limits: number;
  /** Members who wrote, learned or came into a salon. */
  readonly active: number;
};

/** The last weeks, the oldest first; the one of now is not over. */
export function weekFigures(tx: Tx): Promise<Week[]> {
  return tx<Week[]>`
    with weeks as (
      select
        (w.monday at time zone 'Europe/Paris') as since,
        ((w.monday + interval '7 days') at time zone 'Europe/Paris') as till,
        w.monday::date as monday
      from generate_series(
        date_trunc('week', now() at time zone 'Europe/Paris') - make_interval(weeks => ${WEEKS - 1}),
        date_trunc('week', now() at time zone 'Europe/Paris'),
        interval '7 days'
      ) w (monday)
    )
    select
      w.monday::text as monday,
      (select count(*)::int from auth.users u where u.created_at >= w.since and u.created_at < w.till) as sign_ups,
      (
        select count(*)::int
        from auth.users u
        where u.email_confirmed_at >= w.since and u.email_confirmed_at < w.till
      ) as confirmations,
      (select count(*)::int from trials t where t.started_at >= w.since and t.started_at < w.till) as trials,
      (
        select count(*)::int
        from subscriptions s
        where s.customer_id is not null and s.started_at >= w.since and s.started_at < w.till
      ) as subscriptions,
      (
        select count(*)::int
        from subscriptions s
        where s.customer_id is not null and s.ended_at >= w.since and s.ended_at < w.till
      ) as departures,
      (
        select count(*)::int
        from user_progress_history h
        where h.kind = 'completed' and h.at >= w.since and h.at < w.till
      ) as lessons,
      (
        select count(*)::int
        from enrollments e
        where e.completed_at >= w.since and e.completed_at < w.till
      ) as courses,
      (select count(*)::int from chat_messages m where m.created_at >= w.since and m.created_at < w.till and not m.is_arrival) as messages,
      (
        select count(distinct a.user_id)::int
        from user_activities a
        where a.day >= w.monday and a.day < w.monday + 7 and a.type <> 'badge'
      ) as active,
      (select coalesce(sum(l.people), 0)::int from limit_weeks l where l.monday = w.monday) as limits
    from weeks w
    order by w.monday`;
}

export type SalonHealth = {
  readonly id: string;
  readonly name: string;
  readonly members: number;
  /** Of the last seven days. */
  readonly messages: number;
  readonly writers: number;
};

/** Thirty salons, the liveliest of the last seven days first. */
export function salonHealth(tx: Tx): Promise<SalonHealth[]> {
  return tx<SalonHealth[]>`
    select s.id, s.name, s.member_count as members, count(m.id)::int as messages, count(distinct m.user_id)::int as writers
    from salons s
    left join chat_messages m
      on m.salon_id = s.id and m.created_at > now() - interval '7 days' and not m.is_deleted
    where s.is_active
    group by s.id
    order by count(m.id) desc, s.member_count desc, s.name, s.id
    limit 30`;
}

export type CourseHealth = {
  readonly title: string;
  readonly begun: number;
  readonly finished: number;
};

/** Published courses in their order: who has begun each, and who has finished it. */
export function courseHealth(tx: Tx): Promise<CourseHealth[]> {
  return tx<CourseHealth[]>`
    select c.title, count(e.id)::int as begun, count(e.completed_at)::int as finished
    from courses c
    left join enrollments e on e.course_id = c.id
    where c.is_published
    group by c.id
    order by c.pillar_number, c.title, c.id`;
}
