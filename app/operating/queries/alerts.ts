/** What is out of order, and was (O03). As the system. */
import type { Tx } from '~/db';
import type { Alerts } from '../../../db/schema';

export type AlertLine = Readonly<Pick<Alerts, 'id' | 'part' | 'beganAt' | 'overAt'>>;

/** @returns its row; null: it is known already, and another process has told of it */
export async function openAlert(tx: Tx, part: string): Promise<AlertLine | null> {
  const [row] = await tx<AlertLine[]>`
    insert into alerts (part, told_at)
    values (${part}, now())
    on conflict (part) where over_at is null do nothing
    returning id, part, began_at, over_at`;
  return row ?? null;
}

/** @returns its row; null: it was closed already */
export async function closeAlert(tx: Tx, part: string): Promise<AlertLine | null> {
  const [row] = await tx<AlertLine[]>`
    update alerts
    set over_at = now()
    where part = ${part} and over_at is null
    returning id, part, began_at, over_at`;
  return row ?? null;
}

export function openAlerts(tx: Tx): Promise<AlertLine[]> {
  return tx<AlertLine[]>`
    select id, part, began_at, over_at
    from alerts
    where over_at is null
    order by began_at`;
}

/** The newest first, over or not. */
export function lastAlerts(tx: Tx, days: number): Promise<AlertLine[]> {
  return tx<AlertLine[]>`
    select id, part, began_at, over_at
    from alerts
    where began_at > now() - make_interval(days => ${days}) or over_at is null
    order by began_at desc, id desc
    limit 50`;
}

/** An event of Stripe that was tried in vain several times: payments are not followed any more. */
export async function paymentsStuck(tx: Tx): Promise<boolean> {
  const [row] = await tx<{ stuck: boolean }[]>`
    select exists (
      select
      from graphile_worker.jobs
      where task_identifier in ('stripe', 'reconcile') and attempts >= 3 and locked_at is null
    ) as stuck`;
  return row?.stuck === true;
}
