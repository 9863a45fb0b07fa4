/** What a member's profile, settings and consents store of her. */
import type { Tx } from '~/db';
import type { Person, PersonalData } from '~/personal-data';

/** The whole profile: a column that is added tomorrow is in it. Who has blocked her is theirs to say. */
export async function exportFor(tx: Tx, { id }: Person): Promise<PersonalData> {
  const [row] = await tx<{ data: string }[]>`
    select jsonb_build_object(
      'public.profiles', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select p.*
          from profiles p
          where p.id = ${id}
        ) r
      ),
      'public.consents', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select purpose, version, given_at, withdrawn_at
          from consents
          where user_id = ${id}
          order by given_at
        ) r
      ),
      'public.blocks', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select blocked_id, created_at
          from blocks
          where blocker_id = ${id}
          order by created_at
        ) r
      ),
      'public.profile_views', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select viewed_id, day
          from profile_views
          where viewer_id = ${id}
          order by viewed_id
        ) r
      )
    )::text as data`;
  return JSON.parse(row?.data ?? '{}');
}

/** After every domain whose counters stand on the profile. */
export async function eraseFor(tx: Tx, { id }: Person): Promise<void> {
  await tx`
    delete from consents
    where user_id = ${id}`;
  await tx`
    delete from blocks
    where blocker_id = ${id}
      or blocked_id = ${id}`;
  await tx`
    delete from profiles
    where id = ${id}`;
}
