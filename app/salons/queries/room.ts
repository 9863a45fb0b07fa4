/** One salon from inside: what its page shows, who is in it, and up to where a member has read. */
import { asking, type Tx } from '~/db';
import type { Present } from '~/presence/rules';
import type { Room, SalonMember } from '../rules';
import type { Pinned } from '../rules/order';
import { MEMBERS_SHOWN, type MemberPage } from '../rules/search';

export type RoomForMember = Room & {
  /** The other half of a rendered list's cache key: moves when somebody in it changes name or photo. */
  readonly peopleVersion: number;
  readonly ownerName: string;
  readonly joinedAt: Date;
  /** D41: where the viewer's reading stopped. */
  readonly lastSeenSeq: number;
  readonly here: readonly Present[];
  /** Members whom she does not see, and who do not see her (C-22). */
  readonly hidden: readonly string[];
  /** D25: what the plan still lets the viewer write today; null without limit. The day is the one in Paris. */
  readonly allowance: { readonly written: number; readonly limit: number } | null;
};

/**
 * The room for this member, with who is here: one statement, which may be the whole transaction. Null: no such salon for
 * the asker. The membership is joined here and checked again by the row policies.
 */
export async function roomFor(tx: Tx, viewerId: string, salonId: string): Promise<RoomForMember | null> {
  const [room] = await tx<RoomForMember[]>`
    select
      s.id, s.name, s.description, s.category, s.city, s.color_theme, s.avatar_url, s.visibility, s.is_active,
      s.member_count, s.last_seq, s.people_version, s.delete_at, s.role, s.joined_at, s.last_seen_seq,
      s.house_rules, s.welcome_line, s.slow_seconds,
      (
        select json_build_object(
          'id', c.id, 'authorId', c.user_id, 'authorName', coalesce(a.full_name, 'Ancien membre'),
          'excerpt', left(c.content, 80)
        )
        from chat_messages c
        left join profiles a on a.id = c.user_id
        where c.salon_id = s.id and c.id = s.pinned_message_id
      ) as pinned,
      salon_share_code(s.id) as share_code,
      coalesce((select o.full_name from profiles o where o.id = s.owner_id), 'Membre') as owner_name,
      coalesce((
        select json_agg(
          json_build_object('id', p.id, 'name', coalesce(p.full_name, 'Membre'), 'avatarUrl', p.avatar_url, 'status', h.status)
          order by p.full_name, p.id
        )
        from people_here(s.id) h
        join profiles p on p.id = h.id
      ), '[]') as here,
      array(select my_hidden_members()) as hidden,
      (
        select json_build_object(
          'limit', a.allowed,
          'written', a.used
        )
        from my_allowance('messages_per_day') a
        where a.allowed is not null
      ) as allowance
    from (${asking(tx, viewerId)}) me
    cross join lateral (
      select
        s.id, s.name, s.description, s.category, s.city, s.color_theme, s.avatar_url, s.visibility, s.is_active,
        s.owner_id, s.member_count, s.last_seq, s.people_version, s.delete_at, s.house_rules, s.welcome_line, s.slow_seconds,
        s.pinned_message_id, m.role, m.joined_at, m.last_seen_seq
      from salons s
      join my_memberships() m on m.salon_id = s.id and m.user_id = me.id
      where s.id = ${salonId}
      offset 0
    ) s`;
  return room ?? null;
}

/** The name of a member of this salon, as the viewer may know it; null: nobody here. */
export async function memberNamed(tx: Tx, salonId: string, memberId: string): Promise<string | null> {
  const [found] = await tx<{ name: string }[]>`
    select name
    from members_of_salon(${salonId}, ${memberId}, '', null, 1)`;
  return found?.name ?? null;
}

export async function isMember(tx: Tx, salonId: string): Promise<boolean> {
  const [answer] = await tx<{ member: boolean }[]>`
    select user_is_salon_member(${salonId}) as member`;
  return answer?.member === true;
}

/** D40: one page, and one member more if there is another; the rules of order and of blocks are the function's. */
export async function membersOf(tx: Tx, salonId: string, { named, after }: MemberPage): Promise<SalonMember[]> {
  return tx<SalonMember[]>`
    select id, name, avatar_url, city, role, joined_at, status, last_seen_at, is_here
    from members_of_salon(${salonId}, null, ${named}, ${after}, ${MEMBERS_SHOWN + 1})`;
}

/** For the hub: how many members, after somebody came or went. As the system role. */
export async function memberCount(tx: Tx, salonId: string): Promise<number | null> {
  const [found] = await tx<{ memberCount: number }[]>`
    select member_count
    from salons
    where id = ${salonId}`;
  return found?.memberCount ?? null;
}

/** For the hub: what stands at the top of the room; null: nothing. As the system role. */
export async function pinnedIn(tx: Tx, salonId: string): Promise<Pinned | null> {
  const [found] = await tx<Pinned[]>`
    select
      c.id, c.user_id as author_id, coalesce(a.full_name, 'Ancien membre') as author_name,
      coalesce(left(c.content, 80), '') as excerpt
    from salons s
    join chat_messages c on c.salon_id = s.id and c.id = s.pinned_message_id
    left join profiles a on a.id = c.user_id
    where s.id = ${salonId}`;
  return found ?? null;
}

/** The reading mark only moves forward, and never past what the salon has said (D41). */
export async function moveReadingMark(tx: Tx, salonId: string, seq: number): Promise<void> {
  await tx`
    select move_reading_mark(${salonId}, ${seq})`;
}
