/** Z11: what the rules of suggestions look at, and what a member does not want to be suggested again. With her own rights. */
import type { Fragment, Tx } from '~/db';
import type { Wished } from '../rules/suggestions';
import { answersOf } from '../rules/welcome';

/** Used, and allowed by her plan; null: without a limit. */
type Places = { readonly used: number; readonly allowed: number } | null;
type WishesRow = Omit<Wished, 'answers'> & { readonly answers: unknown };

/** Null: no profile yet (W04). */
export async function wishesOf(tx: Tx, viewerId: string): Promise<Wished | null> {
  const [found] = await tx<WishesRow[]>`
    select ${wishes(tx, viewerId)}
    from my_profile() me`;
  return found ? { ...found, answers: answersOf(found.answers) } : null;
}

/** The same, with what her plan leaves of places in salons: one statement for a page that shows both. */
export async function wishesAndPlacesOf(
  tx: Tx,
  viewerId: string,
): Promise<{ readonly wishes: Wished | null; readonly places: Places }> {
  const [found] = await tx<(WishesRow & { readonly hasProfile: boolean; readonly places: Places })[]>`
    select
      ${wishes(tx, viewerId)}, me.id is not null as has_profile,
      (
        select json_build_object('used', a.used, 'allowed', a.allowed)
        from my_allowance('salons_joined') a
        where a.allowed is not null
      ) as places
    from (select) one
    left join my_profile() me on true`;
  if (!found) return { wishes: null, places: null };
  const { hasProfile, places, ...wished } = found;
  return { wishes: hasProfile ? { ...wished, answers: answersOf(wished.answers) } : null, places };
}

function wishes(tx: Tx, viewerId: string): Fragment {
  return tx`
    coalesce(me.city, '') as city, coalesce(me.interests, '{}') as interests, me.onboarding_answers as answers,
    array(
      select d.course_id
      from dismissed_suggestions d
      where d.user_id = ${viewerId} and d.course_id is not null
    ) as dismissed_courses`;
}

/** @param id of a salon, a member or a course: ids of all three differ. What she cannot see is passed over */
export async function dismiss(tx: Tx, viewerId: string, id: string): Promise<void> {
  await tx`
    insert into dismissed_suggestions (user_id, salon_id, member_id, course_id)
    select ${viewerId}, s.id, p.id, c.id
    from (select ${id}::uuid as id) asked
    left join salons s on s.id = asked.id
    left join profiles p on p.id = asked.id
    left join courses c on c.id = asked.id
    where num_nonnulls(s.id, p.id, c.id) = 1
    on conflict do nothing`;
}

export async function dismissedCount(tx: Tx, viewerId: string): Promise<number> {
  const [found] = await tx<{ count: number }[]>`
    select count(*)::int as count
    from dismissed_suggestions
    where user_id = ${viewerId}`;
  return found?.count ?? 0;
}

export async function restoreDismissed(tx: Tx, viewerId: string): Promise<void> {
  await tx`
    delete from dismissed_suggestions
    where user_id = ${viewerId}`;
}
