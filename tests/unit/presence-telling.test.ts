/** D15: a late answer of the database never brings back an older state. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTelling } from '~/presence/telling';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Answer = { readonly give: (rows: unknown) => void; readonly fail: (error: Error) => void };

/** A telling whose notifications and whose database’s answers are in the test’s hands. */
function desk() {
  const answers: Answer[] = [];
  const logged: string[] = [];
  let wake: (topic: string) => void = () => {};
  const database = {
    systemStatement: () => new Promise((give, fail) => answers.push({ give, fail })),
  } as unknown as Parameters<typeof createTelling>[0];
  const hub = {
    listen: (listener: typeof wake) => {
      wake = listener;
      return () => {};
    },
    onGap: () => {},
  } as unknown as Parameters<typeof createTelling>[1];
  const telling = createTelling(database, hub, 400, (message) => logged.push(message));
  const told: unknown[] = [];
  telling.watch('s', (present) => told.push(present));
  return { answers, told, logged, wake: () => wake('presence:s'), gathered: () => vi.advanceTimersByTimeAsync(400) };
}

test('a second reading begins when the first has been told', async () => {
  const { answers, told, wake, gathered } = desk();
  wake();
  await gathered();
  wake();
  await gathered();
  expect(answers).toHaveLength(1);
  answers[0]?.give(['before']);
  await gathered();
  expect(answers).toHaveLength(2);
  answers[1]?.give(['after']);
  await gathered();
  expect(told).toEqual([['before'], ['after']]);
});

test('ten notifications are one reading', async () => {
  const { answers, wake, gathered } = desk();
  for (let n = 0; n < 10; n += 1) wake();
  await gathered();
  await gathered();
  expect(answers).toHaveLength(1);
});

test('a reading that fails is logged, and the next notification is heard', async () => {
  const { answers, told, logged, wake, gathered } = desk();
  wake();
  await gathered();
  answers[0]?.fail(new Error('away'));
  await gathered();
  expect(logged).toEqual(['presence not read']);
  wake();
  await gathered();
  answers[1]?.give(['here']);
  await gathered();
  expect(told).toEqual([['here']]);
});
