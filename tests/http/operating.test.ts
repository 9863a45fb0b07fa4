/** What whoever runs it relies on: health, the journal, and a database that comes back (O05, reliability 18–20). Its stop: `faults/waits.test.ts`. */
import postgres from 'postgres';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { href } from '~/urls';
import { migrate, prepareRoles } from '../../db/migrate';
import { type Cast, castIn } from '../support/cast';
import { POLL, started } from '../support/embedded';
import { testFolder } from '../support/folders';
import { type RunningServer, startServer, type Visitor, visitor } from '../support/server';
import { holding, journalOf, openOwnSite } from '../support/site';

describe('a server that runs', () => {
  const site = openOwnSite();
  let asAnne: Visitor;
  let anne: { id: string; email: string };
  let salon: { id: string; code: string };

  beforeAll(async () => {
    const member = await site.cast.member('Anne');
    anne = member;
    salon = await site.cast.salon(member);
    asAnne = await site.as(member);
  });

  test('says that it is well, to anybody', async () => {
    const health = async () => {
      const answer = await site.stranger().get('/sante');
      return [answer.status, await answer.json()];
    };
    const checks = {
      database: 'ok',
      process: 'ok',
      mail: 'ok',
      jobs: 'ok',
      notifications: 'ok',
      disk: 'ok',
      payments: 'off',
      backups: 'off',
    };
    await expect.poll(health).toEqual([200, { status: 'ok', checks }]);
    expect(await (await site.stranger().get('/sante/vivant')).json()).toEqual({ status: 'ok' });
  });

  test('writes one line a request, with what is needed to find it and nothing private', async () => {
    const visitor = site.stranger();
    const words = 'un secret bien gardé';
    const answers = [
      await asAnne.post(href('messages', { salon: salon.id }), { texte: words, cle: 'cle-privee' }),
      await asAnne.get(`${href('salon', { salon: salon.id })}?message=1&q=recherche-privee`),
      await visitor.get(href('shareLink', { code: salon.code })),
      await visitor.get(href('shareLink', { code: salon.code.toLowerCase() })),
      await asAnne.post('/salons/rejoindre', { code: salon.code }),
      await visitor.post('/connexion', { courriel: anne.email, mot_de_passe: 'mot-de-passe-tape' }),
      await visitor.get('/salons'),
      await visitor.get('/robots.txt'),
      await visitor.get('/rien'),
    ];
    for (const answer of answers) {
      const id = answer.headers.get('x-request-id');
      await expect.poll(() => journalOf(site.server).filter((line) => line.id === id).length).toBe(1);
      const line = journalOf(site.server).find((one) => one.id === id);
      expect(line).toMatchObject({
        level: 30,
        status: answer.status,
        method: expect.stringMatching(/^(GET|POST)$/),
        route: expect.stringMatching(/^\//),
        ms: expect.any(Number),
      });
      expect(Object.keys(line ?? {}).sort()).toEqual([
        'id',
        'level',
        'member',
        'method',
        'ms',
        'reference',
        'route',
        'status',
        'time',
      ]);
    }
    const [first] = answers.map((answer) =>
      journalOf(site.server).find((line) => line.id === answer.headers.get('x-request-id')),
    );
    expect(first?.route).toBe('/salons/:salon/messages');
    expect(first?.member).toEqual(expect.any(String));
    const journal = site.server.output();
    const secrets = [
      words,
      'cle-privee',
      'recherche-privee',
      salon.code,
      salon.code.toLowerCase(),
      salon.id,
      anne.email,
    ];
    for (const secret of [...secrets, 'mot-de-passe-tape', asAnne.cookie().split('=')[1] ?? '', 'aurora_session']) {
      expect(journal).not.toContain(secret);
    }
  });

  test('has no connection of the owner while it serves (found 2c, 9)', async () => {
    const owner = postgres(site.url, { max: 1, onnotice: () => {} });
    onTestFinished(() => owner.end());
    const kinds = async () => {
      const rows = await owner<{ kind: string }[]>`
        select distinct usename || ' ' || application_name as kind from pg_stat_activity
        where datname = current_database() and application_name like 'aurora50%' order by 1`;
      return rows.map((row) => row.kind);
    };
    await expect
      .poll(kinds, { timeout: 20_000 })
      .toEqual([
        'aurora_app aurora50',
        'aurora_system aurora50',
        'aurora_system aurora50 jobs',
        'aurora_system aurora50 notifications',
      ]);
  });

  test('gives what goes wrong the reference of the answer that shows it (found 2c, 8)', async () => {
    const owner = postgres(site.url, { max: 1, onnotice: () => {} });
    onTestFinished(() => owner.end());
    await owner`begin`;
    await owner`lock table chat_messages in access exclusive mode`;
    const answer = await asAnne.get(href('salon', { salon: salon.id }));
    await owner`rollback`;
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    const id = answer.headers.get('x-request-id');
    const lines = () => journalOf(site.server).filter((line) => line.id === id);
    await expect
      .poll(() => lines().map(({ level, status }) => [level, status]))
      .toEqual([
        [50, undefined],
        [30, 503],
      ]);
    expect((await asAnne.get(href('salon', { salon: salon.id }))).status).toBe(200);
  });
});

describe('a database that goes and comes back', () => {
  let server: RunningServer;
  let cast: Cast;

  test('is told by 503 and a time to wait, never by a hang or an exit; then all is as before, by itself', async () => {
    const dataDir = testFolder();
    const first = await started(dataDir);
    await prepareRoles(first.url);
    await migrate(first.url);
    server = await startServer({ DATABASE_URL: first.url });
    onTestFinished(() => server.kill());
    cast = castIn(first.url);
    const anne = await cast.member('Anne');
    const { id } = await cast.salon(anne);
    const asAnne = holding(server.origin, await cast.session(anne));
    const room = href('salon', { salon: id });
    expect((await asAnne.get(room)).status).toBe(200);
    await cast.close();
    await first.stop();

    for (let round = 0; round < 5; round += 1) {
      const asked = [
        asAnne.get(room),
        asAnne.get('/salons'),
        asAnne.post(href('messages', { salon: id }), { texte: 'perdu ?' }),
        visitor(server.origin).post('/connexion', { courriel: anne.email, mot_de_passe: 'quelque chose' }),
        visitor(server.origin).get('/s/ABC234'),
        visitor(server.origin).get('/sante'),
      ];
      for (const answer of await Promise.all(asked)) {
        expect([new URL(answer.url).pathname, answer.status]).toEqual([new URL(answer.url).pathname, 503]);
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
        expect(answer.headers.get('x-request-id')).not.toBeNull();
      }
    }
    expect(await (await visitor(server.origin).get('/sante')).json()).toMatchObject({
      status: 'degraded',
      checks: { database: 'failed' },
    });
    expect((await visitor(server.origin).get('/sante/vivant')).status).toBe(200);
    expect((await visitor(server.origin).get('/')).status).toBe(200);
    const refused = await asAnne.get(room);
    expect(await refused.text()).toContain('La maison se repose un instant');

    const second = await started(dataDir);
    expect(second.url).toBe(first.url);
    await expect.poll(async () => (await visitor(server.origin).get('/sante')).status, POLL).toBe(200);
    expect((await asAnne.post(href('messages', { salon: id }), { texte: 'retrouvés' })).status).toBe(303);
    const page = await (await asAnne.get(room)).text();
    expect(page).toContain('retrouvés');
    expect(page).not.toContain('perdu ?');
    expect(server.process.exitCode).toBeNull();
    expect(server.output()).not.toMatch(/unhandled|uncaught/);
  });
});
