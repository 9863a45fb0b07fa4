/** D24: which limit has led to an offer, and which offers convert. */
import type { Tx } from '~/db';
import type { Limited } from '../rules/plans';

/** Whether the viewer may be shown this offer: not within seven days of the last time. */
export async function offerIsDue(tx: Tx, what: Limited): Promise<boolean> {
  const [found] = await tx<{ due: boolean }[]>`
    select offer_is_due(${what}) as due`;
  return found?.due === true;
}

/** Writes down that it was shown or opened. @returns false: it was shown less than seven days ago */
export async function noteOffer(tx: Tx, what: Limited, act: 'shown' | 'opened'): Promise<boolean> {
  const [found] = await tx<{ noted: boolean }[]>`
    select note_offer(${what}, ${act}) as noted`;
  return found?.noted === true;
}

/** People, of one limit: who saw its offer, who opened it, who then subscribed. */
export type Converted = {
  readonly what: string;
  readonly shown: number;
  readonly opened: number;
  readonly subscribed: number;
};

/** For the operator; as the system role. Given by the team is not subscribed. */
export async function conversions(tx: Tx): Promise<readonly Converted[]> {
  return tx<Converted[]>`
    select
      t.what,
      count(*) filter (where t.acts ? 'shown_at') as shown,
      count(*) filter (where t.acts ? 'opened_at') as opened,
      count(*) filter (
        where exists (
          select
          from subscriptions s
          where s.user_id = p.id
            and s.customer_id is not null
            and s.started_at >= (t.acts ->> 'opened_at')::timestamptz
        )
      ) as subscribed
    from profiles p
    cross join lateral jsonb_each(p.conversion_triggers) t (what, acts)
    group by t.what
    order by subscribed desc, opened desc, t.what`;
}
