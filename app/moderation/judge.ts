/** Deciding of a report, and of the answer to a decision: what it does, whom it tells, what is written down of it (U17). */
import { noteLook } from '~/admin/queries';
import { suspend } from '~/auth/commands/suspension';
import { liftSuspension } from '~/auth/queries/suspensions';
import { sessionTopic } from '~/auth/rules/session';
import type { Viewer } from '~/auth/rules/viewer';
import { removeMessage, restoreMessage } from '~/chat/queries/removal';
import { messagesTopic } from '~/chat/rules';
import type { Database, Tx } from '~/db';
import { AppError, notFound } from '~/errors';
import { accountForStaff } from '~/members/queries/staff';
import type { Hub } from '~/realtime/hub';
import { excludeFrom, letBackInto, passOnSalons } from '~/salons/queries/exclusion';
import { membersTopic } from '~/salons/rules';
import { pinnedTopic } from '~/salons/rules/order';
import * as queries from './queries';
import type { Answer, Judgement } from './rules';
import { outcomesFor } from './rules';
import { tellAnswer, tellDecision } from './telling';

type Services = { readonly database: Database; readonly hub: Hub };

/** @throws AppError not_found (no such report for her) */
export function openReport(database: Database, viewer: Viewer, id: number) {
  return database.asSystem(async (tx) => {
    const file = await queries.reportFor(tx, viewer.id, id);
    if (!file) throw notFound();
    // An owner reads what she can read in her salon; the team reads somebody's words.
    if (file.isStaff) await noteLook(tx, viewer.id, file.subjectId, 'report_read');
    const [reasons, decision, before] = await Promise.all([
      queries.reasonsBeside(tx, id),
      file.decisionId === null ? null : queries.decisionOf(tx, file.decisionId),
      file.isStaff ? queries.decisionsAbout(tx, file.subjectId, file.decisionId) : [],
    ]);
    return { file, reasons, decision, before };
  });
}
export type OpenedReport = Awaited<ReturnType<typeof openReport>>;

/**
 * One decision for all that was said of the same message or member: both sides get its letter.
 * @throws AppError not_found, conflict (`decided` by somebody else meanwhile; `team`: her role is taken back first;
 * `owner`: nobody is shut out of her own salon), forbidden (not hers to decide)
 */
export async function judge(
  { database, hub }: Services,
  viewer: Viewer,
  id: number,
  judgement: Judgement,
): Promise<void> {
  const file = await database.asSystem(async (tx) => {
    const found = await queries.reportFor(tx, viewer.id, id);
    if (!found) throw notFound();
    if (found.decisionId !== null) throw new AppError('conflict', 'decided');
    const about = { hasMessage: found.messageId !== null, hasSalon: found.salonId !== null, isStaff: found.isStaff };
    if (!outcomesFor(about).includes(judgement.outcome)) throw new AppError('forbidden', 'outcome');
    await carryOut(tx, viewer, found, judgement);
    const made = await queries.insertDecision(tx, found, judgement, viewer.id);
    const reporters = await queries.closeReports(tx, id, made.id);
    if (found.isStaff) await noteLook(tx, viewer.id, found.subjectId, 'moderated');
    await tellDecision(tx, { ...found, ...made, ...judgement, reporters });
    return found;
  });
  wake(hub, file, judgement.outcome);
}

async function carryOut(tx: Tx, viewer: Viewer, file: queries.ReportFile, judgement: Judgement): Promise<void> {
  const { outcome, reason, days } = judgement;
  const { subjectId, salonId, messageId } = file;
  if (outcome === 'removed' && salonId && messageId) await removeMessage(tx, salonId, messageId);
  if (outcome === 'banned' && salonId && !(await excludeFrom(tx, salonId, subjectId, { reason, by: viewer.id })))
    throw new AppError('conflict', 'owner');
  if (outcome !== 'suspended') return;
  if ((await accountForStaff(tx, subjectId))?.role !== 'member') throw new AppError('conflict', 'team');
  // What the page of a suspended account shows is shorter than a statement of reasons may be.
  await suspend(tx, subjectId, { reason: reason.slice(0, 1_000), days });
  if (days === null) await passOnSalons(tx, subjectId);
}

/**
 * Called off: what the decision did is undone, the words come back as they were while they are sealed.
 * @throws AppError not_found, conflict (`answered`: there is nothing to answer)
 */
export async function answer({ database, hub }: Services, viewer: Viewer, id: number, given: Answer): Promise<void> {
  const done = await database.asSystem(async (tx) => {
    const file = await queries.reportFor(tx, viewer.id, id);
    const decision = file?.decisionId ? await queries.decisionOf(tx, file.decisionId) : null;
    if (!file || !decision) throw notFound();
    if (!(await queries.answerAppeal(tx, decision.id, given))) throw new AppError('conflict', 'answered');
    if (!given.upheld) await undo(tx, file, decision);
    if (file.isStaff) await noteLook(tx, viewer.id, file.subjectId, 'appeal_answered');
    await tellAnswer(tx, file, decision, given);
    return { file, outcome: decision.outcome };
  });
  if (!given.upheld) wake(hub, done.file, done.outcome);
}

async function undo(tx: Tx, file: queries.ReportFile, { outcome }: queries.Decision): Promise<void> {
  const { subjectId, salonId, messageId, words } = file;
  if (outcome === 'removed' && salonId && messageId && words) await restoreMessage(tx, salonId, messageId, words);
  if (outcome === 'banned' && salonId) await letBackInto(tx, salonId, subjectId);
  if (outcome === 'suspended') await liftSuspension(tx, subjectId);
}

/** Open pages and streams follow: a removed message, somebody shut out, sessions that are over (five seconds). */
function wake(hub: Hub, { salonId, subjectId }: queries.ReportFile, outcome: Judgement['outcome']): void {
  if (outcome === 'removed' && salonId) {
    hub.wakeTopic(messagesTopic.of(salonId));
    hub.wakeTopic(pinnedTopic.of(salonId));
  }
  if (outcome === 'banned' && salonId) hub.wakeTopic(membersTopic.of(salonId));
  if (outcome === 'suspended') hub.wakeTopic(sessionTopic.of(subjectId));
}
