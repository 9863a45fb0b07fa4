/** The verbs of salons: make, join, leave. Each wakes the salon's readers when its members changed. */

import type { Viewer } from '~/auth/rules/viewer';
import type { Database, Tx } from '~/db';
import { AppError, notFound } from '~/errors';
import type { Counted, Limits } from '~/limits';
import { recognise } from '~/play/commands';
import { earn } from '~/play/queries/acts';
import type { Hub } from '~/realtime/hub';
import { membersTopic } from '~/salons/rules';
import * as queries from './queries/membership';
import type { NewSalon } from './rules';
import { parseShareCode, SHARE_CODE, SHARE_CODE_ALL, SHARE_CODE_PLACE } from './rules';

export type Services = { readonly database: Database; readonly hub: Hub; readonly limits: Limits };

/**
 * Salon, unique code and owner's membership together (F07); the same key twice makes one.
 * @throws AppError forbidden (unconfirmed), payment_required (salons_owned)
 */
export async function createSalon({ database }: Services, viewer: Viewer, salon: NewSalon): Promise<Entry> {
  const { id, counts } = await database.asViewer(viewer.id, async (tx) => {
    const id = await queries.createSalon(tx, salon);
    return { id, counts: await earn(tx, { kind: 'founding', source: id, salon: id }) };
  });
  await recognise({ database }, viewer.id, counts);
  return { salon: id, earned: counts !== null };
}

/** Where somebody has come in, and whether she has just earned by it (D71). */
export type Entry = { readonly salon: string; readonly earned: boolean };

/** D71: who came in earns once a salon. */
export async function joining<J extends queries.Joined>(
  { database }: Pick<Services, 'database'>,
  viewerId: string,
  join: (tx: Tx) => Promise<J | null>,
): Promise<(J & { readonly earned: boolean }) | null> {
  const { joined, counts } = await database.asViewer(viewerId, async (tx) => {
    const joined = await join(tx);
    const act = joined?.joined && ({ kind: 'salon', source: joined.salonId, salon: joined.salonId } as const);
    return { joined, counts: act ? await earn(tx, act) : null };
  });
  await recognise({ database }, viewerId, counts);
  return joined && { ...joined, earned: counts !== null };
}

/**
 * Joins the salon behind a typed or clicked code (F08). Wrong codes are counted per member and place.
 * @throws AppError not_found (no such code), too_many (ten wrong codes in three minutes), payment_required (salons_joined)
 */
export async function joinByCode(services: Services, viewerId: string, typed: unknown, ip: string): Promise<Entry> {
  const joined = await services.limits.judge(guessesOf(viewerId, ip), async () => {
    const code = parseShareCode(typed);
    return code && joining(services, viewerId, (tx) => queries.joinByCode(tx, code));
  });
  if (!joined) throw notFound();
  if (joined.joined) services.hub.wakeTopic(membersTopic.of(joined.salonId));
  return { salon: joined.salonId, earned: joined.earned };
}

/** @throws AppError not_found (private, closed or not there), payment_required (salons_joined) */
export async function joinSalon(services: Services, viewer: Viewer, salonId: string): Promise<Entry> {
  const joined = await joining(services, viewer.id, (tx) => queries.joinPublic(tx, salonId));
  if (!joined) throw notFound();
  if (joined.joined) services.hub.wakeTopic(membersTopic.of(salonId));
  return { salon: salonId, earned: joined.earned };
}

/** Whether the last words of a salon may be read before joining. @throws AppError not_found (not the viewer's salon) */
export async function showLastWords({ database }: Services, viewer: Viewer, salonId: string, wanted: boolean) {
  const done = await database.asViewer(viewer.id, (tx) => queries.showLastWords(tx, salonId, wanted));
  if (!done) throw notFound();
}

/** @throws AppError not_found (not a member), conflict (an owner hands over first, R11) */
export async function leaveSalon(services: Services, viewer: Viewer, salonId: string): Promise<void> {
  const left = await services.database.asViewer(viewer.id, (tx) => queries.leaveSalon(tx, viewer.id, salonId));
  if (!left) throw notFound();
  if (!left.left) throw new AppError('conflict', 'owner');
  services.hub.wakeTopic(membersTopic.of(salonId));
}

/**
 * The salon behind a share link, for members and guests.
 * @throws AppError not_found (no such code, or none any more), too_many as `joinByCode`
 */
export async function salonBehindLink(
  { database, limits }: Pick<Services, 'database' | 'limits'>,
  viewerId: string | null,
  typed: unknown,
  ip: string,
) {
  const found = await limits.judge(guessesOf(viewerId, ip), async () => {
    const code = parseShareCode(typed);
    const salon = code && (await database.asViewer(viewerId, (tx) => queries.salonBehindCode(tx, code)));
    return salon ? { salon, code } : null;
  });
  if (!found) throw notFound();
  return found;
}

/** D37. A guest is counted by place, a member by account and by place, and all together once. */
function guessesOf(viewerId: string | null, ip: string): readonly Counted[] {
  const all: readonly Counted[] = [
    [SHARE_CODE_PLACE, ip],
    [SHARE_CODE_ALL, ''],
  ];
  return viewerId ? [[SHARE_CODE, viewerId], ...all] : all;
}
