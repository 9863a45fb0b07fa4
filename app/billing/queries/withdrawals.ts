/** A withdrawal that is under way (L221-18). As the system role. */
import type { Tx } from '~/db';

/** Does what is left of it in a minute; one job a subscription, however often the button is pressed. */
export async function queueWithdrawal(tx: Tx, subscriptionId: string): Promise<void> {
  await tx`
    select queue_job(
      'withdraw', json_build_object('id', ${subscriptionId}::text), 'withdraw:' || ${subscriptionId},
      now() + interval '1 minute', 0
    )`;
}

export type Withdrawal = { readonly id: string; readonly name: string; readonly customerId: string };

/** Whose it is. Null: an account that is erased, or a plan that the team gave. */
export async function withdrawalOf(tx: Tx, subscriptionId: string): Promise<Withdrawal | null> {
  const [found] = await tx<Withdrawal[]>`
    select p.id, coalesce(p.full_name, 'Membre') as name, c.id as customer_id
    from subscriptions s
    join stripe_customers c on c.id = s.customer_id
    join profiles p on p.id = s.user_id
    where s.id = ${subscriptionId}`;
  return found ?? null;
}

/** In cents: all that was paid for it. */
export async function paidCentsOf(tx: Tx, subscriptionId: string): Promise<number> {
  const [found] = await tx<{ cents: number }[]>`
    select coalesce(sum(paid_cents), 0)::int as cents
    from invoices
    where subscription_id = ${subscriptionId}
      and payment_intent_id is not null`;
  return found?.cents ?? 0;
}
