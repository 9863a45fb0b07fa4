/** Every statement on salons and memberships. Private ones take the viewer's transaction and join the membership. */
import type { Tx } from '~/db';
import type { Present } from '~/presence/rules';
import {
  DISCOVERED,
  type NamedSalon,
  type NewSalon,
  type Room,
  type SalonCard,
  type SalonFromOutside,
  type SalonInvitation,
  type SalonMember,
  type SalonSearch,
} from './rules';

export type RoomForMember = Room & {
  /** The other half of a rendered list's cache key: moves when somebody in it changes name or photo. */
  readonly peopleVersion: number;
  readonly ownerName: string;
  /** D41: where the viewer's reading stopped. */
  readonly lastSeenSeq: number;
  readonly here: readonly Present[];
  /** D25: what the plan still lets the viewer write today; null without limit. The day is the one in Paris. */
  readonly allowance: { readonly written: number; readonly limit: number } | null;
};

/**
 * The room for this member, with who is here: one statement. Null: no such salon for the asker.
 * The membership is joined here and checked again by the row policies.
 */
export async function roomFor(tx: Tx, viewerId: string, salonId: string): Promise<RoomForMember | null> {
  const [room] = await tx<RoomForMember[]>`
    select
      s.id, s.name, s.description, s.category, s.city, s.color_theme, s.visibility, s.is_active,
      s.member_count, s.last_seq, s.people_version, m.role, m.last_seen_seq,
      salon_share_code(s.id) as share_code,
      coalesce(o.full_name, 'Membre') as owner_name,
      coalesce((
        select json_agg(
          json_build_object('id', p.id, 'name', coalesce(p.full_name, 'Membre'), 'avatarUrl', p.avatar_url, 'status', h.status)
          order by p.full_name, p.id
        )
        from people_here(s.id) h
        join profiles p on p.id = h.id
      ), '[]') as here,
      (
        select json_build_object(
          'limit', a.allowed,
          'written', a.used
        )
        from my_allowance('messages_per_day') a
        where a.allowed is not null
      ) as allowance
    from salons s
    join my_memberships() m on m.salon_id = s.id and m.user_id = ${viewerId}
    left join profiles o on o.id = s.owner_id
    where s.id = ${salonId}`;
  return room ?? null;
}

/** The viewer's salons, the last spoken in first, with what she has not read. */
export async function salonsOf(tx: Tx, viewerId: string): Promise<SalonCard[]> {
  const rows = await tx<(Omit<SalonCard, 'membership'> & NonNullable<SalonCard['membership']>)[]>`
    select
      d.id, d.name, d.description, d.category, d.city, d.color_theme, d.visibility, d.is_active,
      d.owner_name, d.member_count, d.messages_today, m.role,
      (
        select count(*)
        from (
          select
          from chat_messages c
          where c.salon_id = d.id
            and c.seq > m.last_seen_seq
            and not c.is_deleted
            and c.user_id is distinct from ${viewerId}
          limit 100
        ) beyond
      ) as unread,
      coalesce((
        select json_agg(json_build_object('author', fresh.author, 'words', fresh.words, 'at', fresh.at) order by fresh.seq)
        from (
          select c.seq, coalesce(p.full_name, 'Ancien membre') as author, left(c.content, 140) as words, c.created_at as at
          from chat_messages c
          left join profiles p on p.id = c.user_id
          where c.salon_id = d.id
            and c.seq > m.last_seen_seq
            and not c.is_deleted
            and c.user_id is distinct from ${viewerId}
          order by c.seq desc
          limit 2
        ) fresh
      ), '[]') as latest,
      coalesce(o.people, 0) as others_here
    from salons_with_details d
    join my_memberships() m on m.salon_id = d.id and m.user_id = ${viewerId}
    left join others_in_my_salons() o on o.salon_id = d.id
    order by d.last_message_at desc nulls last, d.name`;
  return rows.map(({ role, unread, othersHere, latest, ...card }) => ({
    ...card,
    membership: { role, unread, othersHere, latest: latest.map((line) => ({ ...line, at: new Date(line.at) })) },
  }));
}

/** Public salons the viewer is not in, the liveliest first. D31: the filters combine; accents, case, ligatures and kinds of apostrophe do not matter. */
export async function salonsToDiscover(tx: Tx, viewerId: string, search: SalonSearch): Promise<SalonCard[]> {
  // Composed on both sides: the dictionary of plain() knows « é » and no lone accent, and older names may hold one.
  const words = search.q.normalize('NFC').split(/\s+/).filter(Boolean);
  const city = search.city.normalize('NFC');
  const rows = await tx<Omit<SalonCard, 'membership'>[]>`
    select
      d.id, d.name, d.description, d.category, d.city, d.color_theme, d.visibility, d.is_active,
      d.owner_name, d.member_count, d.messages_today
    from salons_with_details d
    where d.visibility = 'public'
      and d.is_active
      and not exists (select from salon_members m where m.salon_id = d.id and m.user_id = ${viewerId})
      and (${search.after}::uuid is null or exists (
        select
        from salons s
        where s.id = ${search.after}
          and (d.message_count < s.message_count or (d.message_count = s.message_count and (d.name, d.id) > (s.name, s.id)))
      ))
      and (${search.category}::text is null or d.category = ${search.category})
      and (${city} = '' or strpos(plain(normalize(d.city)), plain(${city})) > 0)
      and not exists (
        select
        from unnest(${words}::text[]) word
        where strpos(plain(normalize(d.name || ' ' || d.description)), plain(word)) = 0
      )
    order by d.message_count desc, d.name, d.id
    limit ${DISCOVERED + 1}`;
  return rows.map((card) => ({ ...card, membership: null }));
}

/** A salon as a card tells of it and a little more, before one joins. Null: private, archived or not there, for who is not in it. */
export async function salonSeenFromOutside(
  tx: Tx,
  viewerId: string,
  salonId: string,
): Promise<SalonFromOutside | null> {
  const [found] = await tx<SalonFromOutside[]>`
    select
      d.id, d.name, d.description, d.category, d.city, d.color_theme, d.visibility, d.is_active,
      d.owner_name, d.member_count, d.messages_today, d.message_count, d.created_at,
      m.user_id is not null as is_member
    from salons_with_details d
    left join my_memberships() m on m.salon_id = d.id and m.user_id = ${viewerId}
    where d.id = ${salonId} and (m.user_id is not null or (d.visibility = 'public' and d.is_active))`;
  return found ?? null;
}

/** What stands behind a share code, for anybody. Null: no such code, or the salon is closed. */
export async function salonBehindCode(tx: Tx, code: string): Promise<SalonInvitation | null> {
  const [found] = await tx<SalonInvitation[]>`
    select id, name, description, category, city, color_theme, visibility, member_count, owner_name, is_member
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
  return made.id;
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

/** D40: in the order they came, the owner first. R08: without whom the viewer has blocked, and who has blocked her. */
export async function membersOf(tx: Tx, salonId: string): Promise<SalonMember[]> {
  return tx<SalonMember[]>`
    select
      p.id, coalesce(p.full_name, 'Membre') as name, p.avatar_url, t.city, m.role, m.joined_at,
      coalesce(s.status, 'offline') as status, s.last_seen_at, h.id is not null as is_here
    from salon_members m
    join profiles p on p.id = m.user_id
    left join presence_of_members(${salonId}) s on s.id = m.user_id
    left join people_here(${salonId}) h on h.id = m.user_id
    join members_met_in(${salonId}) t on t.id = m.user_id
    where m.salon_id = ${salonId}
    order by m.role <> 'owner', m.joined_at, p.id
    limit 500`;
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

export async function isMember(tx: Tx, salonId: string): Promise<boolean> {
  const [answer] = await tx<{ member: boolean }[]>`
    select user_is_salon_member(${salonId}) as member`;
  return answer?.member === true;
}

/** The reading mark only moves forward, and never past what the salon has said (D41). */
export async function moveReadingMark(tx: Tx, salonId: string, seq: number): Promise<void> {
  await tx`
    select move_reading_mark(${salonId}, ${seq})`;
}

/** For the hub: how many members, after somebody came or went. As the system role. */
export async function memberCount(tx: Tx, salonId: string): Promise<number | null> {
  const [found] = await tx<{ memberCount: number }[]>`
    select member_count
    from salons
    where id = ${salonId}`;
  return found?.memberCount ?? null;
}
