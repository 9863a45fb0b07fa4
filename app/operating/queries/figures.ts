/** What is kept of answers, minutes and faults. As the system. */
import type { Tx } from '~/db';
import type { ErrorGroups, RouteHours } from '../../../db/schema';
import type { FaultCount, RouteCount } from '../recorder';

/** One row an hour and route; every process adds its own. */
export async function addRoutes(tx: Tx, routes: readonly RouteCount[]): Promise<void> {
  await tx`
    insert into route_hours as kept (hour, method, route, answers, errors, buckets)
    select date_trunc('hour', now()), method, route, answers, errors, buckets
    from jsonb_to_recordset(${JSON.stringify(routes)}::text::jsonb) as r (
      method text, route text, answers integer, errors integer, buckets integer[]
    )
    order by method, route
    on conflict (hour, route, method) do update
    set
      answers = kept.answers + excluded.answers,
      errors = kept.errors + excluded.errors,
      buckets = (
        select array_agg(coalesce(old, 0) + coalesce(new, 0) order by place)
        from unnest(kept.buckets, excluded.buckets) with ordinality as both_of (old, new, place)
      )`;
}

export async function addFaults(tx: Tx, faults: readonly FaultCount[]): Promise<void> {
  await tx`
    insert into error_groups as kept (fingerprint, what, place, occurrences, last_request)
    select fingerprint, what, place, occurrences, "lastRequest"
    from jsonb_to_recordset(${JSON.stringify(faults)}::text::jsonb) as f (
      fingerprint text, what text, place text, occurrences integer, "lastRequest" text
    )
    order by fingerprint
    on conflict (fingerprint) do update
    set
      occurrences = kept.occurrences + excluded.occurrences,
      last_seen_at = now(),
      last_request = coalesce(excluded.last_request, kept.last_request)`;
}

export async function noteMinute(tx: Tx): Promise<void> {
  await tx`
    insert into site_minutes (minute)
    values (date_trunc('minute', now()))
    on conflict do nothing`;
}

export async function forgetOldFigures(tx: Tx, days: number): Promise<void> {
  await tx`
    with minutes as (delete from site_minutes where minute < now() - make_interval(days => ${days + 1})),
    faults as (delete from error_groups where last_seen_at < now() - make_interval(days => ${days})),
    incidents as (delete from alerts where over_at < now() - interval '400 days')
    delete from route_hours
    where hour < now() - make_interval(days => ${days})`;
}

export type RouteLine = Readonly<Pick<RouteHours, 'method' | 'route' | 'answers' | 'errors' | 'buckets'>>;

/** What was asked for most comes first. */
export function routesSince(tx: Tx, days: number): Promise<RouteLine[]> {
  return tx<RouteLine[]>`
    with cells as (
      select method, route, place, sum(count)::integer as count
      from route_hours, unnest(buckets) with ordinality as b (count, place)
      where hour > now() - make_interval(days => ${days})
      group by method, route, place
    ),
    sums as (
      select method, route, sum(answers)::integer as answers, sum(errors)::integer as errors
      from route_hours
      where hour > now() - make_interval(days => ${days})
      group by method, route
    )
    select s.method, s.route, s.answers, s.errors, array_agg(c.count order by c.place) as buckets
    from sums s
    join cells c using (method, route)
    group by s.method, s.route, s.answers, s.errors
    order by s.answers desc, s.route, s.method
    limit 40`;
}

export type FaultLine = Readonly<
  Pick<ErrorGroups, 'fingerprint' | 'what' | 'place' | 'occurrences' | 'firstSeenAt' | 'lastSeenAt' | 'lastRequest'>
>;

export function lastFaults(tx: Tx): Promise<FaultLine[]> {
  return tx<FaultLine[]>`
    select fingerprint, what, place, occurrences, first_seen_at, last_seen_at, last_request
    from error_groups
    order by last_seen_at desc
    limit 20`;
}

export type Availability = { readonly known: number; readonly up: number };

/** Minutes since the first that is known, thirty days at most, and those in which the site answered. */
export async function availability(tx: Tx, days: number): Promise<Availability> {
  const [row] = await tx<Availability[]>`
    with kept as (
      select minute
      from site_minutes
      where minute > now() - make_interval(days => ${days})
    )
    select
      coalesce((extract(epoch from date_trunc('minute', now()) - min(minute)) / 60)::integer, 0) as known,
      (count(*) filter (where minute < date_trunc('minute', now())))::integer as up
    from kept`;
  return row ?? { known: 0, up: 0 };
}

export type QueueLine = { readonly task: string; readonly waiting: number; readonly oldest: Date };

/** Jobs whose time has come and that nobody has done yet. */
export function waitingJobs(tx: Tx): Promise<QueueLine[]> {
  return tx<QueueLine[]>`
    select task_identifier as task, count(*)::integer as waiting, min(run_at) as oldest
    from graphile_worker.jobs
    where run_at <= now() and locked_at is null
    group by task_identifier
    order by min(run_at)`;
}
