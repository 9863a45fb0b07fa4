/** The trial of Premium without a card (G16, D21). As the system role. */
import type { Tx } from '~/db';

/**
 * Begins it: one statement, so that of two windows one gets it.
 * @param addressHash of the mailbox, keyed: the same person or the same address never twice
 * @returns false: there was one before, for her or for this address, or her plan is paid
 */
export async function insertTrial(tx: Tx, userId: string, addressHash: string, days: number): Promise<boolean> {
  const { count } = await tx`
    insert into trials (address_hash, user_id, ends_at)
    select ${addressHash}, p.id, now() + make_interval(days => ${days})
    from profiles p
    where p.id = ${userId}
      and p.app_role = 'member'
      and p.subscription_type = 'freemium'
      and p.trial_ends_at is null
    on conflict do nothing`;
  return count === 1;
}

export type EndingTrial = { readonly userId: string; readonly name: string; readonly endsAt: Date };

/** Trials that end within three days and whose members have not been told, marked as told. Who pays by now needs no letter. */
export async function trialsToWarn(tx: Tx): Promise<readonly EndingTrial[]> {
  return tx<EndingTrial[]>`
    with due as (
      update trials
      set warned_at = now()
      where warned_at is null
        and ends_at between now() and now() + interval '3 days'
        and user_id is not null
      returning user_id, ends_at
    )
    select p.id as user_id, coalesce(p.full_name, '') as name, d.ends_at
    from due d
    join profiles p on p.id = d.user_id and p.subscription_type = 'freemium'`;
}

/** The same of trials that are over. What ended more than three days ago, while the site stood still, is not told any more. */
export async function trialsToEnd(tx: Tx): Promise<readonly EndingTrial[]> {
  return tx<EndingTrial[]>`
    with due as (
      update trials
      set ended_told_at = now()
      where ended_told_at is null
        and ends_at <= now()
        and user_id is not null
      returning user_id, ends_at
    )
    select p.id as user_id, coalesce(p.full_name, '') as name, d.ends_at
    from due d
    join profiles p on p.id = d.user_id and p.subscription_type = 'freemium'
    where d.ends_at > now() - interval '3 days'`;
}
