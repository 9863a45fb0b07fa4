/** One of two buttons with two effects (C-22): to be left alone. The other, to tell the team, is `moderation/commands.ts`. */
import type { Viewer } from '~/auth/rules/viewer';
import type { Database } from '~/db';
import { AppError, notFound } from '~/errors';
import type { Hub } from '~/realtime/hub';
import * as queries from '../queries/blocks';
import { memberCard } from '../queries/cards';
import { blocksTopic } from '../rules/card';

type Services = { readonly database: Database; readonly hub: Hub };

/** Either twice is no fault: the second press of a button. @throws AppError not_found, invalid (oneself) */
export async function setBlocked(
  { database, hub }: Services,
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
  // Their open conversations are made anew, without one another.
  hub.wakeTopic(blocksTopic.of(viewer.id));
  hub.wakeTopic(blocksTopic.of(memberId));
}
