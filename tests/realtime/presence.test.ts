import { afterEach, expect, test, vi } from 'vitest';
import type { Present } from '~/presence/rules';
import { ground, startProcess } from '../support/realtime-house';
import { eventually } from '../support/stream-reader';

const here = ground();
/** No pulse within the test: a new line would be a reason of its own to look again. */
const NEVER = 24 * 3_600_000;

afterEach(() => {
  vi.useRealTimers();
});

async function salonOf(...names: string[]) {
  const owner = await here.cast.member('Monique');
  const { id } = await here.cast.salon(owner);
  const members = [];
  for (const name of names) {
    const member = await here.cast.member(name);
    await here.cast.join(member, id);
    members.push(member);
  }
  return { id, owner, members };
}

function watcher() {
  const seen: string[][] = [];
  const listener = (present: readonly Present[]) => {
    seen.push(present.map((each) => each.name));
  };
  return { seen, listener, last: () => seen.at(-1) };
}

test('who comes and who goes is told in every process', async () => {
  const [one, other] = await Promise.all([startProcess(here.url), startProcess(here.url)]);
  const { id, owner, members } = await salonOf('Gérard');
  const [near, far] = [watcher(), watcher()];
  one.presence.watch(id, near.listener);
  other.presence.watch(id, far.listener);
  one.presence.arrive(id, owner.id);
  const goes = other.presence.arrive(id, members[0]?.id ?? '');
  await eventually(near.last).toEqual(['Gérard', 'Monique']);
  await eventually(far.last).toEqual(['Gérard', 'Monique']);
  goes();
  await eventually(near.last).toEqual(['Monique']);
  await eventually(far.last).toEqual(['Monique']);
});

test('two windows are one person, who is here until the last one closes', async () => {
  const { presence } = await startProcess(here.url);
  const { id, owner, members } = await salonOf('Gérard');
  const { listener, last } = watcher();
  presence.watch(id, listener);
  presence.arrive(id, owner.id);
  const windows = [presence.arrive(id, members[0]?.id ?? ''), presence.arrive(id, members[0]?.id ?? '')];
  await eventually(last).toEqual(['Gérard', 'Monique']);
  const told = vi.fn(listener);
  presence.watch(id, told);
  windows[0]?.();
  await eventually(() => told.mock.calls.length).toBe(1);
  expect(last()).toEqual(['Gérard', 'Monique']);
  windows[1]?.();
  await eventually(last).toEqual(['Monique']);
});

test('nobody else’s lease can be taken: a stranger is never here', async () => {
  const { presence } = await startProcess(here.url);
  const { id, owner } = await salonOf();
  const stranger = await here.cast.member('Intrus');
  const { listener, last } = watcher();
  presence.watch(id, listener);
  presence.arrive(id, stranger.id);
  presence.arrive(id, owner.id);
  await eventually(last).toEqual(['Monique']);
});

test('a process renews what it holds, sweeps what nobody renews, and tells who is gone', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { presence } = await startProcess(here.url, NEVER);
  const { id, owner, members } = await salonOf('Gérard');
  const { listener, last } = watcher();
  presence.watch(id, listener);
  presence.arrive(id, owner.id);
  // Left by a process that was killed.
  await here.cast.sql`
    insert into presence_leases (connection, salon_id, user_id, expires_at)
    values (gen_random_uuid(), ${id}, ${members[0]?.id ?? ''}, now() + interval '1 hour')`;
  await eventually(last).toEqual(['Gérard', 'Monique']);
  const old = '2000-01-01';
  await here.cast.sql`update presence_leases set expires_at = ${old} where salon_id = ${id}`;
  vi.advanceTimersByTime(30_000);
  await eventually(last).toEqual(['Monique']);
  const left = await here.cast.sql`
    select user_id, expires_at > now() + interval '45 seconds' as renewed from presence_leases where salon_id = ${id}`;
  expect([...left]).toEqual([{ user_id: owner.id, renewed: true }]);
});

test('a process that stops takes its readers with it, and tells the others', async () => {
  const stays = await startProcess(here.url);
  const { id, owner, members } = await salonOf('Gérard');
  const { listener, last } = watcher();
  stays.presence.watch(id, listener);
  stays.presence.arrive(id, owner.id);
  const stops = await startProcess(here.url);
  stops.presence.arrive(id, members[0]?.id ?? '');
  await eventually(last).toEqual(['Gérard', 'Monique']);
  await stops.presence.close();
  await eventually(last).toEqual(['Monique']);
});
