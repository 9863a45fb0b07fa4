/** Every SQL statement of reports and decisions. Members report with their own rights; all else runs as the system role. */
import type { Tx } from '~/db';
import type { ModerationDecisions, Reports } from '../../db/schema';
import type { Answer, Judgement, Outcome } from './rules';
import { KEPT_DAYS, SEALED_DAYS } from './rules';

export type NewReport = { readonly nature: string; readonly reason: string };

/** In the reporter's transaction. Null: no such message for her, or her own. */
export async function reportMessage(
  tx: Tx,
  salonId: string,
  messageId: number,
  report: NewReport,
): Promise<number | null> {
  const [made] = await tx<{ id: number | null }[]>`
    select report_message(${salonId}, ${messageId}, ${report.nature}, ${report.reason}) as id`;
  return made?.id ?? null;
}

/** In the reporter's transaction. Null: nobody whom she may see, or herself. */
export async function reportMember(tx: Tx, memberId: string, report: NewReport): Promise<number | null> {
  const [made] = await tx<{ id: number | null }[]>`
    select report_member(${memberId}, ${report.nature}, ${report.reason}) as id`;
  return made?.id ?? null;
}

/** Whether she decides for the whole house, or owns a salon. */
export type Bench = { readonly isStaff: boolean; readonly owns: boolean };

export async function benchOf(tx: Tx, viewerId: string): Promise<Bench> {
  const [found] = await tx<Bench[]>`
    select
      coalesce(p.app_role in ('moderator', 'admin'), false) as is_staff,
      exists (select from salons s where s.owner_id = p.id) as owns
    from profiles p
    where p.id = ${viewerId}`;
  return found ?? { isStaff: false, owns: false };
}

/** Reports of one message, or of one member, in one line. */
export type OpenLine = {
  readonly id: number;
  readonly name: string;
  readonly salonName: string | null;
  readonly isMessage: boolean;
  readonly reports: number;
  readonly natures: readonly string[];
  readonly since: Date;
};

/** The oldest first. */
export async function openReports(tx: Tx, viewerId: string): Promise<readonly OpenLine[]> {
  return tx<OpenLine[]>`
    select
      min(r.id) as id, coalesce(p.full_name, 'Membre') as name, s.name as salon_name,
      r.said_at is not null as is_message, count(*) as reports, array_agg(distinct r.nature) as natures,
      min(r.created_at) as since
    from reports r
    join profiles p on p.id = r.reported_id
    left join salons s on s.id = r.salon_id
    where r.decision_id is null and may_judge(${viewerId}, r.salon_id, r.reported_id)
    group by r.reported_id, p.full_name, s.name, r.salon_id, r.message_id, r.said_at
    order by min(r.created_at), min(r.id)
    limit 100`;
}

export type DecidedLine = Readonly<Pick<ModerationDecisions, 'id' | 'salonName' | 'createdAt'>> & {
  /** One of the reports that it decides: the way to it. */
  readonly reportId: number;
  readonly name: string;
  readonly outcome: Outcome;
  readonly isWaiting: boolean;
  readonly upheld: boolean | null;
};

/** Those that wait for an answer first, then the newest. */
export async function decidedReports(tx: Tx, viewerId: string): Promise<readonly DecidedLine[]> {
  return tx<DecidedLine[]>`
    select
      d.id, d.salon_name, d.created_at, r.id as report_id, coalesce(p.full_name, 'Membre') as name, d.outcome,
      d.appeal is not null and d.answer is null as is_waiting, d.upheld
    from moderation_decisions d
    join profiles p on p.id = d.subject_id
    join lateral (select min(x.id) as id from reports x where x.decision_id = d.id) r on r.id is not null
    where may_judge(${viewerId}, d.salon_id, d.subject_id)
    order by is_waiting desc, d.created_at desc
    limit 50`;
}

export type ReportFile = Readonly<Pick<Reports, 'id' | 'words' | 'saidAt' | 'salonId' | 'messageId' | 'decisionId'>> & {
  readonly subjectId: string;
  readonly name: string;
  readonly salonName: string | null;
  /** An owner decides of her salon, the team of the whole house. */
  readonly isStaff: boolean;
};

/** Null: no such report for this judge. Locked, so that of two decisions at once one is the first. */
export async function reportFor(tx: Tx, viewerId: string, id: number): Promise<ReportFile | null> {
  const [found] = await tx<ReportFile[]>`
    select
      r.id, r.words, r.said_at, r.salon_id, r.message_id, r.decision_id, r.reported_id as subject_id,
      coalesce(p.full_name, 'Membre') as name, s.name as salon_name,
      exists (
        select from profiles j where j.id = ${viewerId} and j.app_role in ('moderator', 'admin')
      ) as is_staff
    from reports r
    join profiles p on p.id = r.reported_id
    left join salons s on s.id = r.salon_id
    where r.id = ${id} and may_judge(${viewerId}, r.salon_id, r.reported_id)
    for update of r`;
  return found ?? null;
}

export type ReportReason = Readonly<Pick<Reports, 'id' | 'nature' | 'reason' | 'createdAt'>>;

/** What was written of the same message, or of the same member; by whom, the page does not need. */
export async function reasonsBeside(tx: Tx, id: number): Promise<readonly ReportReason[]> {
  return tx<ReportReason[]>`
    select b.id, b.nature, b.reason, b.created_at
    from reports r
    join reports b
      on b.reported_id = r.reported_id
      and b.message_id is not distinct from r.message_id
      and b.said_at is not distinct from r.said_at
      and b.decision_id is not distinct from r.decision_id
    where r.id = ${id}
    order by b.created_at
    limit 50`;
}

export type Decision = Readonly<
  Pick<
    ModerationDecisions,
    | ('id' | 'salonId' | 'salonName' | 'messageId' | 'saidAt' | 'reason' | 'endsAt' | 'bySalon' | 'createdAt')
    | ('appeal' | 'appealedAt' | 'answer' | 'answeredAt' | 'upheld' | 'subjectId')
  >
> & { readonly outcome: Outcome; readonly rule: string };

export async function decisionOf(tx: Tx, id: number): Promise<Decision | null> {
  const [found] = await tx<Decision[]>`
    select ${decisionColumns(tx)}
    from moderation_decisions d
    where d.id = ${id}`;
  return found ?? null;
}

/** What was decided about the same member before: to judge the weight of this. */
export async function decisionsAbout(tx: Tx, subjectId: string, but: number | null): Promise<readonly Decision[]> {
  return tx<Decision[]>`
    select ${decisionColumns(tx)}
    from moderation_decisions d
    where d.subject_id = ${subjectId} and d.outcome <> 'none' and d.id <> coalesce(${but}::bigint, 0)
    order by d.id desc
    limit 10`;
}

export type OwnDecision = Decision & {
  /** `subject`: it is about her; `reporter`: she has told of it. */
  readonly place: 'subject' | 'reporter';
};

/** Null: none that concerns her. Of a decision that changes nothing for her, its subject hears nothing. */
export async function decisionFor(tx: Tx, viewerId: string, id: number): Promise<OwnDecision | null> {
  const [found] = await tx<OwnDecision[]>`
    select ${decisionColumns(tx)}, case when d.subject_id = ${viewerId} then 'subject' else 'reporter' end as place
    from moderation_decisions d
    where d.id = ${id}
      and (
        (d.subject_id = ${viewerId} and d.outcome <> 'none')
        or exists (select from reports r where r.decision_id = d.id and r.reporter_id = ${viewerId})
      )`;
  return found ?? null;
}

function decisionColumns(tx: Tx) {
  return tx`
    d.id, d.subject_id, d.salon_id, d.salon_name, d.message_id, d.said_at, d.outcome, d.rule, d.reason, d.ends_at,
    d.by_salon, d.created_at, d.appeal, d.appealed_at, d.answer, d.answered_at, d.upheld`;
}

export type Made = { readonly id: number; readonly endsAt: Date | null };

/** @param outcome `banned` and `removed` name their salon by the report */
export async function insertDecision(
  tx: Tx,
  file: ReportFile,
  { outcome, rule, reason, days }: Judgement,
  by: string,
): Promise<Made> {
  const suspends = outcome === 'suspended';
  const [made] = await tx<Made[]>`
    insert into moderation_decisions (
      subject_id, salon_id, salon_name, message_id, said_at, outcome, rule, reason, ends_at, by_salon, decided_by
    )
    values (
      ${file.subjectId}, ${file.salonId}, ${file.salonName}, ${file.messageId}, ${file.saidAt}, ${outcome}, ${rule},
      ${reason}, now() + make_interval(days => ${suspends ? days : null}::integer), ${!file.isStaff}, ${by}
    )
    returning id, ends_at`;
  if (!made) throw new Error('a decision that was just made');
  return made;
}

/** All that was said of the same is decided. Gives who is to be told. */
export async function closeReports(tx: Tx, reportId: number, decisionId: number): Promise<readonly string[]> {
  const closed = await tx<{ reporterId: string | null }[]>`
    update reports b
    set decision_id = ${decisionId}
    from reports r
    where r.id = ${reportId}
      and b.reported_id = r.reported_id
      and b.message_id is not distinct from r.message_id
      and b.said_at is not distinct from r.said_at
      and b.decision_id is null
    returning b.reporter_id`;
  return [...new Set(closed.flatMap(({ reporterId }) => reporterId ?? []))];
}

/** Once. False: it is not about her, or she has answered. */
export async function saveAppeal(tx: Tx, viewerId: string, id: number, words: string): Promise<boolean> {
  const saved = await tx`
    update moderation_decisions
    set appeal = ${words}, appealed_at = now()
    where id = ${id} and subject_id = ${viewerId} and outcome <> 'none' and appeal is null`;
  return saved.count === 1;
}

/** Who decided, and the report that leads there. */
export async function judgeOf(tx: Tx, id: number): Promise<{ by: string | null; reportId: number | null } | null> {
  const [found] = await tx<{ by: string | null; reportId: number | null }[]>`
    select d.decided_by as by, (select min(r.id) from reports r where r.decision_id = d.id) as report_id
    from moderation_decisions d
    where d.id = ${id}`;
  return found ?? null;
}

/** False: there is nothing to answer, or it is answered. */
export async function answerAppeal(tx: Tx, id: number, { upheld, reason }: Answer): Promise<boolean> {
  const saved = await tx`
    update moderation_decisions
    set answer = ${reason}, answered_at = now(), upheld = ${upheld}
    where id = ${id} and appeal is not null and answer is null`;
  return saved.count === 1;
}

/** The name that letters begin with; null: the account is gone. */
export async function nameOf(tx: Tx, id: string): Promise<string | null> {
  const [found] = await tx<{ name: string }[]>`
    select coalesce(full_name, 'Membre') as name
    from profiles
    where id = ${id}`;
  return found?.name ?? null;
}

/** G10: the seal ends, whatever was decided. */
export async function forgetReportedWords(tx: Tx): Promise<void> {
  await tx`
    update reports
    set words = null
    where words is not null and created_at < now() - make_interval(days => ${SEALED_DAYS})`;
}

/** With their reports. */
export async function forgetOldDecisions(tx: Tx): Promise<void> {
  await tx`
    delete from moderation_decisions
    where created_at < now() - make_interval(days => ${KEPT_DAYS})`;
}
