/** What salons store of a person: where she belongs, and what she owns. */
import type { Tx } from '~/db';
import { type Person, type PersonalData, rowsIn } from '~/personal-data';
import { passOnSalons } from './queries/exclusion';

/** A salon she owns is described in her words. */
export async function exportFor(tx: Tx, { id }: Person): Promise<PersonalData> {
  const [row] = await tx<{ data: string }[]>`
    select jsonb_build_object(
      'public.salon_members', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select
            s.name, m.salon_id, m.role, m.joined_at, m.last_seen_at, m.notifications_enabled, m.mentions_enabled,
            m.bell_paused_until, m.role_since, m.last_post_at, m.muted_until
          from salon_members m
          join salons s on s.id = m.salon_id
          where m.user_id = ${id}
          order by m.joined_at, m.salon_id
        ) r
      ),
      'public.salon_bans', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select s.name, b.reason, b.created_at
          from salon_bans b
          join salons s on s.id = b.salon_id
          where b.user_id = ${id}
          order by b.created_at
        ) r
      ),
      'public.salon_invitations', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select
            s.name, case when i.invited_by = ${id} then i.email end as email, i.invited_by = ${id} as sent_by_her,
            i.max_uses, i.uses, i.created_at, i.sent_at, i.expires_at, i.accepted_at, i.revoked_at
          from salon_invitations i
          join salons s on s.id = i.salon_id
          where i.invited_by = ${id} or i.user_id = ${id} or i.email = (select u.email from auth.users u where u.id = ${id})
          order by i.created_at
        ) r
      ),
      'public.salon_requests', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select s.name, q.words, q.asked_at, q.answered_at
          from salon_requests q
          join salons s on s.id = q.salon_id
          where q.user_id = ${id}
          order by q.asked_at
        ) r
      ),
      'public.salons', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select
            id, name, description, house_rules, welcome_line, slow_seconds, avatar_url, category, city, color_theme, visibility,
            share_code, is_active, created_at
          from salons
          where owner_id = ${id}
          order by created_at, id
        ) r
      )
    )::text as data`;
  return JSON.parse(row?.data ?? '{}');
}

/**
 * The salons that she owns begin anew, with her as their only member: what was said in them was said by several. A share
 * code that leads elsewhere here is followed by a fresh one.
 */
export async function importFor(tx: Tx, { id }: Person, data: PersonalData): Promise<void> {
  await tx`
    insert into salons
      (id, name, description, avatar_url, category, city, color_theme, owner_id, share_code, visibility, is_active, created_at)
    select
      r.id, r.name, r.description, r.avatar_url, r.category, r.city, r.color_theme, ${id},
      case when exists (select from salons s where s.share_code = r.share_code) then random_share_code() else r.share_code end,
      r.visibility, r.is_active, r.created_at
    from jsonb_populate_recordset(null::salons, ${rowsIn(data, 'public.salons')}::text::jsonb) r
    on conflict (id) do nothing`;
  await tx`
    insert into salon_members
      (salon_id, user_id, role, joined_at, last_seen_at, notifications_enabled, mentions_enabled, bell_paused_until,
        role_since, muted_until)
    select
      s.id, ${id}, 'owner', coalesce(r.joined_at, s.created_at), r.last_seen_at, coalesce(r.notifications_enabled, true),
      coalesce(r.mentions_enabled, true), r.bell_paused_until, r.role_since, r.muted_until
    from salons s
    left join jsonb_populate_recordset(null::salon_members, ${rowsIn(data, 'public.salon_members')}::text::jsonb) r
      on r.salon_id = s.id
    where s.owner_id = ${id}
    on conflict do nothing`;
}

/**
 * After chat. A salon that others belong to goes on under another owner (D33). One that nobody else belongs to goes with
 * her.
 */
export async function eraseFor(tx: Tx, { id }: Person): Promise<void> {
  await tx`
    select s.id
    from salons s
    where s.owner_id = ${id} or s.id in (select m.salon_id from salon_members m where m.user_id = ${id})
    order by s.id
    for no key update`;
  await passOnSalons(tx, id);
  await tx`
    delete from salon_bans
    where user_id = ${id}`;
  await tx`
    update salon_bans
    set banned_by = null
    where banned_by = ${id}`;
  await tx`
    delete from salon_requests
    where user_id = ${id}`;
  await tx`
    update salon_requests
    set answered_by = null
    where answered_by = ${id}`;
  await tx`
    delete from salon_invitations i
    where i.invited_by = ${id} or i.user_id = ${id} or i.email = (select u.email from auth.users u where u.id = ${id})`;
  await tx`
    delete from salon_members
    where user_id = ${id}`;
  await tx`
    delete from salons
    where owner_id = ${id}`;
}
