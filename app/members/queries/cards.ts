/** Members as others see them. They run with the asker's own rights. */
import type { Tx } from '~/db';
import type { Cursor, ListedMember, Looks, MemberCard, MemberSearch } from '../rules/card';

/** Null: there is nobody, or she has blocked the asker. */
export async function memberCard(tx: Tx, memberId: string): Promise<MemberCard | null> {
  const [found] = await tx<MemberCard[]>`
    select
      id, coalesce(full_name, 'Membre') as name, avatar_url, cover_url, app_role, created_at, bio, city, interests,
      is_blocked, status, last_seen_at
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
    select id, full_name as name, avatar_url, bio, city, interests, created_at, sort_key
    from find_members(${q}, ${city}, ${interest}, ${after?.key ?? null}, ${after?.id ?? null}, ${most})`;
}

export type Counted = { readonly word: string; readonly people: number };

/** The empty word counts them all. */
export async function countMembers(
  tx: Tx,
  { q, city, interest }: MemberSearch,
  most: number,
): Promise<readonly Counted[]> {
  return tx<Counted[]>`
    select word, people
    from count_members(${q}, ${city}, ${interest}, ${most})`;
}
