/** What the home page asks of a member's own profile, in one statement. It runs with the asker's own rights. */
import type { Tx } from '~/db';
import type { Wished } from '../rules/suggestions';
import { answersOf, type Welcome } from '../rules/welcome';

export type NearPerson = {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl: string | null;
  readonly city: string | null;
};

export type MyHome = Wished & { readonly near: readonly NearPerson[]; readonly welcome: Welcome };

type HomeRow = Omit<MyHome, 'welcome' | 'answers'> & { readonly isFinished: boolean; readonly answers: unknown };

/** D06, D17. Null: no profile yet (W04). @param most people of her town, then of her département */
export async function homeOf(tx: Tx, viewerId: string, most: number): Promise<MyHome | null> {
  const [found] = await tx<HomeRow[]>`
    select
      coalesce(me.city, '') as city, me.interests, me.onboarding_completed as is_finished,
      me.onboarding_answers as answers,
      array(
        select d.course_id
        from dismissed_suggestions d
        where d.user_id = ${viewerId} and d.course_id is not null
      ) as dismissed_courses,
      coalesce((
        select json_agg(
          json_build_object('id', n.id, 'name', n.full_name, 'avatarUrl', n.avatar_url, 'city', n.city)
          order by n.ring, n.sort_key
        )
        from (
          select f.*, 1 as ring
          from find_members('', me.city, '', coalesce(me.departement, ''), '', null, null, ${most}) f
          where me.city is not null
          union all
          select f.*, 2
          from find_members('', '', '', me.departement, coalesce(me.city, ''), null, null, ${most}) f
          where me.departement is not null
          order by ring, sort_key
          limit ${most}
        ) n
      ), '[]') as near
    from my_profile() me`;
  if (!found) return null;
  const { isFinished, ...rest } = found;
  const answers = answersOf(found.answers);
  return { ...rest, answers, welcome: { isFinished, answers } };
}
