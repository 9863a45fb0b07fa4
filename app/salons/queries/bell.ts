/** Statements of a member's own bell in a salon (D42). */
import type { Tx } from '~/db';
import { type BellPost, MORNING, type OwnBell } from '~/salons/rules/bell';

/** Null: no salon of hers. */
export async function bellIn(tx: Tx, salonId: string): Promise<OwnBell | null> {
  const [bell] = await tx<OwnBell[]>`
    select chosen, rings, paused_until, role_since
    from my_bells()
    where salon_id = ${salonId}`;
  return bell ?? null;
}

/** False: no salon of hers. */
export async function setBell(tx: Tx, viewerId: string, salonId: string, { bell, pause }: BellPost): Promise<boolean> {
  const set = await tx`
    update salon_members
    set notifications_enabled = ${bell === 'tout'}, mentions_enabled = ${bell !== 'rien'}
    where salon_id = ${salonId} and user_id = ${viewerId}`;
  // What another member chose cannot be read, so it cannot be written back either: kept is not touched.
  if (pause !== 'garder') {
    await tx`
      update salon_members
      set bell_paused_until = case ${pause}
        when 'heure' then now() + interval '1 hour'
        when 'semaine' then now() + interval '7 days'
        when 'demain' then (
          (now() at time zone 'Europe/Paris')::date + 1 + make_time(${MORNING}, 0, 0)
        ) at time zone 'Europe/Paris'
      end
      where salon_id = ${salonId} and user_id = ${viewerId}`;
  }
  return set.count === 1;
}
