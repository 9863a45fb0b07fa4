/** D19, S06, S08: the plan of a profile is what is paid, and nobody writes it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Member } from '../support/cast';
import { type Stage, stage } from '../support/policies';

let the: Stage;
beforeAll(async () => {
  the = await stage();
});
afterAll(() => the.close());

type Subscription = {
  readonly status: string;
  readonly plan?: string | null;
  readonly past_due_since?: string;
  readonly cancel_at?: string;
};

async function has(member: Member, { status, plan = 'premium', ...dates }: Subscription): Promise<void> {
  const at = (days: string | undefined) => (days ? new Date(Date.now() + Number(days) * 86_400_000) : null);
  await the.cast.sql`
    insert into subscriptions (id, user_id, plan, status, past_due_since, cancel_at)
    values (${`sub_${crypto.randomUUID()}`}, ${member.id}, ${plan}, ${status}, ${at(dates.past_due_since)},
      ${at(dates.cancel_at)})`;
}

async function planOf({ id }: Member): Promise<unknown> {
  const [row] = await the.cast.sql`
    select subscription_type as plan, plan_of(profiles) as inforce from profiles where id = ${id}`;
  return row?.plan === row?.inforce ? row?.plan : row;
}

describe('a plan follows from status and price together', () => {
  test.each<[string, readonly Subscription[], string]>([
    ['nothing', [], 'freemium'],
    ['active', [{ status: 'active' }], 'premium'],
    ['of a price that was never configured', [{ status: 'active', plan: null }], 'freemium'],
    ['not paid yet', [{ status: 'incomplete' }], 'freemium'],
    ['ended', [{ status: 'canceled' }], 'freemium'],
    ['unpaid for good', [{ status: 'unpaid' }], 'freemium'],
    ['a word that we do not know', [{ status: 'hibernating' }], 'freemium'],
    ['past due for 13 days', [{ status: 'past_due', past_due_since: '-13' }], 'premium'],
    ['past due for 15 days', [{ status: 'past_due', past_due_since: '-15' }], 'freemium'],
    ['to end in a week', [{ status: 'active', cancel_at: '7' }], 'premium'],
    ['ended at its date, and nobody told us', [{ status: 'active', cancel_at: '-1' }], 'freemium'],
    ['month and year at once', [{ status: 'active' }, { status: 'active', plan: 'annuel' }], 'annuel'],
    ['an ended year and a month', [{ status: 'canceled', plan: 'annuel' }, { status: 'active' }], 'premium'],
  ])('%s', async (_, subscriptions, plan) => {
    const member = await the.cast.member('Anne', { plan: 'freemium' });
    for (const each of subscriptions) await has(member, each);
    expect(await planOf(member)).toBe(plan);
  });

  test('and goes with the last of them', async () => {
    const member = await the.cast.member('Anne', { plan: 'annuel' });
    expect(await planOf(member)).toBe('annuel');
    await the.cast.sql`delete from subscriptions where user_id = ${member.id}`;
    expect(await planOf(member)).toBe('freemium');
  });
});

test('nobody writes it, not even the system', async () => {
  const member = await the.cast.member('Anne', { plan: 'freemium' });
  const raise = the.cast.sql`update profiles set subscription_type = 'annuel' where id = ${member.id}`;
  await expect(raise).rejects.toMatchObject({ code: 'AU403', message: 'plan_follows_payment' });
  await the.cast.sql`update profiles set subscription_started_at = '2020-01-01' where id = ${member.id}`;
  const [profile] = await the.cast.sql`select subscription_started_at as since from profiles where id = ${member.id}`;
  expect(profile).toEqual({ since: null });
});
