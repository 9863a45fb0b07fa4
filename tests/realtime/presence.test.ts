import { afterEach, expect, test, vi } from 'vitest';
import { chooseStatus, noteActivity } from '~/presence/commands';
import type { Present } from '~/presence/rules';
import type { Member } from '../support/cast';
import { ground, sessionOf, startProcess, viewerOf } from '../support/realtime-site';
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

/** Everybody in the salon with the state that was last told. */
function stateWatcher() {
  const told: string[][] = [];
  const listener = (present: readonly Present[]) => {
    told.push(present.map((each) => `${each.name} ${each.status}`));
  };
  return { told, listener, last: () => told.at(-1) };
}

const actedAgo = (member: Member, seconds: number) =>
  here.cast.sql`
    update profiles set last_activity = now() - make_interval(secs => ${seconds}) where id = ${member.id}`;

/** Two members in a salon, both active. The test says when to look at what changed: by itself that is every half minute. */
async function evening() {
  const process = await startProcess(here.url, NEVER);
  const { id, owner, members } = await salonOf('Gérard');
  const gerard = members[0] ?? owner;
  await actedAgo(gerard, 10);
  await actedAgo(owner, 10);
  const watch = stateWatcher();
  process.presence.watch(id, watch.listener);
  process.presence.arrive(id, owner.id);
  process.presence.arrive(id, gerard.id);
  await eventually(watch.last).toEqual(['Gérard online', 'Monique online']);
  return { process, id, owner, gerard, ...watch, look: process.presence.look };
}

test('who does nothing for longer than her own delay is told absent, by nothing but the sweep (N02, D12)', async () => {
  const { gerard, owner, last, look } = await evening();
  await here.cast.sql`update profiles set auto_offline_after = 1800 where id = ${owner.id}`;
  await actedAgo(gerard, 301);
  await actedAgo(owner, 301);
  await look();
  await eventually(last).toEqual(['Gérard away', 'Monique online']);
});

test('the sweep comes back by itself when the next delay is over, and not before', async () => {
  const { gerard, last, look, told } = await evening();
  await actedAgo(gerard, 298);
  await look();
  await eventually(last, 'absent without another look', 8_000).toEqual(['Gérard away', 'Monique online']);
  const states = told.flat().filter((each) => each.startsWith('Gérard'));
  expect(states.indexOf('Gérard away')).toBe(states.length - 1);
});

test('an act is told in every process within two seconds (N04)', async () => {
  const { process, id, gerard, last, look } = await evening();
  const other = await startProcess(here.url, NEVER);
  const far = stateWatcher();
  other.presence.watch(id, far.listener);
  const cookie = await here.cast.session(gerard);
  await actedAgo(gerard, 4_000);
  await look();
  await eventually(last).toEqual(['Gérard away', 'Monique online']);
  await eventually(far.last).toEqual(['Gérard away', 'Monique online']);
  await noteActivity(process, viewerOf(gerard, cookie));
  await eventually(last, 'here', 2_000).toEqual(['Gérard online', 'Monique online']);
  await eventually(far.last, 'there', 2_000).toEqual(['Gérard online', 'Monique online']);
  expect(sessionOf(cookie)).toBe(viewerOf(gerard, cookie).sessionId);
});

test('a choice is told at once, outlasts idleness, and hides who wants to be hidden (N03, G09)', async () => {
  const { process, gerard, last, look, told } = await evening();
  await chooseStatus(process, viewerOf(gerard), { status: 'busy', until: null });
  await eventually(last, 'busy', 2_000).toEqual(['Gérard busy', 'Monique online']);
  await actedAgo(gerard, 4_000);
  const before = told.length;
  await look();
  await eventually(() => told.length).toBeGreaterThan(before);
  expect(last()).toEqual(['Gérard busy', 'Monique online']);
  await chooseStatus(process, viewerOf(gerard), { status: 'offline', until: null });
  await eventually(last, 'gone', 2_000).toEqual(['Monique online']);
  await chooseStatus(process, viewerOf(gerard), { status: null, until: null });
  await eventually(last, 'idle', 2_000).toEqual(['Gérard away', 'Monique online']);
});

test('a state that was told is not told again', async () => {
  const { process, gerard, last } = await evening();
  await actedAgo(gerard, 4_000);
  await process.presence.look();
  await eventually(last).toEqual(['Gérard away', 'Monique online']);
  const woken: string[] = [];
  process.hub.listen((topic) => woken.push(topic));
  for (let n = 0; n < 3; n += 1) await process.presence.look();
  expect(woken).toEqual([]);
});

test('the sweep is one statement, for three members and for sixty', async () => {
  const counts: number[] = [];
  for (const crowd of [3, 60]) {
    const statements: string[] = [];
    const process = await startProcess(here.url, NEVER, (text) => statements.push(text));
    const { id } = await salonOf();
    await here.cast.sql`
      with people as (
        insert into auth.users (email, email_confirmed_at)
        select 'foule-' || gen_random_uuid() || '@exemple.fr', now() from generate_series(1, ${crowd}) returning id
      ),
      members as (insert into salon_members (salon_id, user_id) select ${id}, id from people)
      insert into presence_leases (connection, salon_id, user_id, expires_at)
      select gen_random_uuid(), ${id}, id, now() + interval '1 hour' from people`;
    const { listener, last } = stateWatcher();
    process.presence.watch(id, listener);
    statements.length = 0;
    await process.presence.look();
    await eventually(() => last()?.length).toBe(crowd);
    counts.push(statements.filter((text) => /presence|check_inactive/.test(text)).length);
  }
  // The sweep, and one reading of the salon.
  expect(counts).toEqual([2, 2]);
});

test('a telephone without network is gone within 90 seconds, and back with its next sign of life (N05)', async () => {
  const start = Date.now();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now: start });
  const [one, other] = await Promise.all([startProcess(here.url, NEVER), startProcess(here.url, NEVER)]);
  const { id, owner, members } = await salonOf('Gérard', 'Odile');
  const [gerard = '', odile = ''] = members.map((member) => member.id);
  const { listener, last } = watcher();
  one.presence.watch(id, listener);
  one.presence.arrive(id, owner.id);
  // A program that reads the stream and gives no sign.
  one.presence.arrive(id, odile);
  other.presence.arrive(id, gerard);
  await eventually(last).toEqual(['Gérard', 'Monique', 'Odile']);
  // The sign comes to another process than the one that holds the line.
  const heard: string[] = [];
  other.hub.listen((topic) => heard.push(topic));
  one.presence.sign(id, gerard);
  await eventually(() => heard).toContain(`sign:${id}:${gerard}`);
  vi.advanceTimersByTime(80_000);
  expect(other.presence.held().map(({ userId }) => userId)).toEqual([gerard]);
  vi.advanceTimersByTime(8_000);
  expect(other.presence.held()).toEqual([]);
  await eventually(last).toEqual(['Monique', 'Odile']);
  one.presence.sign(id, gerard);
  await eventually(last).toEqual(['Gérard', 'Monique', 'Odile']);
});
