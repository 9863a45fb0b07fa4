/** The words for the free plan come from `billing/rules.ts`; what is enforced stands in the table plan_limits (G17). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FREE_LIMITS } from '~/billing/rules';
import { type Stage, stage } from '../support/policies';

let the: Stage;
beforeAll(async () => {
  the = await stage();
});
afterAll(() => the.close());

test('the free plan allows what its words say', async () => {
  const enforced = await the.owner`
    select messages_per_day as "messagesPerDay", salons_joined as "salonsJoined", salons_owned as "salonsOwned"
    from plan_limits
    where plan = 'freemium'`;
  expect([...enforced]).toEqual([FREE_LIMITS]);
});
