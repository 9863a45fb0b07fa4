/** Coming and going: a new salon, share codes, joining and leaving. The functions of the database judge; they lock the salon first. */
import type { Tx } from '~/db';
import type { NamedSalon, NewSalon, SalonInvitation } from '../rules';

/** What stands behind a share code, for anybody. Null: no such code, or the salon is closed. */
export async function salonBehindCode(tx: Tx, code: string): Promise<SalonInvitation | null> {
  const [found] = await tx<SalonInvitation[]>`
    select id, name, description, category, city, color_theme, visibility, member_count, owner_name, is_member, house_rules
    from salon_behind_code(${code})`;
  return found ?? null;
}

export async function createSalon(tx: Tx, salon: NewSalon): Promise<string> {
  const [made] = await tx<{ id: string }[]>`
    select create_salon_with_code(
      ${salon.name}, ${salon.description}, ${salon.category}, ${salon.city},
      ${salon.colorTheme}, ${salon.visibility}, ${salon.key}
    ) as id`;
  if (!made) throw new Error('create_salon_with_code gave no row');
  if (salon.showsLastWords) await showLastWords(tx, made.id, true);
  return made.id;
}

/** The owner's choice. False: the salon is not hers. */
export async function showLastWords(tx: Tx, salonId: string, wanted: boolean): Promise<boolean> {
  const [answer] = await tx<{ done: boolean }[]>`
    select coalesce(show_last_words(${salonId}, ${wanted}), false) as done`;
  return answer?.done === true;
}

export type Joined = { readonly salonId: string; readonly joined: boolean };

/** Null: no such code. `joined` is false for somebody who was a member already (D38). */
export async function joinByCode(tx: Tx, code: string): Promise<Joined | null> {
  const [found] = await tx<Joined[]>`
    select salon_id, joined
    from join_salon_via_code(${code})`;
  return found ?? null;
}

export async function joinPublic(tx: Tx, salonId: string): Promise<Joined | null> {
  const [found] = await tx<Joined[]>`
    select salon_id, joined
    from join_public_salon(${salonId})`;
  return found ?? null;
}

/** `left` is false for an owner, who must hand over first (R11). Null: not a member. */
export async function leaveSalon(tx: Tx, viewerId: string, salonId: string): Promise<{ left: boolean } | null> {
  // Salon first, then the membership, as every writer; what is read after it is what stands. Whoever was no member then
  // is none for this request: a membership that another window makes meanwhile must not be locked before its salon.
  const [door] = await tx<{ salonId: string | null }[]>`
    select lock_salon(${salonId}) as salon_id`;
  if (!door?.salonId) return null;
  const [found] = await tx<{ left: boolean }[]>`
    with gone as (
      delete from salon_members
      where salon_id = ${salonId} and user_id = ${viewerId} and role <> 'owner'
      returning salon_id
    )
    select exists (select from gone) as left
    from salon_members
    where salon_id = ${salonId} and user_id = ${viewerId}`;
  return found ?? null;
}

/** The viewer's own, by name. */
export async function namedSalonsOf(tx: Tx, viewerId: string): Promise<readonly NamedSalon[]> {
  return tx<NamedSalon[]>`
    select s.id, s.name
    from salons s
    join salon_members m on m.salon_id = s.id and m.user_id = ${viewerId}
    order by s.name, s.id
    limit 100`;
}

/** The salons that both belong to, by name. */
export async function sharedSalons(tx: Tx, viewerId: string, memberId: string): Promise<readonly NamedSalon[]> {
  return tx<NamedSalon[]>`
    select s.id, s.name
    from salons s
    join salon_members mine on mine.salon_id = s.id and mine.user_id = ${viewerId}
    join salon_members hers on hers.salon_id = s.id and hers.user_id = ${memberId}
    where s.is_active
    order by s.name, s.id
    limit 50`;
}
