/** An account that nobody opens gets two letters and is erased; whoever comes back keeps hers (G35, P04). */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { JobHouse } from '~/jobs';
import { carryOut } from '~/privacy/commands/erase';
import { watchIdle } from '~/privacy/commands/idle';
import { FIRST_LETTER_DAYS, LAST_LETTER_DAYS } from '~/privacy/rules/idle';
import type { Member } from '../support/cast';
import { type Mailroom, mailroom } from '../support/mailroom';

let the: Mailroom;
let house: JobHouse;
beforeAll(async () => {
  the = await mailroom();
  house = the.house();
});
afterEach(async () => {
  await the.owner`delete from auth.users`;
});
afterAll(() => the.close());

const NOW = new Date('2026-11-27T08:10:00Z');
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const day = (days: number) => watchIdle(house, later(days));
/** Months before NOW, to the day. */
const ago = (months: number, days = 0) => {
  const then = later(days);
  then.setUTCMonth(then.getUTCMonth() - months);
  return then;
};

async function away(name: string, since: Date, plan = 'freemium', role = 'member'): Promise<Member> {
  const her = await the.cast.member(name, { plan, role });
  await the.cast.sql`update auth.users set created_at = ${ago(60)} where id = ${her.id}`;
  await the.cast.sql`update profiles set last_activity = ${since} where id = ${her.id}`;
  return her;
}
const letters = async ({ id }: Member) => {
  const rows = await the.cast.sql<{ props: { isLast: boolean; at: string } }[]>`
    select props from outbox where user_id = ${id} and template = 'idleAccount' order by created_at`;
  return rows.map(({ props }) => [props.isLast, props.at.slice(0, 10)]);
};
const sent = () => the.cast.sql`update outbox set state = 'sent', sent_at = now() where state = 'queued'`;
const asked = ({ id }: Member) => the.cast.sql`select keeps_messages from erasures where user_id = ${id}`;

test('a month before, a week before, and then it is erased; nothing comes twice', async () => {
  const her = await away('Gisèle', ago(24, FIRST_LETTER_DAYS + 1));
  await day(0);
  expect(await letters(her)).toEqual([]);
  for (let n = 0; n < 2; n += 1) await day(2);
  expect(await letters(her)).toEqual([[false, '2026-12-29']]);
  await day(2 + FIRST_LETTER_DAYS - LAST_LETTER_DAYS - 1);
  expect(await letters(her)).toHaveLength(1);
  for (let n = 0; n < 2; n += 1) await day(2 + FIRST_LETTER_DAYS - LAST_LETTER_DAYS);
  expect(await letters(her)).toEqual([
    [false, '2026-12-29'],
    [true, '2026-12-29'],
  ]);
  await sent();
  await day(2 + FIRST_LETTER_DAYS - 1);
  expect(await asked(her)).toEqual([]);
  for (let n = 0; n < 2; n += 1) await day(2 + FIRST_LETTER_DAYS);
  expect(await asked(her)).toEqual([{ keeps_messages: false }]);
  await the.owner`update erasures set asked_at = now() - interval '1 day', due_at = now()`;
  expect(await carryOut(house, her.id, new Date())).toBe('erased');
  expect(await the.cast.sql`select from auth.users where id = ${her.id}`).toHaveLength(0);
});

test('a letter that has not left yet holds the erasure up', async () => {
  const her = await away('Odile', ago(30));
  await day(0);
  await day(FIRST_LETTER_DAYS - LAST_LETTER_DAYS);
  await day(FIRST_LETTER_DAYS);
  expect(await asked(her)).toEqual([]);
  await sent();
  await day(FIRST_LETTER_DAYS + 1);
  expect(await asked(her)).toHaveLength(1);
});

test('a sign-in ends it, after either letter, and everything begins anew', async () => {
  const her = await away('Blandine', ago(30));
  await day(0);
  await day(23);
  await sent();
  await the.cast.sql`
    insert into auth.sessions (id, user_id, expires_at, created_at, last_used_at)
    values (${'a'.repeat(64)}, ${her.id}, ${later(90)}, ${later(24)}, ${later(24)})`;
  await day(FIRST_LETTER_DAYS);
  expect(await asked(her)).toEqual([]);
  expect(await the.cast.sql`select from idle_accounts`).toHaveLength(0);
  await day(24 + 690);
  expect(await letters(her)).toHaveLength(2);
  await day(24 + 705);
  expect((await letters(her)).map(([isLast]) => isLast)).toEqual([false, true, false]);
});

test.each(['active', 'past_due', 'incomplete', 'unpaid'])(
  'whoever has a subscription (%s) is left alone',
  async (status) => {
    const her = await away('Monique', ago(30), 'annuel');
    await the.cast.sql`update subscriptions set status = ${status} where user_id = ${her.id}`;
    await day(0);
    expect(await letters(her)).toEqual([]);
    // Over: then she is as any other.
    await the.cast.sql`update subscriptions set status = 'canceled', ended_at = now() where user_id = ${her.id}`;
    await day(1);
    expect(await letters(her)).toHaveLength(1);
  },
);

test('a subscription that begins between the letters, the team, and an erasure that she has asked for herself', async () => {
  const [her, admin, leaver] = [
    await away('Anne', ago(30)),
    await away('Adèle', ago(30), 'freemium', 'admin'),
    await away('Zoé', ago(30)),
  ];
  await the.cast.sql`
    insert into erasures (user_id, reference, keeps_messages, keeps_certificates, due_at)
    values (${leaver.id}, 'E-2026-AAAAAAAAAA', true, false, now() + interval '7 days')`;
  await day(0);
  expect(await letters(admin)).toEqual([]);
  expect(await letters(leaver)).toEqual([]);
  await the.cast.plan(her, 'premium');
  await sent();
  for (const each of [23, 30, 60]) await day(each);
  expect(await letters(her)).toHaveLength(1);
  expect(await asked(her)).toEqual([]);
  expect(await asked(leaver)).toEqual([{ keeps_messages: true }]);
});

test('the operator sets the months, and 0 leaves every account alone', async () => {
  const her = await away('Paulette', ago(13));
  await watchIdle({ ...house, config: { ...house.config, idleMonths: 0 } }, NOW);
  await day(0);
  expect(await letters(her)).toEqual([]);
  await watchIdle({ ...house, config: { ...house.config, idleMonths: 12 } }, NOW);
  expect(await letters(her)).toHaveLength(1);
});
