/** Questions that wait leave together, each after it was asked. */
import { expect, test } from 'vitest';
import { together } from '~/together';

/** A question whose answers are given by hand. */
function asking(limits = { atOnce: 1, most: 3 }) {
  const asked: { readonly keys: readonly string[]; readonly answer: (error?: Error) => void }[] = [];
  const ask = together<string>(
    (keys) =>
      new Promise((resolve, reject) => {
        const answer = (error?: Error) =>
          error ? reject(error) : resolve(new Map(keys.filter((key) => key !== '?').map((key) => [key, `${key}!`])));
        asked.push({ keys, answer });
      }),
    limits,
  );
  return { ask, asked, keys: () => asked.map((each) => each.keys.join('')) };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('the first leaves at once, and what comes meanwhile leaves together after it', async () => {
  const { ask, asked, keys } = asking();
  const answers = Promise.all([ask('a'), ask('b'), ask('c'), ask('b'), ask('d')]);
  expect(keys()).toEqual(['a']);
  for (const n of [0, 1, 2]) {
    asked[n]?.answer();
    await settled();
  }
  expect(keys()).toEqual(['a', 'bc', 'd']);
  expect(await answers).toEqual(['a!', 'b!', 'c!', 'b!', 'd!']);
  const later = ask('a');
  expect(keys()).toEqual(['a', 'bc', 'd', 'a']);
  asked[3]?.answer();
  expect(await later).toBe('a!');
});

test('as many are under way as may be', async () => {
  const { ask, keys } = asking({ atOnce: 2, most: 3 });
  for (const key of 'abc') void ask(key);
  expect(keys()).toEqual(['a', 'b']);
});

test('one without an answer gets none, and a failure is that of its own group', async () => {
  const { ask, asked } = asking();
  const answers = Promise.allSettled([ask('?'), ask('b'), ask('c')]);
  asked[0]?.answer();
  await settled();
  asked[1]?.answer(new Error('away'));
  await settled();
  const last = ask('d');
  asked[2]?.answer();
  expect(await last).toBe('d!');
  expect((await answers).map((each) => (each.status === 'fulfilled' ? each.value : each.reason.message))).toEqual([
    undefined,
    'away',
    'away',
  ]);
});
