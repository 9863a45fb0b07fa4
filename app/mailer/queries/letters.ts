/** Every statement on letters that leave. They run as the system role. */

import type { Tx } from '~/db';
import type { Outbox } from '../../../db/schema';
import { CAPS, KEPT_DAYS, type Shut } from '../rules';

export type InHand = Readonly<Pick<Outbox, 'id' | 'template' | 'props' | 'createdAt' | 'attempts'>> & {
  /** As it is now: a corrected address gets the letter. */
  readonly email: string;
  /** Whose it is; null for an address without an account. */
  readonly accountId: string | null;
  readonly expired: boolean;
  readonly taken: boolean;
  /** Of an optional letter: she wants it. Null for a kind that nobody can switch off. */
  readonly wanted: boolean | null;
  readonly stopped: string | null;
  readonly shutSeconds: number | null;
  readonly hourFull: boolean;
  /** Of an optional letter: she has had as many this week as she allows (U08). */
  readonly weekFull: boolean;
  /** Of an optional letter: seconds until her quiet hours are over. */
  readonly quietSeconds: number | null;
};

/** The letter and all that decides about it, locked until the transaction ends. Null: gone, done, or in other hands. */
export async function letterInHand(tx: Tx, id: string): Promise<InHand | null> {
  const [found] = await tx<InHand[]>`
    select
      o.id, o.template, o.props, o.created_at, o.attempts,
      coalesce(u.email, o.email)::text as email,
      u.id as account_id,
      o.expires_at <= now() as expired,
      o.taken_at is not null as taken,
      case
        when k.kind is null then null
        when u.id is null then not exists (
          select from mail_refusals r
          where r.kind = k.kind and r.address_hash = encode(sha256(convert_to(lower(o.email::text), 'UTF8')), 'hex')
        )
        else coalesce((select p.wanted from mail_preferences p where p.user_id = u.id and p.kind = k.kind), false)
      end as wanted,
      s.reason as stopped,
      case when m.shut_until > now() then extract(epoch from m.shut_until - now())::float8 end as shut_seconds,
      (
        select count(*) >= ${CAPS.perHourInAll}
        from (select from outbox where taken_at > now() - interval '1 hour' limit ${CAPS.perHourInAll}) taken
      ) as hour_full,
      (k.kind is not null and u.id is not null and o.taken_at is null
        and letters_this_week(u.id) - 1 >= coalesce(y.per_week, 7)) as week_full,
      case
        when k.kind is not null and o.template <> 'dailyLetter' and y.quiet_from is not null and (
          case
            when y.quiet_from < y.quiet_until then extract(hour from l.at) >= y.quiet_from and extract(hour from l.at) < y.quiet_until
            else extract(hour from l.at) >= y.quiet_from or extract(hour from l.at) < y.quiet_until
          end
        )
        then extract(epoch from
          l.at::date + make_time(y.quiet_until, 0, 0)
          + case when l.at::time >= make_time(y.quiet_until, 0, 0) then interval '1 day' else interval '0' end
          - l.at)::float8
      end as quiet_seconds
    from outbox o
    left join auth.users u on u.id = o.user_id or u.email = o.email
    left join mail_kinds k on k.kind = o.template
    left join mail_stops s on s.email = coalesce(u.email, o.email) and s.stopped_at is not null
    left join mail_rhythms y on y.user_id = u.id
    cross join lateral (select now() at time zone coalesce(y.zone, 'Europe/Paris') as at) l
    cross join mail_state m
    where o.id = ${id} and o.state = 'queued'
    for update of o skip locked`;
  return found ?? null;
}

/** An arbitrary number: one mailbox is counted by one transaction at a time. */
const COUNTING = 50_050_004;

/** To be asked before `takeLetter`: what it counts must be seen by its own snapshot. */
export async function lockMailbox(tx: Tx, email: string): Promise<void> {
  await tx`
    select pg_advisory_xact_lock(${COUNTING}, hashtext(mailbox_of(${email}::citext)::text))`;
}

/**
 * C-23: counts and takes in one statement. Null: this mailbox has had enough.
 * A letter that was taken before has been counted, and passes. @returns which try this is
 */
export async function takeLetter(tx: Tx, id: string, email: string, perDay: number): Promise<number | null> {
  const [taken] = await tx<{ attempts: number }[]>`
    update outbox o
    set taken_at = coalesce(o.taken_at, now()), sent_to = ${email}, attempts = least(o.attempts, 32000) + 1
    where o.id = ${id}
      and (
        o.taken_at is not null
        or (
          (
            select count(*)
            from outbox b
            where b.mailbox = mailbox_of(${email}::citext) and b.taken_at > now() - interval '1 day'
          ) < ${perDay}
          and (
            select count(*)
            from outbox b
            where b.mailbox = mailbox_of(${email}::citext)
              and b.template = o.template
              and b.taken_at > now() - interval '1 hour'
          ) < ${CAPS.perHour}
        )
      )
    returning o.attempts`;
  return taken?.attempts ?? null;
}

export type Settled = {
  readonly state: 'sent' | 'expired' | 'withheld' | 'refused' | 'failed';
  readonly reason: string | null;
  readonly messageId: string | null;
  /** Where it was to go, also when it did not. */
  readonly email: string;
};

/** The letter's end, whatever it is: from here on its row opens nothing any more. */
export async function settleLetter(tx: Tx, id: string, { state, reason, messageId, email }: Settled): Promise<void> {
  await tx`
    update outbox
    set state = ${state}, reason = ${reason}, message_id = ${messageId}, sent_to = ${email},
      sent_at = case when ${state} = 'sent' then now() end,
      props = props - 'path' - 'code'
    where id = ${id} and state = 'queued'`;
}

/** P02: of the last letter to somebody who is erased nothing stays once it has left, or never will. */
export async function forgetLetter(tx: Tx, id: string): Promise<void> {
  await tx`
    delete from outbox
    where id = ${id}`;
}

/** Tries again after `seconds`, or when it is too late: then its links are blanked. One statement, so that no letter is left without its job. */
export async function postponeLetter(tx: Tx, id: string, seconds: number, reason: string): Promise<void> {
  await tx`
    with waiting as (
      update outbox
      set reason = ${reason}
      where id = ${id} and state = 'queued'
      returning id, template, expires_at
    )
    select queue_job(
      'letter', json_build_object('id', id), 'letter:' || id,
      least(now() + make_interval(secs => ${seconds}), expires_at),
      case template when 'dailyLetter' then 10 else 0 end
    )
    from waiting`;
}

/** Every letter that waits without a job gets one: those from before the first worker, and any that a fault has orphaned. */
export async function adoptLetters(tx: Tx): Promise<void> {
  await tx`
    select queue_job('letter', json_build_object('id', o.id), 'letter:' || o.id, now(), 5)
    from outbox o
    where o.state = 'queued'
      and not exists (
        select from graphile_worker.jobs j where j.key = 'letter:' || o.id and j.attempts < j.max_attempts
      )`;
}

/** Nothing leaves for a while. */
export async function shutTheWay(tx: Tx, reason: Shut, seconds: number): Promise<void> {
  await tx`
    update mail_state
    set failures = least(failures, 30000) + 1, reason = ${reason}, changed_at = now(),
      shut_until = greatest(shut_until, now() + make_interval(secs => ${seconds}))`;
}

/** A failure that is no reason to stop yet. @returns how many in a row */
export async function countFailure(tx: Tx): Promise<number> {
  const [row] = await tx<{ failures: number }[]>`
    update mail_state
    set failures = least(failures, 30000) + 1, changed_at = now()
    returning failures`;
  return row?.failures ?? 1;
}

export async function failuresInARow(tx: Tx): Promise<number> {
  const [row] = await tx<{ failures: number }[]>`select failures from mail_state`;
  return row?.failures ?? 0;
}

export async function openTheWay(tx: Tx): Promise<void> {
  await tx`
    update mail_state
    set failures = 0, reason = null, shut_until = null, changed_at = now()
    where failures > 0 or shut_until is not null`;
}

/** After 30 days nothing in a row names a person; template, state and times stay for the figures (M09). */
export async function sweepLetters(tx: Tx): Promise<void> {
  await tx`
    update outbox
    set swept_at = now(), user_id = null, email = null, sent_to = null, message_id = null, reason = null,
      props = '{}'
    where swept_at is null
      and state <> 'queued'
      and created_at < now() - make_interval(days => ${KEPT_DAYS})`;
  await tx`
    delete from mail_events
    where at < now() - make_interval(days => ${KEPT_DAYS})`;
}

export type MailHealth = { readonly keyRefused: boolean; readonly late: number };

/** @param minutes how long is too long */
export async function mailHealth(tx: Tx, minutes: number): Promise<MailHealth> {
  const [row] = await tx<MailHealth[]>`
    select
      coalesce(m.reason = 'key', false) as key_refused,
      (
        select count(*)
        from outbox
        where state = 'queued'
          and template <> 'dailyLetter'
          and created_at < now() - make_interval(mins => ${minutes})
      ) as late
    from mail_state m`;
  return row ?? { keyRefused: false, late: 0 };
}

/** The address is written to again. @returns whether it was stopped or counted */
export async function deleteStop(tx: Tx, email: string): Promise<boolean> {
  const rows = await tx`
    delete from mail_stops
    where email = ${email}
    returning email`;
  return rows.length > 0;
}
