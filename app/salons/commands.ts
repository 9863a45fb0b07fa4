/** The verbs of salons: make, join, leave. Each wakes the salon's readers when its members changed. */
import type { Viewer } from '~/auth/rules/viewer';
import type { Database } from '~/db';
import { AppError, notFound } from '~/errors';
import type { Limits } from '~/limits';
import type { Hub } from '~/realtime/hub';
import * as queries from './queries';
import type { NewSalon } from './rules';
import { parseShareCode } from './rules';

export type Services = { readonly database: Database; readonly hub: Hub; readonly limits: Limits };

/**
 * Salon, unique code and owner's membership together (F07); the same key twice makes one.
 * @throws AppError forbidden (unconfirmed), payment_required (salons_owned)
 */
export function createSalon({ database }: Services, viewer: Viewer, salon: NewSalon): Promise<string> {
  return database.asViewer(viewer.id, (tx) => queries.createSalon(tx, salon));
}

/**
 * Joins the salon behind a typed or clicked code (F08). Wrong codes are counted per member and place.
 * @throws AppError not_found (no such code), too_many (ten wrong codes in three minutes), payment_required (salons_joined)
 */
export async function joinByCode(services: Services, viewer: Viewer, typed: unknown, ip: string): Promise<string> {
  await checkGuessing(services.limits, viewer.id, ip);
  const code = parseShareCode(typed);
  const joined = code && (await services.database.asViewer(viewer.id, (tx) => queries.joinByCode(tx, code)));
  if (!joined) {
    await countGuess(services.limits, viewer.id, ip);
    throw notFound();
  }
  if (joined.joined) services.hub.wakeMembers(joined.salonId);
  return joined.salonId;
}

/** @throws AppError not_found (private, closed or not there), payment_required (salons_joined) */
export async function joinSalon(services: Services, viewer: Viewer, salonId: string): Promise<void> {
  const joined = await services.database.asViewer(viewer.id, (tx) => queries.joinPublic(tx, salonId));
  if (!joined) throw notFound();
  if (joined.joined) services.hub.wakeMembers(salonId);
}

/** @throws AppError not_found (not a member), conflict (an owner hands over first, R11) */
export async function leaveSalon(services: Services, viewer: Viewer, salonId: string): Promise<void> {
  const left = await services.database.asViewer(viewer.id, (tx) => queries.leaveSalon(tx, viewer.id, salonId));
  if (!left) throw notFound();
  if (!left.left) throw new AppError('conflict', 'owner');
  services.hub.wakeMembers(salonId);
}

/** D37. A guest is counted by place, a member by account and by place: neither guesses on from elsewhere. */
export async function checkGuessing(limits: Limits, viewerId: string | null, ip: string): Promise<void> {
  await limits.check('shareCodePlace', ip);
  if (viewerId) await limits.check('shareCode', viewerId);
}

export async function countGuess(limits: Limits, viewerId: string | null, ip: string): Promise<void> {
  await limits.count('shareCodePlace', ip);
  if (viewerId) await limits.count('shareCode', viewerId);
}
