/** The figures of the plans as the product has them: a fresh database begins with these (S01, S02, G17). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keptPlans } from '~/billing/plans';
import { planWords } from '~/billing/rules/plans';
import { type Stage, stage } from '../support/policies';

let the: Stage;
beforeAll(async () => {
  the = await stage();
});
afterAll(() => the.close());

const ears = { listen: () => () => {}, onGap: () => {} };

test('a fresh database has the prices and limits of the product', async () => {
  const plans = (await keptPlans(the.database, ears, () => {}))();
  expect(plans.freemium).toMatchObject({
    ...{ messagesPerDay: 20, profileViewsPerDay: 15, salonsOwned: 1, salonsJoined: 3, paidLessons: false },
    priceCents: 0,
  });
  const open = { messagesPerDay: null, profileViewsPerDay: null, salonsOwned: null, salonsJoined: null };
  expect(plans.premium).toMatchObject({ ...open, paidLessons: true, priceCents: 4_700, billingMonths: 1 });
  expect(plans.annuel).toMatchObject({ ...open, paidLessons: true, priceCents: 47_000, billingMonths: 12 });
});

test.each([
  [47_000, '94 € de moins que 12 mois de Premium, 2 mois offerts'],
  [47_100, '93 € de moins que 12 mois de Premium'],
  [56_400, null],
])('« mois offerts » is said of a year at %i cents only where the sum is true (S02)', async (priceCents, said) => {
  const plans = (await keptPlans(the.database, ears, () => {}))();
  const { given } = planWords({ ...plans, annuel: { ...plans.annuel, priceCents } });
  expect(given?.replace(/\s/gu, ' ') ?? null).toBe(said);
});
