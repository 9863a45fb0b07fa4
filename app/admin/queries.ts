/** What admins are shown of letters (C-03, M09), and who of the staff looked at what (U17). As the system, and never a letter's content. */

import type { Tx } from '~/db';
import type { Role } from '~/members/queries/roles';
import type { AuditLog, Outbox } from '../../db/schema';
import type { Look } from './rules';

export type MailOverview = {
  readonly waiting: number;
  readonly oldestWaiting: Date | null;
  readonly shutUntil: Date | null;
  readonly shutReason: string | null;
};

export async function mailOverview(tx: Tx): Promise<MailOverview> {
  const [row] = await tx<MailOverview[]>`
    select
      (select count(*) from outbox where state = 'queued') as waiting,
      (select min(created_at) from outbox where state = 'queued') as oldest_waiting,
      case when shut_until > now() then shut_until end as shut_until,
      case when shut_until > now() then reason end as shut_reason
    from mail_state`;
  return row ?? { waiting: 0, oldestWaiting: null, shutUntil: null, shutReason: null };
}

export type LetterLine = Readonly<
  Pick<Outbox, 'id' | 'template' | 'state' | 'reason' | 'arrival' | 'createdAt' | 'sentAt'>
>;

/** What did not leave in the last seven days, the newest first; without addresses. */
export async function lastFailures(tx: Tx): Promise<LetterLine[]> {
  return tx<LetterLine[]>`
    select id, template, state, reason, arrival, created_at, sent_at
    from outbox
    where created_at > now() - interval '7 days'
      and (state in ('refused', 'failed', 'expired') or (state = 'queued' and reason is not null))
    order by created_at desc
    limit 20`;
}

export type TemplateFigures = {
  readonly template: string;
  readonly sent: number;
  readonly delivered: number;
  readonly bounced: number;
  readonly complained: number;
};

/** M09: thirty days, by kind of letter. */
export async function figuresByTemplate(tx: Tx): Promise<TemplateFigures[]> {
  return tx<TemplateFigures[]>`
    select
      template,
      count(*) as sent,
      count(*) filter (where arrival = 'delivered') as delivered,
      count(*) filter (where arrival in ('soft_bounce', 'hard_bounce', 'blocked')) as bounced,
      count(*) filter (where arrival = 'complaint') as complained
    from outbox
    where state = 'sent' and created_at > now() - interval '30 days'
    group by template
    order by count(*) desc, template`;
}

export type AddressState = {
  readonly accountId: string | null;
  readonly confirmedAt: Date | null;
  readonly stopReason: string | null;
  readonly stoppedAt: Date | null;
};

export async function stateOfAddress(tx: Tx, email: string): Promise<AddressState> {
  const [row] = await tx<AddressState[]>`
    select u.id as account_id, u.email_confirmed_at as confirmed_at, s.reason as stop_reason, s.stopped_at
    from (select ${email}::citext as email) asked
    left join auth.users u on u.email = asked.email
    left join mail_stops s on s.email = asked.email and s.stopped_at is not null`;
  return row ?? { accountId: null, confirmedAt: null, stopReason: null, stoppedAt: null };
}

/** The newest fifty that went there or were to go there. */
export async function lettersTo(tx: Tx, email: string, accountId: string | null): Promise<LetterLine[]> {
  return tx<LetterLine[]>`
    select id, template, state, reason, arrival, created_at, sent_at
    from outbox
    where sent_to = ${email} or email = ${email} or (user_id = ${accountId} and sent_to is null)
    order by created_at desc
    limit 50`;
}

/** U17: in the transaction that looks: what was not written down was not shown. */
export async function noteLook(tx: Tx, actorId: string, subjectId: string, look: Look): Promise<void> {
  await tx`
    insert into audit_log (actor_id, subject_id, action, actor_role)
    values (${actorId}, ${subjectId}, ${look}, (select app_role from profiles where id = ${actorId}))`;
}

/** Of several members whom one page shows. */
export async function noteLooks(tx: Tx, actorId: string, subjects: readonly string[], look: Look): Promise<void> {
  await tx`
    insert into audit_log (actor_id, subject_id, action, actor_role)
    select ${actorId}, p.id, ${look}, (select a.app_role from profiles a where a.id = ${actorId})
    from profiles p
    where p.id = any(${subjects as string[]}::uuid[])
    order by p.id`;
}

export type StaffLook = Readonly<Pick<AuditLog, 'id' | 'at' | 'subjectId'>> & {
  readonly action: Look;
  /** Null: the account is gone. */
  readonly actor: string | null;
  readonly role: Role | null;
  readonly subject: string | null;
};

/** K11: who of the team did what to whose data, the newest first. @param before the last line of the page before */
export async function allLooks(tx: Tx, q: string, before: number | null, most: number): Promise<StaffLook[]> {
  return tx<StaffLook[]>`
    select l.id, l.at, l.subject_id, l.action, a.full_name as actor, l.actor_role as role, s.full_name as subject
    from audit_log l
    left join profiles a on a.id = l.actor_id
    left join profiles s on s.id = l.subject_id
    where (${before}::bigint is null or l.id < ${before}::bigint)
      and (${q} = '' or strpos(plain(a.full_name), plain(${q})) > 0 or strpos(plain(s.full_name), plain(${q})) > 0)
    order by l.id desc
    limit ${most}`;
}

export type JournalLine = Readonly<Pick<AuditLog, 'id' | 'at'>> & { readonly action: Look; readonly role: Role | null };

/** In the member's transaction: who of the staff it was is not said, but her role. The newest hundred. */
export async function looksAt(tx: Tx, viewerId: string): Promise<JournalLine[]> {
  return tx<JournalLine[]>`
    select id, at, action, actor_role as role
    from audit_log
    where subject_id = ${viewerId}
    order by at desc, id desc
    limit 100`;
}
