import { describe, expect, onTestFinished, test } from 'vitest';
import { type Database, openDatabase } from '~/db';
import { createHub } from '~/realtime/hub';
import { query } from '../support/embedded';
import { ENDED, lineTo } from '../support/line';
import { ground, startProcess } from '../support/realtime-site';
import { eventually } from '../support/stream-reader';

const here = ground();

const heardBy = (hub: { listen: (listener: (topic: string) => void) => unknown }): string[] => {
  const heard: string[] = [];
  hub.listen((topic) => topic !== 'pulse' && heard.push(topic));
  return heard;
};

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Ends the connections that listen, as a restarted database or a dropped line does. */
const endListeners = async () => (await query(here.url, (sql) => sql.unsafe(ENDED('aurora50 notifications')))).length;

const listening = async () =>
  (
    await here.cast.sql`
      select pid from pg_stat_activity
      where application_name = 'aurora50 notifications' and datname = current_database()`
  ).length;

describe('notifications', () => {
  test('are rung once a topic and turn, however often they were pulled', async () => {
    const { hub } = await startProcess(here.url);
    const heard = heardBy(hub);
    for (let i = 0; i < 50; i += 1) {
      hub.wakeTopic('salon:a');
      hub.wakeTopic('salon:b');
      hub.wakeTopic('members:a');
    }
    expect(heard).toEqual([]);
    await turn();
    expect(heard).toEqual(['salon:a', 'salon:b', 'members:a']);
    hub.wakeTopic('salon:a');
    await turn();
    expect(heard).toEqual(['salon:a', 'salon:b', 'members:a', 'salon:a']);
  });

  test('are heard by another process once, and not twice by their own', async () => {
    const [one, other] = await Promise.all([startProcess(here.url), startProcess(here.url)]);
    const [own, others] = [heardBy(one.hub), heardBy(other.hub)];
    for (const salon of ['a', 'b', 'c']) {
      for (let i = 0; i < 20; i += 1) one.hub.wakeTopic(`salon:${salon}`);
    }
    await eventually(() => others).toEqual(['salon:a', 'salon:b', 'salon:c']);
    // The way back is as long: what comes after it would have come after an echo, too.
    other.hub.wakeTopic('salon:last');
    await eventually(() => own.at(-1)).toBe('salon:last');
    expect(own).toEqual(['salon:a', 'salon:b', 'salon:c', 'salon:last']);
  });

  test('that are rung while others are being sent leave together', async () => {
    const stays = await startProcess(here.url);
    const heard = heardBy(stays.hub);
    let sent = 0;
    const onStatement = (text: string) => {
      if (text.includes('pg_notify')) sent += 1;
    };
    const database = openDatabase(here.url, { viewers: 1, systems: 2, onStatement });
    const hub = createHub(database, () => {});
    for (let n = 0; n < 40; n += 1) {
      hub.wakeTopic(`salon:${n % 4}`);
      await turn();
    }
    await hub.close();
    await database.close();
    await eventually(() => [...new Set(heard)].sort()).toEqual(['salon:0', 'salon:1', 'salon:2', 'salon:3']);
    expect(sent).toBeLessThan(20);
  });

  test('that cannot be sent hurt nobody here', async () => {
    const faults: string[] = [];
    const database = openDatabase(here.url.replace(/:\d+\//, ':9/'), { viewers: 1, systems: 1 });
    const hub = createHub(database, (message) => faults.push(message));
    const heard = heardBy(hub);
    expect(() => hub.wakeTopic('salon:a')).not.toThrow();
    await turn();
    expect(heard).toEqual(['salon:a']);
    await eventually(() => faults).toEqual(['notification not sent']);
    await hub.close();
    await database.close();
  });

  test('that were rung on the way out are still sent', async () => {
    const stays = await startProcess(here.url);
    const heard = heardBy(stays.hub);
    const database = openDatabase(here.url, { viewers: 1, systems: 1 });
    const leaves = createHub(database, () => {});
    leaves.wakeTopic('salon:goodbye');
    await leaves.close();
    await database.close();
    await eventually(() => heard).toEqual(['salon:goodbye']);
  });
});

describe('the listening connection', () => {
  test('comes back when it is ended, says that notifications may be missing, and hears again', async () => {
    const [one, other] = await Promise.all([startProcess(here.url, 100), startProcess(here.url, 100)]);
    const heard = heardBy(one.hub);
    let gaps = 0;
    one.hub.onGap(() => {
      gaps += 1;
    });
    expect(await endListeners()).toBe(2);
    await eventually(() => gaps).toBeGreaterThan(0);
    other.hub.wakeTopic('salon:after');
    await eventually(() => heard).toContain('salon:after');
    await eventually(listening).toBe(2);
  });

  test('is replaced when it says nothing any more', async () => {
    const { database } = await startProcess(here.url);
    let connections = 0;
    let hungUp = 0;
    const deaf: Database = {
      ...database,
      listen: async (_channel, _onBell, onOpen) => {
        connections += 1;
        onOpen();
        return async () => {
          hungUp += 1;
        };
      },
    };
    const said: string[] = [];
    const hub = createHub(deaf, (message) => said.push(message), 10);
    let gaps = 0;
    hub.onGap(() => {
      gaps += 1;
    });
    await hub.start();
    await eventually(() => connections).toBeGreaterThan(2);
    expect(gaps).toBeGreaterThan(2);
    expect(said).toContain('listening connection silent, connecting again');
    await hub.close();
    expect(hungUp).toBe(connections);
  });

  test('that cannot be made is tried again, one at a time, and none is left behind', async () => {
    const { database } = await startProcess(here.url, 60_000);
    let tries = 0;
    let atOnce = 0;
    let most = 0;
    const failing: Database = {
      ...database,
      listen: async (...given) => {
        tries += 1;
        if (tries === 1) return async () => {};
        atOnce += 1;
        most = Math.max(most, atOnce);
        try {
          for (let i = 0; i < 20; i += 1) await database.systemStatement((tx) => tx`select pg_sleep(0.005)`);
          if (tries < 4) throw new Error('no way through');
          return await database.listen(...given);
        } finally {
          atOnce -= 1;
        }
      },
    };
    const hub = createHub(failing, () => {}, 10);
    const heard = heardBy(hub);
    await hub.start();
    await eventually(() => tries).toBeGreaterThanOrEqual(4);
    await eventually(listening).toBe(2);
    const other = await startProcess(here.url, 60_000);
    other.hub.wakeTopic('salon:found');
    await eventually(() => heard).toEqual(['salon:found']);
    expect(most).toBe(1);
    await hub.close();
    await eventually(listening).toBe(2);
  });

  test('that could not be opened is not kept trying behind our back', async () => {
    const line = await lineTo(here.url, onTestFinished);
    const { database } = await startProcess(line.url, 60_000);
    line.refuse(true);
    const refused = { code: 'unavailable' };
    await expect(
      database.listen(
        'aurora50',
        () => {},
        () => {},
      ),
    ).rejects.toMatchObject(refused);
    await expect(database.asViewer(null, (tx) => tx`select 1`)).rejects.toMatchObject(refused);
    const before = line.attempts();
    // Time enough for the driver, whose first pauses are tens of milliseconds; one call may have been on its way.
    for (let i = 0; i < 40; i += 1) await here.cast.sql`select pg_sleep(0.02)`;
    expect(line.attempts() - before).toBeLessThanOrEqual(2);
  });
});
