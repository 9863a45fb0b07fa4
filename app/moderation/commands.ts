/** The verbs of reporting and of answering to a decision; those of deciding stand in `judge.ts`. */
import type { Viewer } from '~/auth/rules/viewer';
import type { Database } from '~/db';
import { AppError, notFound } from '~/errors';
import type { Limits } from '~/limits';
import { REPORTS } from '~/members/rules/card';
import { addNotice } from '~/notices/queries';
import { href } from '~/urls';
import * as queries from './queries';

type Services = { readonly database: Database; readonly limits: Limits };

/** C-22. The words are sealed with it (G10). Twice is no fault. @throws AppError not_found, too_many (ten a day) */
export async function reportMessage(
  { database, limits }: Services,
  viewer: Viewer,
  { salonId, messageId }: { readonly salonId: string; readonly messageId: number },
  report: queries.NewReport,
): Promise<void> {
  await limits.take([REPORTS, viewer.id]);
  const made = await database.asViewer(viewer.id, (tx) => queries.reportMessage(tx, salonId, messageId, report));
  if (made === null) throw notFound();
}

/** @throws AppError not_found, invalid (oneself), too_many (ten a day) */
export async function reportMember(
  { database, limits }: Services,
  viewer: Viewer,
  memberId: string,
  report: queries.NewReport,
): Promise<void> {
  if (memberId === viewer.id) throw new AppError('invalid', 'oneself');
  await limits.take([REPORTS, viewer.id]);
  const made = await database.asViewer(viewer.id, (tx) => queries.reportMember(tx, memberId, report));
  if (made === null) throw notFound();
}

/** Once; whoever decided is told. @throws AppError not_found (not about her), conflict (answered before) */
export async function appeal(
  { database }: Pick<Services, 'database'>,
  viewer: Viewer,
  id: number,
  words: string,
): Promise<void> {
  await database.asSystem(async (tx) => {
    const decision = await queries.decisionFor(tx, viewer.id, id);
    if (decision?.place !== 'subject') throw notFound();
    if (!(await queries.saveAppeal(tx, viewer.id, id, words))) throw new AppError('conflict', 'answered');
    const judge = await queries.judgeOf(tx, id);
    if (!judge?.by || !judge.reportId) return;
    await addNotice(tx, {
      whom: judge.by,
      kind: 'decision',
      key: `appeal:${id}`,
      said: 'Une personne répond à une décision que vous avez prise.',
      leadsTo: href('report', { signalement: judge.reportId }),
    });
  });
}
