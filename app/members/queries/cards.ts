/** Members as others see them. They run with the asker's own rights. */
import type { Tx } from '~/db';
import type { Cursor, ListedMember, Looks, MemberCard, MemberSearch } from '../rules/card';

/** Null: there is nobody, or she has blocked the asker. */
export async function memberCard(tx: Tx, memberId: string): Promise<MemberCard | null> {
  const [found] = await tx<MemberCard[]>`
    select
      id, coalesce(full_name, 'Membre') as name, avatar_url, cover_url, app_role, created_at, bio, city, departement,
      interests, is_blocked, status, last_seen_at
    from member_card(${memberId})`;
  return found ?? null;
}

/** D25. @throws AppError payment_required (profile_views_per_day) */
export async function lookAt(tx: Tx, memberId: string): Promise<void> {
  await tx`
    select look_at(${memberId})`;
}

export async function myLooks(tx: Tx): Promise<Looks | null> {
  const [found] = await tx<Looks[]>`
    select used, allowed
    from my_allowance('profile_views_per_day')
    where allowed is not null`;
  return found ?? null;
}

/** One more than a page holds tells that there is a next one. */
export async function findMembers(
  tx: Tx,
  { q, city, interest }: MemberSearch,
  after: Cursor | null,
  most: number,
): Promise<readonly ListedMember[]> {
  return tx<ListedMember[]>`
    select id, full_name as name, avatar_url, bio, city, interests, created_at, sort_key, 1 as ring
    from find_members(${q}, ${city}, ${interest}, '', '', ${after?.key ?? null}, ${after?.id ?? null}, ${most})`;
}

/** D06: of the asker's own town, then the others of her département; nobody where she has not said her town. */
export async function findNear(
  tx: Tx,
  { q, interest }: Pick<MemberSearch, 'q' | 'interest'>,
  after: Cursor | null,
  most: number,
): Promise<readonly ListedMember[]> {
  const [key, id, ring] = [after?.key ?? null, after?.id ?? null, after?.ring ?? 1];
  return tx<ListedMember[]>`
    select id, full_name as name, avatar_url, bio, city, interests, created_at, sort_key, ring
    from (
      select f.*, 1 as ring
      from my_profile() me
      cross join find_members(
        ${q}, me.city, ${interest}, coalesce(me.departement, ''), '', ${key}, ${id}::uuid, ${most}
      ) f
      where ${ring} = 1 and me.city is not null
      union all
      select f.*, 2
      from my_profile() me
      cross join find_members(
        ${q}, '', ${interest}, me.departement, coalesce(me.city, ''),
        case when ${ring} = 2 then ${key} end, case when ${ring} = 2 then ${id}::uuid end, ${most}
      ) f
      where me.departement is not null
    ) near
    order by ring, sort_key, id
    limit ${most}`;
}

export type Counted = {
  /** '' counts them all. */
  readonly kind: '' | 'interest' | 'town';
  readonly word: string;
  readonly people: number;
};

/** How many there are, and how many of each interest and town. */
export async function countMembers(
  tx: Tx,
  { q, city, interest, near }: MemberSearch,
  most: number,
): Promise<readonly Counted[]> {
  return tx<Counted[]>`
    select c.kind, c.word, c.people
    from my_profile() me
    cross join count_members(
      ${q}, case when not ${near}::boolean then ${city} when me.departement is null then coalesce(me.city, '') else '' end,
      ${interest}, case when ${near}::boolean then coalesce(me.departement, '') else '' end, ${most}
    ) c
    where not ${near}::boolean or me.city is not null or me.departement is not null`;
}

/**
 * Z11: members who share an interest with the asker or live in her town, most in common first; nobody she has
 * put aside. Begins at another letter
 * for each asker, so that it is not always the same people.
 */
export async function membersToSuggest(tx: Tx, viewerId: string, most: number): Promise<readonly ListedMember[]> {
  return tx<ListedMember[]>`
    select
      f.id, f.full_name as name, f.avatar_url, f.bio, f.city, f.interests, f.created_at, f.sort_key,
      min(f.place) as ring
    from (
      select m.*, 1 as place
      from my_profile() me
      cross join find_members(
        '', me.city, '', coalesce(me.departement, ''), '',
        chr(97 + abs(hashtext(${viewerId}::text)) % 20), '00000000-0000-0000-0000-000000000000', 6
      ) m
      where me.city is not null
      union all
      select m.*, 2
      from my_profile() me
      cross join unnest(me.interests[1:4]) word
      cross join find_members(
        '', '', word, '', '', chr(97 + abs(hashtext(${viewerId}::text || word)) % 20),
        '00000000-0000-0000-0000-000000000000', 4
      ) m
      union all
      select m.*, 3
      from my_profile() me
      cross join unnest(me.interests[1:2]) word
      cross join find_members('', '', word, '', '', null, null, 3) m
    ) f
    where not exists (
      select
      from dismissed_suggestions d
      where d.user_id = ${viewerId} and d.member_id = f.id
    )
    group by f.id, f.full_name, f.avatar_url, f.bio, f.city, f.interests, f.created_at, f.sort_key
    order by count(*) desc, min(f.place), md5(f.id::text || ${viewerId}::text)
    limit ${most}`;
}
