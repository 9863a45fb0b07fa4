/** A ban that the team or an owner decides of a report, and salons whose owner is not there any more. As the system role: the right to decide is asked by who calls. */
import type { Tx } from '~/db';

/** Salon first, as every writer in it. False: she owns it, or it is gone. */
export async function excludeFrom(
  tx: Tx,
  salonId: string,
  memberId: string,
  ban: { readonly reason: string; readonly by: string },
): Promise<boolean> {
  const open = await tx<{ ownerId: string | null }[]>`
    select owner_id
    from salons
    where id = ${salonId}
    for no key update`;
  if (open.length === 0 || open[0]?.ownerId === memberId) return false;
  await tx`
    insert into salon_bans (salon_id, user_id, reason, banned_by)
    values (${salonId}, ${memberId}, left(${ban.reason}, 500), ${ban.by})
    on conflict (salon_id, user_id) do update
    set reason = excluded.reason, banned_by = excluded.banned_by, created_at = now()`;
  await tx`
    delete from salon_members
    where salon_id = ${salonId} and user_id = ${memberId}`;
  return true;
}

/**
 * D33: the salons of an owner who goes, or whose account is closed without an end, are owned by another: the oldest
 * moderator, else the team. One that nobody else belongs to stays hers.
 */
export async function passOnSalons(tx: Tx, ownerId: string): Promise<void> {
  await tx`
    select
    from pass_on_salons(${ownerId})`;
}

export async function letBackInto(tx: Tx, salonId: string, memberId: string): Promise<void> {
  await tx`
    delete from salon_bans
    where salon_id = ${salonId} and user_id = ${memberId}`;
}
