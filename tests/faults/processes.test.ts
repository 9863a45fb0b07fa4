/** Several processes share one port (WEB_CONCURRENCY, C-24): streams over all of them, a kill, and a change under load. */
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { href } from '~/urls';
import { openSite } from '../support/site';
import { eventually, readStream, say, wordsIn } from '../support/stream-reader';

const dataDir = mkdtempSync(path.join(tmpdir(), 'aurora50-processus-'));
const TOKEN = 'un-jeton-pour-prometheus';
const site = openSite({ WEB_CONCURRENCY: '2', DATA_DIR: dataDir, METRICS_TOKEN: TOKEN });
const journal = path.join(dataDir, 'journal');
const WORD = /mot-\d+\./g;

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Each process has a journal of its own, named after it. */
const processes = () =>
  (existsSync(journal) ? readdirSync(journal) : []).map((name) => Number(name.split('.')[1])).filter(isAlive);
const answered = (pid: number, route: string) =>
  readdirSync(journal)
    .filter((name) => name.split('.')[1] === String(pid))
    .some((name) => readFileSync(path.join(journal, name), 'utf8').includes(`"route":"${route}"`));

let room: { id: string; cookie: string };
beforeAll(async () => {
  const anne = await site.cast.member('Anne');
  room = { id: (await site.cast.salon(anne)).id, cookie: await site.cast.session(anne) };
});

test('two processes answer at one port, and what is posted at one is read at both, once and in order', async () => {
  expect(processes()).toHaveLength(2);
  const readers = await Promise.all(
    [1, 2, 3, 4].map(() => readStream(site.origin, room.id, { cookie: room.cookie, returns: true, depuis: 0 })),
  );
  const said = Array.from({ length: 20 }, (_, n) => `mot-${n}.`);
  for (const word of said) await say(site.origin, room.id, room.cookie, word);
  for (const reader of readers) await eventually(() => wordsIn(reader.events, WORD)).toEqual(said);
  for (const reader of readers) reader.close();
  for (const pid of processes()) await expect.poll(() => answered(pid, '/salons/:salon/flux')).toBe(true);
});

test('whichever process is asked, /metrics gives the sums of both (O01)', async () => {
  const figure = async (name: string) => {
    const answer = await fetch(site.origin + href('metrics'), { headers: { Authorization: `Bearer ${TOKEN}` } });
    const line = (await answer.text()).split('\n').find((each) => each.startsWith(`${name} `));
    return Number(line?.split(' ')[1]);
  };
  const readers = await Promise.all([1, 2, 3, 4].map(() => readStream(site.origin, room.id, { cookie: room.cookie })));
  for (let n = 0; n < 4; n += 1) {
    await expect.poll(() => figure('aurora50_streams')).toBe(4);
    expect(await figure('aurora50_processes')).toBe(2);
  }
  for (const reader of readers) reader.close();
});

test('a process that is killed is replaced, and the other one answers meanwhile', async () => {
  const [killed = 0, stays] = processes();
  // It takes nothing any more: a connection that is handed to it now is not taken when it dies.
  process.kill(killed, 'SIGSTOP');
  const ask = () =>
    new Promise<number | undefined>((resolve) => {
      const asked = get(`${site.origin}/sante/vivant`, { agent: false }, (answer) => resolve(answer.statusCode));
      asked.once('error', () => resolve(undefined));
    });
  let waiting = 8;
  const asked = Array.from({ length: waiting }, () => ask().finally(() => (waiting -= 1)));
  await expect.poll(() => waiting).toBeLessThanOrEqual(1);
  process.kill(killed, 'SIGKILL');
  // Nobody waits for what has died with it: the line ends, and whoever asks again is answered.
  expect((await Promise.all(asked)).filter((status) => status === 200).length).toBeGreaterThanOrEqual(7);
  for (let n = 0; n < 20; n += 1) expect((await ask()) ?? (await ask())).toBe(200);
  await expect.poll(() => processes().length).toBe(2);
  expect(processes()).toContain(stays);
  expect(processes()).not.toContain(killed);
});

test('new processes take the place of the old while members write: what was acknowledged is there, once', {
  timeout: 240_000,
}, async () => {
  const before = processes();
  const acknowledged: string[] = [];
  let changing = true;
  const writer = async (who: number) => {
    for (let n = 0; changing || n < 5; n += 1) {
      const texte = `pendant-${who}-${n}.`;
      const cle = `${who}-${n}`;
      // Whoever loses her line sends the same key again, as the page does.
      for (let tries = 0; tries < 5; tries += 1) {
        const answer = await fetch(site.origin + href('messages', { salon: room.id }), {
          ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ texte, cle }) },
          headers: { Cookie: room.cookie, Origin: site.origin },
        }).catch(() => null);
        if (answer && answer.status !== 303) throw new Error(`answered ${answer.status}`);
        if (!answer) continue;
        acknowledged.push(texte);
        break;
      }
      // As fast as nobody types; the new processes need the processor too.
      await pause(100);
    }
  };
  const writers = [1, 2, 3].map(writer);
  site.server.process.kill('SIGUSR2');
  await expect.poll(() => processes().filter((pid) => before.includes(pid)).length, { timeout: 200_000 }).toBe(0);
  expect(processes()).toHaveLength(2);
  changing = false;
  await Promise.all(writers);
  const rows = await site.cast.sql<{ content: string }[]>`
    select content from chat_messages where content like 'pendant-%' order by content`;
  const stored = rows.map(({ content }) => content);
  expect(acknowledged.length).toBeGreaterThan(15);
  expect(stored).toEqual(expect.arrayContaining(acknowledged));
  expect(new Set(stored).size).toBe(stored.length);
  expect(JSON.parse(readFileSync(path.join(dataDir, 'serveur.json'), 'utf8'))).toMatchObject({
    takeOvers: 1,
    last: { outcome: 'switched', reason: null },
  });
});

test('the hourly sweep is done by one of them', async () => {
  // The crontab has one row for all of them, and each of its moments makes one job.
  await expect
    .poll(
      () => site.cast.sql`select identifier from graphile_worker._private_known_crontabs where identifier = 'sweep'`,
    )
    .toHaveLength(1);
});
