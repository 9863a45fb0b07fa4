/** Statements of asking to come in (R04). The functions of the database judge; they lock the salon first. */
import type { Tx } from '~/db';
import { type Asker, REQUEST_KEPT_DAYS } from '~/salons/rules/requests';

/**
 * Null: no such salon, or one that is not asked. False: she is in it.
 * @throws AppError forbidden (`unconfirmed`, `banned`, `asked_before`), payment_required (`salons_joined`)
 */
export async function askToJoin(tx: Tx, salonId: string, words: string): Promise<boolean | null> {
  const [answer] = await tx<{ asked: boolean | null }[]>`
    select ask_to_join(${salonId}, ${words}) as asked`;
  return answer?.asked ?? null;
}

export async function withdrawRequest(tx: Tx, salonId: string): Promise<boolean> {
  const [answer] = await tx<{ done: boolean }[]>`
    select coalesce(withdraw_request(${salonId}), false) as done`;
  return answer?.done === true;
}

/** Null: no salon of hers. False: nobody waits. @throws AppError forbidden (`keepers_only`, `asker_full`, `banned`) */
export async function answerRequest(tx: Tx, salonId: string, whom: string, welcome: boolean): Promise<boolean | null> {
  const [answer] = await tx<{ done: boolean | null }[]>`
    select answer_request(${salonId}, ${whom}, ${welcome}) as done`;
  return answer?.done ?? null;
}

/** Whoever waits, the first who came first, for who keeps the salon. Without whom the viewer does not see (C-22). */
export async function askersAt(tx: Tx, salonId: string): Promise<Asker[]> {
  return tx<Asker[]>`
    select p.id, coalesce(p.full_name, 'Membre') as name, p.avatar_url, r.words, r.asked_at
    from salon_requests r
    join profiles p on p.id = r.user_id
    where r.salon_id = ${salonId}
      and r.answered_at is null
      and r.salon_id in (select my_kept_salon_ids())
      and r.user_id <> all (array(select my_hidden_members()))
    order by r.asked_at, p.id
    limit 100`;
}

/** A request that nobody answers, and a refusal, end by themselves. As the system role. */
export async function forgetOldRequests(tx: Tx): Promise<void> {
  await tx`
    delete from salon_requests
    where coalesce(answered_at, asked_at) < now() - make_interval(days => ${REQUEST_KEPT_DAYS})`;
}
