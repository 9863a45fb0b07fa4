/** Two buttons with two effects (C-22): to be left alone, and to tell the team. */
import type { Viewer } from '~/auth/rules/viewer';
import type { Database } from '~/db';
import { AppError, notFound } from '~/errors';
import type { Limits } from '~/limits';
import * as queries from '../queries/blocks';
import { memberCard } from '../queries/cards';
import { REPORTS } from '../rules/card';

type Services = { readonly database: Database; readonly limits: Limits };

/** Either twice is no fault: the second press of a button. @throws AppError not_found, invalid (oneself) */
export async function setBlocked(
  { database }: Pick<Services, 'database'>,
  viewer: Viewer,
  memberId: string,
  blocked: boolean,
): Promise<void> {
  if (memberId === viewer.id) throw new AppError('invalid', 'oneself');
  await database.asViewer(viewer.id, async (tx) => {
    // What one has blocked can be let go again, whatever the other has done since.
    if (!blocked) return queries.unblock(tx, viewer.id, memberId);
    if (!(await memberCard(tx, memberId))) throw notFound();
    await queries.block(tx, viewer.id, memberId);
  });
}

/** For the team's list. @throws AppError not_found, invalid (oneself), too_many (ten a day) */
export async function reportMember(
  { database, limits }: Services,
  viewer: Viewer,
  memberId: string,
  reason: string,
): Promise<void> {
  if (memberId === viewer.id) throw new AppError('invalid', 'oneself');
  await limits.take([REPORTS, viewer.id]);
  await database.asViewer(viewer.id, async (tx) => {
    if (!(await memberCard(tx, memberId))) throw notFound();
    await queries.insertReport(tx, viewer.id, memberId, reason);
  });
}
