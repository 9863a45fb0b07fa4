/** D72: days that follow each other in Paris, two jokers a month, rest. Against the plainest model of the rule. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { JOKERS_A_MONTH } from '~/play/rules/streak';
import { type Stage, stage } from '../support/policies';

let the: Stage;
beforeAll(async () => {
  the = await stage();
});
afterAll(() => the.close());

/** @param moments ISO 8601 with an offset, or days at noon */
async function streak(
  moments: readonly string[],
  upTo: string,
  rests: readonly (readonly [string, string | null])[] = [],
) {
  const { id } = await the.cast.member('Anne');
  for (const each of moments) {
    const at = each.length === 10 ? `${each}T12:00:00Z` : each;
    await the.cast
      .sql`insert into user_activities (user_id, type, title, created_at) values (${id}, 'message', 'x', ${at})`;
  }
  for (const [from, to] of rests) {
    await the.cast.sql`insert into play_rests (user_id, from_day, to_day) values (${id}, ${from}, ${to})`;
  }
  const [found] = await the.cast.sql<{ days: number; jokers: number }[]>`select * from streak_of(${id}, ${upTo})`;
  return [found?.days, found?.jokers];
}

test('days that follow each other count, and today is not missed before it is over', async () => {
  expect(await streak([], '2026-06-10')).toEqual([0, 2]);
  expect(await streak(['2026-06-08', '2026-06-09', '2026-06-10'], '2026-06-10')).toEqual([3, 2]);
  expect(await streak(['2026-06-08', '2026-06-09'], '2026-06-10')).toEqual([2, 2]);
});

test('two missed days of a month cost nothing, a third begins anew, and a new month has two more', async () => {
  expect(await streak(['2026-06-01', '2026-06-03', '2026-06-05'], '2026-06-05')).toEqual([3, 0]);
  expect(await streak(['2026-06-01', '2026-06-03', '2026-06-05', '2026-06-07'], '2026-06-07')).toEqual([1, 0]);
  // 29 and 30 June, 1 and 2 July.
  expect(await streak(['2026-06-28', '2026-07-03'], '2026-07-03')).toEqual([2, 0]);
  expect(await streak(['2026-06-28', '2026-07-04'], '2026-07-04')).toEqual([1, 2]);
});

test('a gap that no joker can bridge spends none', async () => {
  expect(await streak(['2026-06-01', '2026-06-20'], '2026-06-20')).toEqual([1, 2]);
  expect(await streak(['2026-06-01'], '2026-06-20')).toEqual([0, 2]);
});

test('days of rest neither count nor break', async () => {
  const acts = ['2026-06-01', '2026-06-20'];
  expect(await streak(acts, '2026-06-20', [['2026-06-02', '2026-06-19']])).toEqual([2, 2]);
  expect(
    await streak(acts, '2026-08-30', [
      ['2026-06-02', '2026-06-19'],
      ['2026-06-21', null],
    ]),
  ).toEqual([2, 2]);
});

describe('the clock changes', () => {
  test.each([
    // 29 March 2026, 2 h becomes 3 h; 25 October, 3 h becomes 2 h.
    ['March', ['2026-03-28T22:59:00Z', '2026-03-28T23:01:00Z', '2026-03-29T22:01:00Z'], '2026-03-30', 3],
    [
      'October',
      ['2026-10-24T21:59:00Z', '2026-10-24T22:01:00Z', '2026-10-25T22:59:00Z', '2026-10-25T23:01:00Z'],
      '2026-10-26',
      3,
    ],
  ])('in %s a day is a day of Paris', async (_month, moments, upTo, days) => {
    expect((await streak(moments, upTo))[0]).toBe(days);
  });
});

const DAY = 86_400_000;
const dayAt = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * DAY).toISOString().slice(0, 10);

/** Day by day, with nothing clever. */
function model(active: ReadonlySet<number>, resting: (n: number) => boolean, today: number) {
  let days = 0;
  const spent = new Map<string, number>();
  for (let n = 0; n <= today; n += 1) {
    if (active.has(n)) days += 1;
    else if (n < today && days > 0 && !resting(n)) {
      // Does a joker carry her to the next active day, or to today?
      let next = n;
      const needed = new Map<string, number>();
      while (next < today && !active.has(next)) {
        const month = dayAt(next).slice(0, 7);
        if (!resting(next)) needed.set(month, (needed.get(month) ?? 0) + 1);
        next += 1;
      }
      const isBridged = [...needed].every(([month, count]) => (spent.get(month) ?? 0) + count <= JOKERS_A_MONTH);
      if (isBridged) for (const [month, count] of needed) spent.set(month, (spent.get(month) ?? 0) + count);
      else days = 0;
      n = next - 1;
    }
  }
  return [days, JOKERS_A_MONTH - (spent.get(dayAt(today).slice(0, 7)) ?? 0)];
}

test('counts as the model does, over random lives', async () => {
  const life = fc.record({
    active: fc.uniqueArray(fc.integer({ min: 0, max: 75 }), { maxLength: 60 }),
    today: fc.integer({ min: 60, max: 80 }),
    rest: fc.option(fc.tuple(fc.integer({ min: 0, max: 70 }), fc.integer({ min: 0, max: 20 })), { nil: null }),
  });
  await fc.assert(
    fc.asyncProperty(life, async ({ active, today, rest }) => {
      const [from, length] = rest ?? [-1, -1];
      const resting = (n: number) => rest !== null && n >= from && n <= from + length;
      const rests = rest ? [[dayAt(from), dayAt(from + length)] as const] : [];
      const past = active.filter((n) => n <= today);
      expect(await streak(past.map(dayAt), dayAt(today), rests)).toEqual(model(new Set(past), resting, today));
    }),
    { numRuns: 40 },
  );
});
