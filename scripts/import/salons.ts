/** Salons and who belongs to them. */
import { randomUUID } from 'node:crypto';
import type { DumpRow } from './reading';
import { isFirst, isTrue, lineOf, note, short, time, UUID } from './report';
import type { Plan } from './types';

type Cells = DumpRow['row'];

const CATEGORIES = [
  'jardin',
  'cuisine',
  'voyages',
  'lecture',
  'sante',
  'numerique',
  'famille',
  'musique',
  'marche',
  'bricolage',
  'jeux',
  'histoire',
  'autres',
];
export function salon(plan: Plan, row: Cells, now: string): string | null {
  const id = row.id?.toLowerCase() ?? '';
  if (!UUID.test(id)) return 'numéro illisible';
  if (plan.salons.has(id)) return 'en double';
  const named = short(row.name, 80) ?? 'Salon';
  const code = row.share_code?.toUpperCase() ?? '';
  const isFree = /^[2-9A-HJKMNP-Z]{6}([2-9A-HJKMNP-Z]{2,3})?$/.test(code) && isFirst(plan, `code ${code}`);
  if (!isFree) note(plan.report, 'salons', 'nouveau code de partage');
  plan.salons.set(id, {
    ...{ id, name: [...named].length < 3 ? `Salon ${named}` : named, description: short(row.description, 1000) ?? '' },
    category: CATEGORIES.includes(row.category ?? '') ? (row.category ?? 'autres') : 'autres',
    ...{
      city: short(row.city, 80),
      color: /^#[0-9a-f]{6}$/i.test(row.color_theme ?? '') ? (row.color_theme ?? '') : '#8B5CF6',
    },
    ownerId: plan.users.has(row.owner_id?.toLowerCase() ?? '') ? (row.owner_id?.toLowerCase() ?? '') : '',
    ...{
      code: isFree ? code : null,
      isActive: row.is_active === null || row.is_active === undefined || isTrue(row.is_active),
      at: time(row.created_at) ?? now,
      avatarUrl: null,
    },
  });
  const made = plan.salons.get(id);
  if (row.avatar_url && made) plan.shown.push({ address: row.avatar_url, folder: 'salon-avatars', of: made });
  return null;
}

export function member(plan: Plan, row: Cells, now: string): string | null {
  const [salonId, userId] = [row.salon_id?.toLowerCase() ?? '', row.user_id?.toLowerCase() ?? ''];
  if (!plan.salons.has(salonId)) return 'sans salon';
  if (!plan.users.has(userId)) return 'sans compte';
  if (plan.members.has(`${salonId} ${userId}`)) return 'en double';
  const role = row.role === 'moderator' ? 'moderator' : 'member';
  const joinedAt = time(row.joined_at) ?? now;
  plan.members.set(`${salonId} ${userId}`, {
    salonId,
    userId,
    role,
    joinedAt,
    seenAt: time(row.last_seen_at),
    seenSeq: 0,
    bell: !['f', 'false'].includes(row.notifications_enabled ?? 't'),
  });
  return null;
}

/** A salon without its owner goes to the member who came first (D33); one that nobody belongs to is refused. */
export function settleOwners(plan: Plan): void {
  const first = new Map<string, { readonly userId: string; readonly joinedAt: string }>();
  for (const each of plan.members.values()) {
    const before = first.get(each.salonId);
    if (!before || each.joinedAt < before.joinedAt) first.set(each.salonId, each);
  }
  for (const each of plan.salons.values()) {
    const owner = each.ownerId || first.get(each.id)?.userId;
    if (!owner) {
      plan.salons.delete(each.id);
      lineOf(plan.report, 'salons').taken -= 1;
      note(plan.report, 'salons', 'sans propriétaire et sans membre');
      continue;
    }
    if (!each.ownerId) note(plan.report, 'salons', 'confié à son plus ancien membre');
    each.ownerId = owner;
    const place = plan.members.get(`${each.id} ${owner}`);
    if (place) place.role = 'owner';
    else
      plan.members.set(`${each.id} ${owner}`, {
        salonId: each.id,
        userId: owner,
        role: 'owner',
        joinedAt: each.at,
        seenAt: null,
        seenSeq: 0,
        bell: true,
      });
  }
}

const GENERAL = 'Salon général';

/** G12: made for the first message that has no salon, and kept by the oldest account. */
export function generalSalon(plan: Plan, now: string): string | null {
  if (plan.general.id) return plan.general.id;
  const [oldest] = [...plan.users.values()].sort((a, b) => a.at.localeCompare(b.at));
  if (!oldest) return null;
  const id = randomUUID();
  plan.general.id = id;
  plan.salons.set(id, {
    id,
    name: GENERAL,
    description: '',
    category: 'autres',
    city: null,
    color: '#8B5CF6',
    ownerId: oldest.id,
    code: null,
    isActive: true,
    at: now,
    avatarUrl: null,
  });
  plan.members.set(`${id} ${oldest.id}`, {
    salonId: id,
    userId: oldest.id,
    role: 'owner',
    joinedAt: now,
    seenAt: null,
    seenSeq: 0,
    bell: true,
  });
  return id;
}
