/** The verbs of asking to come in (R04). Notices and letters are written in the same transactions. */
import type { Viewer } from '~/auth/rules/viewer';
import { notFound } from '~/errors';
import type { Services } from '~/salons/commands';
import * as queries from '~/salons/queries/requests';
import { membersTopic } from '~/salons/rules';

/** @throws AppError not_found, forbidden (`unconfirmed`, `banned`, `asked_before`), payment_required (`salons_joined`) */
export async function askToJoin({ database }: Services, viewer: Viewer, salonId: string, words: string): Promise<void> {
  const asked = await database.asViewer(viewer.id, (tx) => queries.askToJoin(tx, salonId, words));
  if (asked === null) throw notFound();
}

/** Twice is once. */
export async function withdrawRequest({ database }: Services, viewer: Viewer, salonId: string): Promise<void> {
  await database.asViewer(viewer.id, (tx) => queries.withdrawRequest(tx, salonId));
}

/**
 * @returns whether somebody was waiting
 * @throws AppError not_found (no member), forbidden (`keepers_only`; `asker_full`: she may be in no more salons)
 */
export async function answerRequest(
  { database, hub }: Services,
  viewer: Viewer,
  salonId: string,
  whom: string,
  welcome: boolean,
): Promise<boolean> {
  const done = await database.asViewer(viewer.id, (tx) => queries.answerRequest(tx, salonId, whom, welcome));
  if (done === null) throw notFound();
  if (done && welcome) hub.wakeTopic(membersTopic.of(salonId));
  return done;
}
