/** After a restart 500 readers came back at once, and every twelfth page was answered 503: they held all connections. */
import { Hono } from 'hono';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { entrance } from '~/http/entrance';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Streams of which each takes so many ms to be let in. */
function streamsOf(ms: number) {
  const seen = { now: 0, most: 0, done: 0 };
  const app = new Hono();
  app.get('/flux', entrance(), async (c) => {
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    await new Promise((resolve) => setTimeout(resolve, ms));
    seen.now -= 1;
    seen.done += 1;
    return c.body(null, 200);
  });
  app.get('/page', (c) => c.text('page'));
  app.onError((_error, c) => c.body(null, 503));
  return { seen, app };
}

test('500 readers at once are let in five at a time, and a page does not wait for them', async () => {
  const { seen, app } = streamsOf(2);
  const all = Promise.all(Array.from({ length: 500 }, async () => (await app.request('/flux')).status));
  expect(await (await app.request('/page')).text()).toBe('page');
  expect(seen.done).toBe(0);
  await vi.advanceTimersByTimeAsync(500);
  expect(new Set(await all)).toEqual(new Set([200]));
  expect(seen).toEqual({ now: 0, most: 5, done: 500 });
});

test('who has waited a quarter of a minute in vain is told to come back', async () => {
  const { app } = streamsOf(60_000);
  const all = Promise.all(Array.from({ length: 6 }, async () => (await app.request('/flux')).status));
  await vi.advanceTimersByTimeAsync(61_000);
  expect((await all).sort()).toEqual([200, 200, 200, 200, 200, 503]);
});
