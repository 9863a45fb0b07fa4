/** Statements of keeping a salon. The functions ask the asker's role and lock the salon first; null or false: not hers to know. */
import type { Tx } from '~/db';
import type { Act, Ban, BannedMember, KeptMember, SalonChanges } from '~/salons/rules/keeping';

/** R06: false: she does not own it. */
export async function changeSalon(tx: Tx, viewerId: string, salonId: string, changes: SalonChanges): Promise<boolean> {
  const { name, description, category, city, colorTheme, visibility, houseRules, welcome, slowSeconds } = changes;
  const changed = await tx`
    update salons
    set
      name = ${name}, description = ${description}, category = ${category}, city = ${city},
      color_theme = ${colorTheme}, visibility = ${visibility},
      house_rules = coalesce(${houseRules}, house_rules), welcome_line = coalesce(${welcome}, welcome_line),
      slow_seconds = coalesce(${slowSeconds}::integer, slow_seconds)
    where id = ${salonId} and owner_id = ${viewerId}`;
  return changed.count === 1;
}

/** D35. A salon about to be deleted stays closed: its deletion is called off first. */
export async function setActive(tx: Tx, viewerId: string, salonId: string, isActive: boolean): Promise<boolean> {
  const changed = await tx`
    update salons
    set is_active = ${isActive} and delete_at is null
    where id = ${salonId} and owner_id = ${viewerId}`;
  return changed.count === 1;
}

/** @throws AppError forbidden (`owner_only`) */
export async function renewShareCode(tx: Tx, salonId: string): Promise<string | null> {
  const [made] = await tx<{ code: string | null }[]>`
    select renew_share_code(${salonId}) as code`;
  return made?.code ?? null;
}

/** @throws AppError forbidden (`keepers_only`, `heir_full`) */
export async function ruleMember(tx: Tx, salonId: string, memberId: string, act: Act): Promise<boolean> {
  const [done] = await tx<{ done: boolean | null }[]>`
    select rule_member(${salonId}, ${memberId}, ${act}) as done`;
  return done?.done === true;
}

/** Null: no pin. False: not a member, or no message that stands there. @throws AppError forbidden (`keepers_only`) */
export async function pinMessage(tx: Tx, salonId: string, messageId: number | null): Promise<boolean> {
  const [done] = await tx<{ done: boolean | null }[]>`
    select pin_message(${salonId}, ${messageId}) as done`;
  return done?.done === true;
}

/** @param hours 0 gives the word back @throws AppError forbidden (`keepers_only`) */
export async function silenceMember(tx: Tx, salonId: string, memberId: string, hours: number): Promise<boolean> {
  const [done] = await tx<{ done: boolean | null }[]>`
    select silence_member(${salonId}, ${memberId}, ${hours}) as done`;
  return done?.done === true;
}

/** Until when the viewer writes nothing here; null: she may. */
export async function ownSilence(tx: Tx, viewerId: string, salonId: string): Promise<Date | null> {
  const [own] = await tx<{ until: Date | null }[]>`
    select silenced_until(${salonId}, ${viewerId}) as until`;
  return own?.until ?? null;
}

/** @throws AppError forbidden (`keepers_only`) */
export async function banMember(tx: Tx, salonId: string, { member, reason }: Ban): Promise<boolean> {
  const [done] = await tx<{ done: boolean | null }[]>`
    select ban_member(${salonId}, ${member}, ${reason}) as done`;
  return done?.done === true;
}

/** @throws AppError forbidden (`keepers_only`) */
export async function liftBan(tx: Tx, salonId: string, memberId: string): Promise<boolean | null> {
  const [lifted] = await tx<{ lifted: boolean | null }[]>`
    select lift_ban(${salonId}, ${memberId}) as lifted`;
  return lifted?.lifted ?? null;
}

/** @throws AppError forbidden (`owner_only`) */
export async function planDeletion(tx: Tx, salonId: string, going: boolean): Promise<boolean | null> {
  const [planned] = await tx<{ planned: boolean | null }[]>`
    select plan_salon_deletion(${salonId}, ${going}) as planned`;
  return planned?.planned ?? null;
}

/** The last banned first. */
export async function bannedFrom(tx: Tx, salonId: string): Promise<BannedMember[]> {
  return tx<BannedMember[]>`
    select b.user_id as id, coalesce(p.full_name, 'Membre') as name, b.reason, b.created_at as banned_at
    from salon_bans b
    left join profiles p on p.id = b.user_id
    where b.salon_id = ${salonId} and b.salon_id in (select my_kept_salon_ids())
    order by b.created_at desc, b.user_id
    limit 500`;
}

/** A member of the salon, or somebody who has spoken there and left. */
export async function keptMember(tx: Tx, salonId: string, memberId: string): Promise<KeptMember | null> {
  const [found] = await tx<KeptMember[]>`
    select
      p.id, coalesce(p.full_name, 'Membre') as name, p.avatar_url, m.role, m.joined_at,
      silenced_until(${salonId}, p.id) as silenced_until
    from profiles p
    left join salon_members m on m.salon_id = ${salonId} and m.user_id = p.id
    where p.id = ${memberId}
      and ${salonId} in (select my_kept_salon_ids())
      and (
        m.user_id is not null
        or exists (select from chat_messages c where c.salon_id = ${salonId} and c.user_id = p.id)
      )`;
  return found ?? null;
}

/** Salons whose thirty days are over, with all that stood in them. As the system role. */
export async function deleteDueSalons(tx: Tx): Promise<string[]> {
  const gone = await tx<{ id: string }[]>`
    delete from salons
    where delete_at <= now()
    returning id`;
  return gone.map(({ id }) => id);
}
