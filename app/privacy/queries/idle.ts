/** Every statement on accounts that nobody opens. They run as the system role. */
import type { Fragment, Tx } from '~/db';

export type Idle = { readonly id: string; readonly name: string };

/** Accounts of one turn: the next comes the day after. */
const MOST = 500;

/**
 * When its member was last there, or signed in on a device. A subscription that is not over (also one that waits for a
 * payment), a place in the team and an erasure that is asked for already are reasons to leave an account alone.
 */
const idleBefore = (tx: Tx, before: Date): Fragment => tx`
  greatest(
    u.created_at, p.last_activity,
    (select max(s.last_used_at) from auth.sessions s where s.user_id = u.id),
    (select max(d.last_seen_at) from auth.devices d where d.user_id = u.id)
  ) < ${before}
  and coalesce(p.app_role, 'member') = 'member'
  and not exists (
    select
    from subscriptions b
    where b.user_id = u.id and b.ended_at is null and b.status not in ('canceled', 'incomplete_expired')
  )
  and not exists (select from erasures e where e.user_id = u.id)`;

/** Whoever was there again, or pays again: everything begins anew. */
export async function forgetAwake(tx: Tx, before: Date): Promise<void> {
  await tx`
    delete from idle_accounts i
    where not exists (
      select
      from auth.users u
      left join profiles p on p.id = u.id
      where u.id = i.user_id
        and ${idleBefore(tx, before)}
    )`;
}

/** Due for the first letter: noted by the statement that finds them, so that none is written to twice. */
export async function noteFirst(tx: Tx, before: Date, now: Date): Promise<Idle[]> {
  return tx<Idle[]>`
    with told as (
      insert into idle_accounts (user_id, first_told_at)
      select u.id, ${now}
      from auth.users u
      left join profiles p on p.id = u.id
      where u.email_confirmed_at is not null
        and ${idleBefore(tx, before)}
        and not exists (select from idle_accounts i where i.user_id = u.id)
      order by u.id
      limit ${MOST}
      on conflict do nothing
      returning user_id
    )
    select t.user_id as id, coalesce(p.full_name, '') as name
    from told t
    left join profiles p on p.id = t.user_id`;
}

/** Due for the second. */
export async function noteLast(tx: Tx, toldBefore: Date, now: Date): Promise<Idle[]> {
  return tx<Idle[]>`
    with told as (
      update idle_accounts i
      set last_told_at = ${now}
      where i.user_id in (
        select d.user_id
        from idle_accounts d
        where d.last_told_at is null
          and d.first_told_at <= ${toldBefore}
        order by d.user_id
        limit ${MOST}
      )
      returning i.user_id
    )
    select t.user_id as id, coalesce(p.full_name, '') as name
    from told t
    left join profiles p on p.id = t.user_id`;
}

/** Told twice, and long enough ago. A letter that could not leave yet holds the erasure up. */
export async function dueIdle(tx: Tx, first: Date, last: Date): Promise<Idle[]> {
  return tx<Idle[]>`
    select i.user_id as id, coalesce(p.full_name, '') as name
    from idle_accounts i
    left join profiles p on p.id = i.user_id
    where i.first_told_at <= ${first}
      and i.last_told_at <= ${last}
      and not exists (
        select
        from outbox o
        where o.user_id = i.user_id and o.template = 'idleAccount' and o.state = 'queued'
      )
    order by i.user_id
    limit ${MOST}`;
}
