/**
 * What letters store of a person. A refusal (`mail_refusals`) stays: it keeps an address's SHA-256 and no address, and
 * without it somebody who has refused would be written to again.
 */
import type { Tx } from '~/db';
import { type Person, type PersonalData, rowsIn } from '~/personal-data';

/** Which letters, and not what they are written from: that may quote somebody else. */
export async function exportFor(tx: Tx, { id, email }: Person): Promise<PersonalData> {
  const [row] = await tx<{ data: string }[]>`
    select jsonb_build_object(
      'public.outbox', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select template, state, coalesce(sent_to, email) as address, created_at, sent_at, arrival, arrival_at
          from outbox
          where user_id = ${id} or email = ${email} or sent_to = ${email}
          order by created_at
        ) r
      ),
      'public.mail_preferences', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select kind, wanted, changed_at, changed_by
          from mail_preferences
          where user_id = ${id}
          order by kind
        ) r
      ),
      'public.mail_rhythms', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select hour, zone, quiet_from, quiet_until, per_week, last_day
          from mail_rhythms
          where user_id = ${id}
        ) r
      ),
      'public.mail_marks', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select salon_id, seq
          from mail_marks
          where user_id = ${id}
          order by salon_id
        ) r
      ),
      'public.mail_stops', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select email, soft_bounces, reason, stopped_at, changed_at
          from mail_stops
          where email = ${email}
        ) r
      ),
      'public.mail_list_wishes', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select list, wanted, changed_at
          from mail_list_wishes
          where email = ${email}
          order by list
        ) r
      )
    )::text as data`;
  return JSON.parse(row?.data ?? '{}');
}

/** What she wants to receive and when; and the lists that she stands on, which the provider of this site hears of. */
export async function importFor(tx: Tx, { id, email }: Person, data: PersonalData): Promise<void> {
  await tx`
    delete from mail_preferences
    where user_id = ${id}`;
  await tx`
    insert into mail_preferences (user_id, kind, wanted, changed_at, changed_by)
    select ${id}, k.kind, coalesce(r.wanted, k.wanted_at_first), coalesce(r.changed_at, now()), coalesce(r.changed_by, 'start')
    from mail_kinds k
    left join jsonb_populate_recordset(null::mail_preferences, ${rowsIn(data, 'public.mail_preferences')}::text::jsonb) r
      on r.kind = k.kind`;
  await tx`
    insert into mail_rhythms (user_id, hour, zone, quiet_from, quiet_until, per_week, last_day)
    select ${id}, r.hour, r.zone, r.quiet_from, r.quiet_until, r.per_week, r.last_day
    from jsonb_populate_recordset(null::mail_rhythms, ${rowsIn(data, 'public.mail_rhythms')}::text::jsonb) r
    limit 1`;
  await tx`
    insert into mail_list_wishes (email, list, wanted, changed_at)
    select ${email}, r.list, r.wanted, r.changed_at
    from jsonb_populate_recordset(null::mail_list_wishes, ${rowsIn(data, 'public.mail_list_wishes')}::text::jsonb) r
    where r.list <> 'contact'
    on conflict (email, list) do nothing`;
}

/**
 * Two rows may stay: a complaint, or we would write there again; and the wish that the provider forgets the address
 * (M08), until its job has carried it out.
 */
export async function eraseFor(tx: Tx, { id, email }: Person): Promise<void> {
  await tx`
    delete from outbox
    where user_id = ${id} or email = ${email} or sent_to = ${email}`;
  await tx`
    delete from mail_preferences
    where user_id = ${id}`;
  await tx`
    delete from mail_stops
    where email = ${email} and reason is distinct from 'complaint'`;
  await tx`
    delete from mail_list_wishes
    where email = ${email}`;
  // Letters have gone there too, whether or not she stood on a list.
  await tx`
    select wish_on_list(${email}, 'contact', false)`;
}
