/**
 * What letters store of a person. A refusal (`mail_refusals`) stays: it keeps an address's SHA-256 and no address, and
 * without it somebody who has refused would be written to again.
 */
import type { Tx } from '~/db';
import { FIRST_ID, type PartRow, type Person, type PersonalData, rowsIn } from '~/personal-data';
import { wordsOf } from './kept-letters';

export async function exportFor(tx: Tx, { id, email }: Person): Promise<PersonalData> {
  const [row] = await tx<{ data: string }[]>`
    select jsonb_build_object(
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

/** Letters of one part: each is written anew, which takes some milliseconds. */
const PART = 100;

/** Those that were sent to her, with their words as far as these are hers (`kept-letters.ts`). */
async function letters(tx: Tx, { id, email }: Person, after: string): Promise<readonly PartRow[]> {
  const [time, last] = after ? after.split('|') : ['-infinity', FIRST_ID];
  const rows = await tx<{ at: string; data: string; template: string; props: unknown }[]>`
    select
      o.created_at::text || '|' || o.id as at, o.template, case when o.state = 'sent' then o.props end as props,
      jsonb_build_object(
        'template', o.template, 'state', o.state, 'address', coalesce(o.sent_to, o.email), 'created_at', o.created_at,
        'sent_at', o.sent_at, 'arrival', o.arrival, 'arrival_at', o.arrival_at
      )::text as data
    from outbox o
    where (o.user_id = ${id} or o.email = ${email} or o.sent_to = ${email})
      and (o.created_at, o.id) > (${time ?? ''}::text::timestamptz, ${last ?? ''}::uuid)
    order by o.created_at, o.id
    limit ${PART}`;
  return Promise.all(
    rows.map(async ({ at, data, template, props }) => {
      const words = await wordsOf(template, props);
      return { at, data: inOrder({ ...JSON.parse(data), ...words }) };
    }),
  );
}

/** The order of jsonb, in which a row that is brought to another site is kept. */
const inOrder = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(row).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)));

export const growing = { 'public.outbox': letters };

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
