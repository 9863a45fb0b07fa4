/** Of 200 sign-ins at once 131 were answered 503 when only forty could wait. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTurns, inTurn } from '~/turns';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Work of so many ms that keeps account of how much runs at once. */
function workOf(ms: number) {
  const seen = { now: 0, most: 0, done: 0 };
  const work = async () => {
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    await new Promise((resolve) => setTimeout(resolve, ms));
    seen.now -= 1;
    seen.done += 1;
  };
  return { seen, work };
}

test('two hundred at once all have their turn, two at a time', async () => {
  const turns = createTurns({ name: 'queue', atOnce: 2, queue: 400, patience: 8_000 });
  const { seen, work } = workOf(20);
  const all = Promise.all(Array.from({ length: 200 }, () => inTurn(turns, work)));
  await vi.advanceTimersByTimeAsync(2_000);
  await all;
  expect(seen).toEqual({ now: 0, most: 2, done: 200 });
});

test('beyond the queue, and beyond the patience, one is told when to come back, and no place is lost', async () => {
  const turns = createTurns({ name: 'queue', atOnce: 1, queue: 2, patience: 1_000 });
  const { seen, work } = workOf(3_000);
  const ends = Promise.allSettled(Array.from({ length: 4 }, () => inTurn(turns, work)));
  await vi.advanceTimersByTimeAsync(3_000);
  const [first, ...others] = await ends;
  expect(first?.status).toBe('fulfilled');
  for (const other of others) expect(other).toMatchObject({ reason: { code: 'unavailable', retryAfter: 1 } });
  const again = inTurn(turns, work);
  await vi.advanceTimersByTimeAsync(3_000);
  await again;
  expect(seen).toEqual({ now: 0, most: 1, done: 2 });
});

test('work that fails gives its place on', async () => {
  const turns = createTurns({ name: 'queue', atOnce: 1, queue: 1, patience: 1_000 });
  await expect(inTurn(turns, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await inTurn(turns, async () => 7)).toBe(7);
});

test('whoever waits when it is closed is refused, and nobody gets a turn any more', async () => {
  const turns = createTurns({ name: 'queue', atOnce: 1, queue: 1, patience: 1_000 });
  await turns.take();
  const waits = turns.take();
  turns.close();
  await expect(waits).rejects.toMatchObject({ code: 'unavailable', message: 'closing' });
  await expect(turns.take()).rejects.toMatchObject({ code: 'unavailable' });
});
