/** The letters and notices of a decision, to both sides (G35: articles 16 and 17 of the Digital Services Act). */
import type { Tx } from '~/db';
import { enqueue } from '~/mailer';
import { addNotice } from '~/notices/queries';
import { href } from '~/urls';
import * as queries from './queries';
import { type Answer, decisionWords, type Judgement, OUTCOME_FOR_REPORTER, RULES, type Rule } from './rules';

type Told = queries.ReportFile & queries.Made & Judgement & { readonly reporters: readonly string[] };

/** Whom nothing is decided about hears nothing: that she was reported would only trouble her. */
export async function tellDecision(tx: Tx, told: Told): Promise<void> {
  const { id, subjectId, outcome, rule, reason } = told;
  const path = href('decision', { decision: id });
  if (outcome !== 'none') {
    await tellSubject(tx, subjectId, { key: `decision:${id}`, decision: decisionWords(told), rule, reason, path });
  }
  for (const reporter of told.reporters) await tellReporter(tx, reporter, { id, outcome, path });
}

export async function tellAnswer(
  tx: Tx,
  { subjectId }: queries.ReportFile,
  { id, rule }: queries.Decision,
  { upheld, reason }: Answer,
): Promise<void> {
  await tellSubject(tx, subjectId, {
    key: `answer:${id}`,
    decision: upheld
      ? 'Votre réponse a été lue, et la décision est maintenue.'
      : 'Votre réponse a été lue, et la décision est annulée.',
    rule: rule as Rule,
    reason,
    path: href('decision', { decision: id }),
  });
}

type ForSubject = {
  readonly key: string;
  readonly decision: string;
  readonly rule: Rule;
  readonly reason: string;
  readonly path: string;
};

async function tellSubject(tx: Tx, userId: string, { key, decision, rule, reason, path }: ForSubject): Promise<void> {
  const name = await queries.nameOf(tx, userId);
  if (name === null) return;
  await enqueue(tx, {
    template: 'moderationDecision',
    to: { userId },
    key: `moderation-${key}`,
    // No machine of ours finds or decides anything.
    props: { name, decision, rule: RULES[rule], reason, automation: 'none', path },
  });
  await addNotice(tx, { whom: userId, kind: 'decision', key, said: decision, leadsTo: path });
}

type ForReporter = { readonly id: number; readonly outcome: Judgement['outcome']; readonly path: string };

async function tellReporter(tx: Tx, userId: string, { id, outcome, path }: ForReporter): Promise<void> {
  const name = await queries.nameOf(tx, userId);
  if (name === null) return;
  await enqueue(tx, {
    template: 'reportDecided',
    to: { userId },
    key: `report-decided:${id}:${userId}`,
    props: { name, decision: OUTCOME_FOR_REPORTER[outcome], path },
  });
  const said = `Votre signalement a été lu. ${OUTCOME_FOR_REPORTER[outcome]}`;
  await addNotice(tx, { whom: userId, kind: 'decision', key: `report:${id}`, said, leadsTo: path });
}
