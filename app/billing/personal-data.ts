/**
 * What payment stores of a person: her subscriptions, her invoices, her trial, and which customer she is at Stripe (G11).
 *
 * Erasing unties the invoices from her and keeps them for ten years, as the law asks (Code de commerce, L123-22). The
 * customer at Stripe is deleted by a job that this very transaction leaves, so that no death of a process leaves a
 * subscription that is billed to nobody (C-21). Whoever erases an account has it settled before: `settleFor`.
 *
 * Of a trial a keyed hash of the address stays and names nobody, so that one address does not get two (G16).
 */
import type { Tx } from '~/db';
import type { Person, PersonalData } from '~/personal-data';

export async function exportFor(tx: Tx, { id }: Person): Promise<PersonalData> {
  const [row] = await tx<{ data: string }[]>`
    select jsonb_build_object(
      'public.subscriptions', (
        select coalesce(jsonb_agg(r), '[]')
        from (select s.* from subscriptions s where s.user_id = ${id} order by s.started_at, s.id) r
      ),
      'public.invoices', (
        select coalesce(jsonb_agg(r), '[]')
        from (select i.* from invoices i where i.user_id = ${id} order by i.created_at, i.id) r
      ),
      'public.stripe_customers', (
        select coalesce(jsonb_agg(r), '[]')
        from (select c.id, c.user_id, c.created_at, c.gone_at from stripe_customers c where c.user_id = ${id}) r
      ),
      'public.trials', (
        select coalesce(jsonb_agg(r), '[]')
        from (select t.started_at, t.ends_at from trials t where t.user_id = ${id}) r
      )
    )::text as data`;
  return JSON.parse(row?.data ?? '{}');
}

export async function eraseFor(tx: Tx, { id }: Person): Promise<void> {
  await tx`
    delete from subscriptions
    where user_id = ${id}`;
  await tx`
    update invoices
    set user_id = null, hosted_url = null, pdf_url = null
    where user_id = ${id}`;
  await tx`
    update trials
    set user_id = null
    where user_id = ${id}`;
  await tx`
    with untied as (
      update stripe_customers
      set user_id = null
      where user_id = ${id}
      returning id, gone_at
    )
    select queue_job('stripe-erase', json_build_object('id', id), 'stripe-erase:' || id, now(), 0)
    from untied
    where gone_at is null`;
}
