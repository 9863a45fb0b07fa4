/**
 * Once a day: accounts that nobody opens are told so twice, and then erased as by their members, with a receipt (G35). A
 * sign-in ends it: whoever was there since is found awake before anything else is done.
 */
import type { Config } from '~/config';
import type { Database, Tx } from '~/db';
import { enqueue } from '~/mailer';
import { NOTHING_LEFT } from '~/personal-data';
import { href } from '~/urls';
import * as queries from '../queries/idle';
import { daysAfter } from '../rules/erasure';
import { FIRST_LETTER_DAYS, idleTimes, LAST_LETTER_DAYS } from '../rules/idle';
import { askErasure } from './ask';

type House = { readonly config: Pick<Config, 'idleMonths'>; readonly database: Database };

export async function watchIdle({ config, database }: House, now: Date): Promise<void> {
  if (config.idleMonths === 0) return;
  const times = idleTimes(now, config.idleMonths);
  const due = await database.asSystem(async (tx) => {
    await queries.forgetAwake(tx, times.firstBefore);
    const gone = await queries.dueIdle(tx, times.toldFirstBefore, times.toldLastBefore);
    const last = await queries.noteLast(tx, times.lastBefore, now);
    await tell(tx, last, { now, days: LAST_LETTER_DAYS, isLast: true });
    const first = await queries.noteFirst(tx, times.firstBefore, now);
    await tell(tx, first, { now, days: FIRST_LETTER_DAYS, isLast: false });
    return gone;
  });
  // The only administrator is no idle account; asked twice, it is one erasure.
  for (const each of due) await askErasure({ database }, each, NOTHING_LEFT, now, 0);
}

type Telling = { readonly now: Date; readonly days: number; readonly isLast: boolean };

async function tell(tx: Tx, idle: readonly queries.Idle[], { now, days, isLast }: Telling): Promise<void> {
  const at = daysAfter(now, days).toISOString();
  for (const { id, name } of idle) {
    const props = { name, at, isLast, path: href('signIn') };
    const key = `idleAccount:${id}:${isLast ? 2 : 1}:${now.toISOString().slice(0, 10)}`;
    await enqueue(tx, { template: 'idleAccount', props, to: { userId: id }, key });
  }
}
