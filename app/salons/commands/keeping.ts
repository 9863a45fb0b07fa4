/** The verbs of keeping a salon. Each wakes the salon's readers where its members changed: who may not stay hears `fin`. */
import type { Viewer } from '~/auth/rules/viewer';
import type { Database } from '~/db';
import { AppError, notFound } from '~/errors';
import type { Hub } from '~/realtime/hub';
import { setBell } from '~/salons/queries/bell';
import * as queries from '~/salons/queries/keeping';
import { membersTopic } from '~/salons/rules';
import type { Act, Ban, SettingsPost } from '~/salons/rules/keeping';
import { pinnedTopic } from '~/salons/rules/order';

type Services = { readonly database: Database; readonly hub: Hub };

/** R06, D35, D42. @throws AppError not_found (no member), forbidden (not the owner) */
export async function changeSettings(
  { database }: Services,
  viewer: Viewer,
  salonId: string,
  { changes, isActive, bell }: SettingsPost,
): Promise<void> {
  await database.asViewer(viewer.id, async (tx) => {
    if (bell && !(await setBell(tx, viewer.id, salonId, bell))) throw notFound();
    const changed = !changes || (await queries.changeSalon(tx, viewer.id, salonId, changes));
    const turned = isActive === null || (await queries.setActive(tx, viewer.id, salonId, isActive));
    if (!changed || !turned) throw new AppError('forbidden', 'owner_only');
  });
}

/** D34: the old code opens nothing from now on. @throws AppError not_found (no member), forbidden (not the owner) */
export async function renewShareCode({ database }: Services, viewer: Viewer, salonId: string): Promise<void> {
  const code = await database.asViewer(viewer.id, (tx) => queries.renewShareCode(tx, salonId));
  if (!code) throw notFound();
}

/**
 * D33, D39: roles, hand-over, removal, silence. Sends nothing; the salon's streams are woken.
 * @param hours of a silence
 * @throws AppError not_found (one of them is no member), forbidden (not hers to do; `heir_full`: the heir may own no more)
 */
export async function ruleMember(
  { database, hub }: Services,
  viewer: Viewer,
  salonId: string,
  memberId: string,
  { act, hours }: { readonly act: Act; readonly hours: number },
): Promise<void> {
  const done = await database.asViewer(viewer.id, (tx) =>
    act === 'silence' || act === 'parole'
      ? queries.silenceMember(tx, salonId, memberId, act === 'silence' ? hours : 0)
      : queries.ruleMember(tx, salonId, memberId, act),
  );
  if (!done) throw notFound();
  hub.wakeTopic(membersTopic.of(salonId));
}

/** One message at the top of the room, or none. @throws AppError not_found (no member, no message), forbidden (no keeper) */
export async function pinMessage(
  { database, hub }: Services,
  viewer: Viewer,
  salonId: string,
  messageId: number | null,
): Promise<void> {
  const done = await database.asViewer(viewer.id, (tx) => queries.pinMessage(tx, salonId, messageId));
  if (!done) throw notFound();
  hub.wakeTopic(pinnedTopic.of(salonId));
}

/** @throws AppError not_found (one of them is unknown here), forbidden (not hers to do) */
export async function banMember({ database, hub }: Services, viewer: Viewer, salonId: string, ban: Ban): Promise<void> {
  const done = await database.asViewer(viewer.id, (tx) => queries.banMember(tx, salonId, ban));
  if (!done) throw notFound();
  hub.wakeTopic(membersTopic.of(salonId));
}

/** Lifting twice is once. @throws AppError not_found (no member), forbidden (no keeper) */
export async function liftBan(
  { database }: Services,
  viewer: Viewer,
  salonId: string,
  memberId: string,
): Promise<void> {
  const lifted = await database.asViewer(viewer.id, (tx) => queries.liftBan(tx, salonId, memberId));
  if (lifted === null) throw notFound();
}

/** R07: closed now and gone in thirty days, or all called off. @throws AppError not_found (no member), forbidden (not the owner) */
export async function planDeletion(
  { database, hub }: Services,
  viewer: Viewer,
  salonId: string,
  going: boolean,
): Promise<void> {
  const planned = await database.asViewer(viewer.id, (tx) => queries.planDeletion(tx, salonId, going));
  if (planned === null) throw notFound();
  hub.wakeTopic(membersTopic.of(salonId));
}
