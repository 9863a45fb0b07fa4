/** Invitations to salons: of this table the inventory says the name only, so it is read by what its columns may be called. */
import { createHash, randomUUID } from 'node:crypto';
import type { DumpRow } from './reading';
import { firstOf, isFirst, time, UUID } from './report';
import type { Plan } from './types';

const WEEK = 7 * 86_400_000; // ms
const OVER = ['revoked', 'cancelled', 'canceled', 'declined', 'expired', 'rejected'];

/** One that waits still waits: who was invited finds it on this site, and who invited can have the letter sent again. */
export function invitation(plan: Plan, row: DumpRow['row'], now: string): string | null {
  const salonId = row.salon_id?.toLowerCase() ?? '';
  if (!plan.salons.has(salonId)) return 'sans salon';
  const email = firstOf(row, 'email', 'invitee_email', 'invited_email')?.trim().toLowerCase() ?? null;
  const invited = firstOf(row, 'user_id', 'invited_user_id', 'invitee_id', 'accepted_by')?.toLowerCase() ?? '';
  const userId = plan.users.has(invited) ? invited : null;
  const isAddress = email !== null && /^[^@\s]{1,64}@[^@\s]{1,189}$/.test(email);
  if (!userId && !isAddress) return 'sans destinataire';
  const given = row.id?.toLowerCase() ?? '';
  const id = UUID.test(given) ? given : randomUUID();
  const token = firstOf(row, 'token', 'code', 'invitation_code', 'invite_code') ?? randomUUID();
  if (!isFirst(plan, `invitation ${id}`) || !isFirst(plan, `token ${token}`)) return 'en double';
  const by = firstOf(row, 'invited_by', 'inviter_id', 'created_by', 'sender_id')?.toLowerCase() ?? '';
  const at = time(row.created_at) ?? now;
  const state = row.status?.toLowerCase() ?? '';
  const accepted = time(firstOf(row, 'accepted_at', 'used_at')) ?? (state === 'accepted' ? at : null);
  plan.invitations.push({
    ...{ id, salonId, userId, email: isAddress ? email : null, invitedBy: plan.users.has(by) ? by : null },
    ...{ tokenHash: createHash('sha256').update(token).digest('hex'), uses: accepted ? 1 : 0, at },
    expiresAt: time(row.expires_at) ?? new Date(Date.parse(at) + WEEK).toISOString(),
    ...{ acceptedAt: accepted, revokedAt: time(row.revoked_at) ?? (OVER.includes(state) ? at : null) },
  });
  return null;
}
