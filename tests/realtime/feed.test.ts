import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { deleteMessage, editMessage, postMessage, toggleReaction } from '~/chat/commands';
import { REPLAY_MAX } from '~/chat/rules';
import { ear, ground, join, type Process, startProcess, viewerOf } from '../support/realtime-site';
import { eventually } from '../support/stream-reader';

const here = ground();

async function salonWith(...names: string[]) {
  const owner = await here.cast.member('Monique');
  const { id } = await here.cast.salon(owner);
  const others = [];
  for (const name of names) {
    const member = await here.cast.member(name);
    await here.cast.join(member, id);
    others.push(member);
  }
  return { id, owner, others };
}

const post = (process: Process, member: { id: string; name: string }, salonId: string, text: string) =>
  postMessage(process, viewerOf(member as never), salonId, { text, replyTo: null, key: null });

/** Written by another program: no notification is sent for it. */
const quietly = (salonId: string, userId: string, count: number) => here.cast.sql`
  insert into chat_messages (salon_id, user_id, content)
  select ${salonId}, ${userId}, 'bas ' || n from generate_series(1, ${count}) n`;

/** Takes every connection of the system for a moment: what was being loaded has been. */
const loaded = ({ database }: Process) =>
  Promise.all(upTo(3).map(() => database.systemStatement((tx) => tx`select pg_sleep(0.02)`)));

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('live readers', () => {
  test('in several salons hear what several members post at once: all of it, once, in one order', async () => {
    const process = await startProcess(here.url);
    const salons = await Promise.all([salonWith('Gérard', 'Fatima'), salonWith('Gérard'), salonWith()]);
    const ears = await Promise.all(
      salons.map(({ id, owner }) =>
        Promise.all(
          upTo(5).map(async () => {
            const listener = ear(0);
            expect(await join(process, id, owner, listener)).toBe('live');
            return listener;
          }),
        ),
      ),
    );
    await Promise.all(
      salons.flatMap(({ id, owner, others }) =>
        [owner, ...others].map(async (member) => {
          for (let i = 0; i < 20; i += 1) await post(process, member, id, `${member.name} ${i}`);
        }),
      ),
    );
    for (const [i, { others }] of salons.entries()) {
      const all = upTo(20 * (1 + others.length));
      for (const listener of ears[i] ?? []) await eventually(() => listener.ids).toEqual(all);
    }
    expect(process.faults).toEqual([]);
  });

  test('get a hundred posts of one moment in few loads, and each of them once', async () => {
    const process = await startProcess(here.url);
    const { id, owner } = await salonWith();
    const listener = ear(0);
    let batches = 0;
    await join(process, id, owner, {
      ...listener,
      deliver: (batch) => {
        batches += 1;
        listener.deliver(batch);
      },
    });
    await Promise.all(upTo(100).map((n) => post(process, owner, id, `n° ${n}`)));
    await eventually(() => listener.ids).toEqual(upTo(100));
    expect(batches).toBeLessThan(100);
  });

  test('get what was posted while their salon was being loaded', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const process = await startProcess(here.url);
    const { id, owner } = await salonWith();
    const listener = ear(0);
    await join(process, id, owner, listener);
    await loaded(process);
    const { systemStatement } = process.database;
    vi.spyOn(process.database, 'systemStatement').mockImplementationOnce(async (work) => {
      const found = await systemStatement(work);
      await quietly(id, owner.id, 1);
      process.hub.wakeTopic(`salon:${id}`);
      await new Promise((resolve) => setImmediate(resolve));
      return found;
    });
    await post(process, owner, id, 'un');
    await eventually(() => listener.ids, 'it', 4_000).toEqual([1, 2]);
  });

  test('miss nothing while they come: joining under load', async () => {
    const process = await startProcess(here.url);
    const { id, owner } = await salonWith();
    const ears: ReturnType<typeof ear>[] = [];
    const posting = (async () => {
      for (let i = 0; i < 60; i += 1) await post(process, owner, id, `n° ${i}`);
    })();
    for (let i = 0; i < 20; i += 1) {
      const listener = ear(0);
      ears.push(listener);
      await join(process, id, owner, listener);
    }
    await posting;
    for (const listener of ears) await eventually(() => listener.ids).toEqual(upTo(60));
  });

  test('of another process hear it by the notification', async () => {
    const [one, other] = await Promise.all([startProcess(here.url), startProcess(here.url)]);
    const { id, owner } = await salonWith();
    const listener = ear(0);
    await join(other, id, owner, listener);
    await post(one, owner, id, 'bonsoir');
    await eventually(() => listener.ids, 'it', 4_000).toEqual([1]);
  });

  test('are not held up by one who has left, and the last one out closes the salon', async () => {
    const process = await startProcess(here.url);
    const { id, owner } = await salonWith();
    const [stays, goes] = [ear(0), ear(0)];
    await join(process, id, owner, stays);
    await join(process, id, owner, goes);
    goes.close();
    process.feed.leave(id, goes);
    await post(process, owner, id, 'encore là ?');
    await eventually(() => stays.ids).toEqual([1]);
    expect(goes.ids).toEqual([]);
    process.feed.leave(id, stays);
    expect(process.feed.size()).toEqual({ salons: 0, listeners: 0 });
  });
});

describe('a lost notification', () => {
  test('is made good within five seconds', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const process = await startProcess(here.url, 24 * 3_600_000);
      const [{ id, owner }, quiet] = [await salonWith(), await salonWith()];
      const [listener, silence] = [ear(0), ear(0)];
      await join(process, id, owner, listener);
      await join(process, quiet.id, quiet.owner, silence);
      await loaded(process);
      await quietly(id, owner.id, 3);
      vi.advanceTimersByTime(5_000);
      await eventually(() => listener.ids).toEqual([1, 2, 3]);
      expect(silence.ids).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('is made good in every salon as soon as the hub knows of a gap', async () => {
    const process = await startProcess(here.url, 60_000);
    const salons = await Promise.all([salonWith(), salonWith(), salonWith()]);
    const ears = await Promise.all(
      salons.map(async ({ id, owner }) => {
        const listener = ear(0);
        await join(process, id, owner, listener);
        await loaded(process);
        await quietly(id, owner.id, 2);
        return listener;
      }),
    );
    // A first connection is a gap like any other.
    await process.hub.start();
    for (const listener of ears) await eventually(() => listener.ids, 'it', 4_000).toEqual([1, 2]);
  });
});

describe('who comes back', () => {
  test('gets what changed since, each message as it now is', async () => {
    const process = await startProcess(here.url);
    const { id, owner } = await salonWith();
    const viewer = viewerOf(owner);
    const first = await post(process, owner, id, 'un');
    const second = await post(process, owner, id, 'deux');
    await editMessage(process, viewer, id, first.id, 'un bis');
    await deleteMessage(process, viewer, id, second.id);
    const listener = ear(2);
    await join(process, id, owner, listener);
    expect(listener.ids).toEqual([3, 4]);
    expect(listener.messages.map((each) => [each.content, each.isDeleted])).toEqual([
      ['un bis', false],
      ['', true],
    ]);
  });

  test('finds a message that was posted and changed meanwhile in its place, before younger ones', async () => {
    const process = await startProcess(here.url);
    const { id, owner } = await salonWith();
    const older = await post(process, owner, id, 'ancien');
    const changed = await post(process, owner, id, 'avec un cœur');
    await post(process, owner, id, 'plus jeune');
    await toggleReaction(process, viewerOf(owner), id, changed.id, 'coeur');
    await editMessage(process, viewerOf(owner), id, older.id, 'ancien, revu');
    const listener = ear(1);
    await join(process, id, owner, listener);
    expect(listener.ids).toEqual([2, 3, 4, 5]);
    expect(listener.messages.map((each) => each.seq)).toEqual([2, 3, 2, 1]);
  });

  test('with a number of the future is told to load the page again', async () => {
    const process = await startProcess(here.url);
    const { id, owner } = await salonWith();
    await quietly(id, owner.id, 3);
    for (const cursor of [4, Number.MAX_SAFE_INTEGER]) {
      expect(await join(process, id, owner, ear(cursor))).toBe('reset');
    }
    expect(await join(process, id, owner, ear(3))).toBe('live');
  });

  test('is replayed five hundred changes, and no more', async () => {
    const process = await startProcess(here.url);
    const { id, owner } = await salonWith();
    await quietly(id, owner.id, REPLAY_MAX + 1);
    const listener = ear(1);
    expect(await join(process, id, owner, listener)).toBe('live');
    expect(listener.ids).toHaveLength(REPLAY_MAX);
    const late = ear(0);
    expect(await join(process, id, owner, late)).toBe('reset');
    expect(late.ids).toEqual([]);
    expect(process.feed.size().listeners).toBe(1);
  });

  test('with more than that in one load is told the same while live, and the salon goes on', async () => {
    const process = await startProcess(here.url);
    const { id, owner } = await salonWith();
    const deliver = vi.fn();
    const reset = vi.fn(() => process.feed.leave(id, behind));
    const behind = { ...ear(0), deliver, reset };
    await join(process, id, owner, behind);
    await quietly(id, owner.id, REPLAY_MAX + 20);
    process.hub.wakeTopic(`salon:${id}`);
    await eventually(() => reset.mock.calls.length).toBe(1);
    const fresh = ear(REPLAY_MAX + 20);
    expect(await join(process, id, owner, fresh)).toBe('live');
    await post(process, owner, id, 'la suite');
    await eventually(() => fresh.ids).toEqual([REPLAY_MAX + 21]);
    expect(deliver).not.toHaveBeenCalled();
  });
});
