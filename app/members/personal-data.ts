/** What a member's profile, settings and consents store of her. */
import type { Tx } from '~/db';
import { type Person, type PersonalData, rowsIn } from '~/personal-data';

/**
 * What stands on the profile although other rows say it: the plan by its subscriptions, the counts by what is counted, the
 * salon that is open by its lease. Another site counts anew.
 */
const SAID_ELSEWHERE = [
  ...['subscription_type', 'subscription_started_at', 'trial_ends_at', 'stripe_customer_id', 'stripe_session_id'],
  ...['daily_chat_count', 'daily_profile_views', 'salons_created', 'salons_joined'],
];

/** The whole profile: a column that is added tomorrow is in it. Who has blocked her is theirs to say. */
export async function exportFor(tx: Tx, { id }: Person): Promise<PersonalData> {
  const [row] = await tx<{ data: string }[]>`
    select jsonb_build_object(
      'public.profiles', (
        select coalesce(jsonb_agg(to_jsonb(p) - ${SAID_ELSEWHERE}::text[]), '[]')
        from profiles p
        where p.id = ${id}
      ),
      'public.consents', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select purpose, version, given_at, withdrawn_at
          from consents
          where user_id = ${id}
          order by given_at, purpose
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
      'public.dismissed_suggestions', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select salon_id, member_id, course_id
          from dismissed_suggestions
          where user_id = ${id}
          order by salon_id, member_id, course_id
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

/**
 * After salons and pictures. The profile is written anew and not changed: its date of change is hers as well. A picture
 * that is not hers here is not shown, and her role, her plan and her counts are those of this site.
 */
export async function importFor(tx: Tx, { id, email }: Person, data: PersonalData): Promise<void> {
  await tx`
    delete from profiles
    where id = ${id}`;
  await tx`
    insert into profiles
      (id, full_name, avatar_url, cover_url, bio, city, email, interests, status, presence_status, is_manual_status,
        auto_offline_after, last_activity, last_activity_reset, status_updated_at, onboarding_completed, onboarding_answers,
        conversion_triggers, text_size, theme, created_at, updated_at, shows_last_seen, bio_shown_to, city_shown_to,
        interests_shown_to, is_listed, postal_code, departement, salons_created, salons_joined)
    select
      ${id}, r.full_name, (
        select r.avatar_url
        where r.avatar_url !~ '^/fichiers/'
          or exists (select from pictures p where p.user_id = ${id} and r.avatar_url = '/fichiers/' || p.folder || '/' || p.name)
      ), (
        select r.cover_url
        where r.cover_url !~ '^/fichiers/'
          or exists (select from pictures p where p.user_id = ${id} and r.cover_url = '/fichiers/' || p.folder || '/' || p.name)
      ), r.bio, r.city, ${email}, r.interests,
      r.status, r.presence_status, r.is_manual_status, r.auto_offline_after, r.last_activity, r.last_activity_reset,
      r.status_updated_at, r.onboarding_completed, r.onboarding_answers, r.conversion_triggers, r.text_size, r.theme,
      r.created_at, r.updated_at, r.shows_last_seen, r.bio_shown_to, r.city_shown_to, r.interests_shown_to, r.is_listed,
      r.postal_code, r.departement,
      (select count(*) from salons where owner_id = ${id}),
      (select count(*) from salon_members where user_id = ${id} and role <> 'owner')
    from jsonb_populate_recordset(null::profiles, ${rowsIn(data, 'public.profiles')}::text::jsonb) r
    limit 1`;
  await tx`
    insert into consents (user_id, purpose, version, given_at, withdrawn_at)
    select ${id}, r.purpose, r.version, r.given_at, r.withdrawn_at
    from jsonb_populate_recordset(null::consents, ${rowsIn(data, 'public.consents')}::text::jsonb) r`;
}

/** After every domain whose counters stand on the profile. */
export async function eraseFor(tx: Tx, { id }: Person): Promise<void> {
  await tx`
    delete from consents
    where user_id = ${id}`;
  await tx`
    delete from dismissed_suggestions
    where user_id = ${id}
      or member_id = ${id}`;
  await tx`
    delete from blocks
    where blocker_id = ${id}
      or blocked_id = ${id}`;
  await tx`
    delete from profiles
    where id = ${id}`;
}
