/** What stops a start says so in plain French, without a stack, and exits 1; what does not stop it starts. */
import { chmodSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import postgres from 'postgres';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { DEMO_EMAILS, DEMO_PASSWORD } from '~/http/demo-accounts';
import { href } from '~/urls';
import { emptyDatabase, freshDatabase } from '../support/database';
import { withDatabaseName } from '../support/database-url';
import { POLL, query, readyFolder, started } from '../support/embedded';
import { testFolder } from '../support/folders';
import { freePort, NOBODY, spawnServer, startServer, visitor } from '../support/server';

type End = { readonly code: number | null; readonly errors: string; readonly printed: string };

/** Runs a start that is expected to end by itself. */
function refusedStart(settings: Readonly<Record<string, string>>, user = {}): Promise<End> {
  const server = spawnServer({ DEMO: '0', PORT: '20999', ...settings }, user);
  onTestFinished(() => {
    server.kill('SIGKILL');
  });
  let errors = '';
  let printed = '';
  server.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  server.stdout?.on('data', (chunk) => {
    printed += chunk;
  });
  return new Promise((resolve) => server.on('close', (code) => resolve({ code, errors, printed })));
}

function expectPlainWords({ code, errors, printed }: End): void {
  expect(code, errors + printed).toBe(1);
  expect(errors).toMatch(/^\nAurora50 n’a pas pu démarrer\.\n/);
  expect(errors).not.toMatch(/\n\s+at |Error:|node:internal|\.ts:\d/);
  expect(printed).not.toContain('est prêt');
}

async function heldPort(): Promise<number> {
  const port = await freePort();
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => {
    holder.close();
  });
  return port;
}

/** Answers as PgBouncer does to what it does not know of a connection's first message. @returns its port */
async function pooler(): Promise<number> {
  const port = await freePort();
  const listener = createServer((socket) => {
    socket.once('data', (first) => {
      const words = ['SFATAL', 'VFATAL', 'C08P01', 'Munsupported startup parameter: role', ''];
      const body = Buffer.from(`${words.join('\0')}\0`);
      const head = Buffer.from('E0000');
      head.writeInt32BE(body.length + 4, 1);
      socket.end(first.includes('role') ? Buffer.concat([head, body]) : '');
    });
  });
  await new Promise<void>((resolve) => listener.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => {
    listener.close();
  });
  return port;
}

const NO_USER = 'postgresql://personne@127.0.0.1:1/aurora';

describe('a start that cannot be', () => {
  test('the port is taken', async () => {
    const database = await freshDatabase();
    onTestFinished(() => database.drop());
    const end = await refusedStart({ DATABASE_URL: database.url, PORT: String(await heldPort()) });
    expectPlainWords(end);
    expect(end.errors).toContain('Ce port est déjà pris');
    expect(end.errors).toContain('PORT=');
  });

  test('the port is taken while the database is our own: it is put away again', async () => {
    const dataDir = await readyFolder();
    expectPlainWords(await refusedStart({ DATA_DIR: dataDir, PORT: String(await heldPort()) }));
    await (await started(dataDir)).stop();
  });

  test('HOST is no address of this machine', async () => {
    const database = await freshDatabase();
    onTestFinished(() => database.drop());
    const end = await refusedStart({ DATABASE_URL: database.url, HOST: '192.0.2.1' });
    expectPlainWords(end);
    expect(end.errors).toContain('HOST');
  });

  test.each([
    ['is a file', (folder: string) => folder],
    ['lies below a file', (folder: string) => path.join(folder, 'dessous')],
    ['cannot be made', () => '/sys/aurora50'],
  ])('DATA_DIR %s', async (_, at) => {
    const file = path.join(testFolder(), 'fichier');
    writeFileSync(file, '');
    const end = await refusedStart({ DATA_DIR: at(file) });
    expectPlainWords(end);
    expect(end.errors).toContain('DATA_DIR');
  });

  test('the folder of the data may only be read: told by its name, and not as a port', async () => {
    const folder = testFolder();
    chmodSync(folder, 0o555);
    const end = await refusedStart({ DATA_DIR: path.join(folder, 'données'), DEMO: '1' }, NOBODY);
    expectPlainWords(end);
    expect(end.errors).toContain(`« ${path.join(folder, 'données')} »`);
    expect(end.errors).not.toContain('Ce port');
  });

  test('a second instance on the same embedded data', async () => {
    const dataDir = await readyFolder();
    const first = await startServer({ DATA_DIR: dataDir });
    onTestFinished(() => first.kill());
    const end = await refusedStart({ DATA_DIR: dataDir, PORT: String(await freePort()) });
    expectPlainWords(end);
    expect(end.errors).toMatch(/déjà/);
    expect((await visitor(first.origin).get('/sante')).status).toBe(200);
    expect(await first.stop()).toBe(0);
  });

  test('malformed settings are listed all at once, without their values', async () => {
    const end = await refusedStart({
      PORT: '99999',
      ORIGIN: 'aurora50.fr',
      DATABASE_URL: 'mysql://moi:hunter2@ici/base',
      DEMO: 'oui',
      TRUST_PROXY: 'x',
      LOG_LEVEL: 'fort',
      STRIPE_SECRET_KEY: 'sk_live_hunter2',
    });
    expectPlainWords(end);
    for (const name of ['PORT', 'ORIGIN', 'DATABASE_URL', 'DEMO', 'TRUST_PROXY', 'LOG_LEVEL', 'STRIPE_SECRET_KEY']) {
      expect(end.errors).toContain(`  - ${name} :`);
    }
    expect(end.errors).not.toContain('hunter2');
  });

  test.each<[string, Record<string, string>]>([
    ['asked for', { DEMO: '1', DATABASE_URL: NO_USER }],
    ['by default, on the embedded database', { DEMO: '' }],
  ])('the demonstration on a real site, %s', async (_, settings) => {
    const end = await refusedStart({ ORIGIN: 'https://aurora50.fr', DATA_DIR: testFolder(), ...settings });
    expectPlainWords(end);
    expect(end.errors).toContain('  - DEMO :');
  });

  test('a live Stripe key outside https', async () => {
    const end = await refusedStart({ STRIPE_SECRET_KEY: 'sk_live_x', DATABASE_URL: NO_USER });
    expectPlainWords(end);
    expect(end.errors).toContain('  - STRIPE_SECRET_KEY :');
  });

  test.each([
    ['nothing listens', () => NO_USER],
    ['there is no such machine', () => 'postgresql://moi@rien.invalid/aurora'],
    ['there is no such database', () => inject('databaseServer').replace(/\/[^/]*$/, '/rien_de_tel')],
  ])('DATABASE_URL where %s', async (_, url) => {
    const end = await refusedStart({ DATABASE_URL: url() });
    expectPlainWords(end);
    expect(end.errors).toContain('base de données');
    expect(end.errors).not.toContain(new URL(url()).password || 'no password');
  });

  test.each([
    ['SQL_ASCII', "encoding 'SQL_ASCII' locale 'C'"],
    ['LATIN1', "encoding 'LATIN1' locale 'C'"],
  ])('a database in %s, before anything is written into it', async (encoding, how) => {
    const server = inject('databaseServer');
    const name = `aurora_${encoding.toLowerCase()}`;
    const admin = postgres(server, { max: 1, onnotice: () => {} });
    onTestFinished(async () => {
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.end();
    });
    await admin.unsafe(`create database ${name} ${how} locale_provider libc template template0`);
    const url = withDatabaseName(server, name);
    const end = await refusedStart({ DATABASE_URL: url });
    expectPlainWords(end);
    expect(end.errors).toContain(`Cette base est en ${encoding} ; il faut UTF8`);
    const tables = await query(url, (sql) => sql`select from pg_tables where schemaname = 'public'`);
    expect(tables).toEqual([]);
  });

  test('a pooler in front of the database, which passes no roles on', async () => {
    const end = await refusedStart({ DATABASE_URL: `postgresql://moi:hunter2@127.0.0.1:${await pooler()}/base` });
    expectPlainWords(end);
    expect(end.errors).toContain('PgBouncer');
    expect(end.errors).toContain('adresse directe');
    expect(end.errors).not.toContain('hunter2');
  });

  test('parameters of DATABASE_URL that cannot be honoured, each by its name', async () => {
    const end = await refusedStart({ DATABASE_URL: `${NO_USER}?sslcert=/hunter2&service=hunter2` });
    expectPlainWords(end);
    for (const name of ['sslcert', 'service']) expect(end.errors).toMatch(new RegExp(`DATABASE_URL : .*« ${name} »`));
    expect(end.errors).not.toContain('hunter2');
  });

  test('a database user who may not make the roles is given the SQL for whoever may', async () => {
    const dataDir = testFolder();
    const { url } = await started(dataDir);
    const admin = postgres(url, { max: 1, onnotice: () => {} });
    await admin`create role modeste login password 'hunter2'`;
    await admin`create database chez_modeste owner modeste`;
    await admin.end();
    const hers = new URL(url);
    hers.username = 'modeste';
    hers.password = 'hunter2';
    hers.pathname = '/chez_modeste';
    const end = await refusedStart({ DATABASE_URL: hers.href });
    expectPlainWords(end);
    expect(end.errors).toContain('create role aurora_app nologin');
    expect(end.errors).toContain('create role aurora_system nologin');
    expect(end.errors).toMatch(/grant aurora_app to modeste/);
    expect(end.errors).not.toContain('hunter2');

    const again = postgres(url, { max: 1, onnotice: () => {} });
    const statements = end.errors.match(/^(create|alter|grant) .*;$/gm) ?? [];
    for (const statement of statements) await again.unsafe(statement);
    await again.end();
    const server = await startServer({ DATABASE_URL: hers.href });
    expect((await visitor(server.origin).get('/sante')).status).toBe(200);
    expect(await server.stop()).toBe(0);
  });
});

describe('a start that can be', () => {
  test('a setting that nobody reads is told, with the one that was meant', async () => {
    const database = await freshDatabase();
    onTestFinished(() => database.drop());
    const server = await startServer({ DATABASE_URL: database.url, TRUST_PROX: '1' });
    onTestFinished(() => server.kill());
    expect(server.output()).toContain('Réglage inconnu, sans effet : TRUST_PROX (peut-être TRUST_PROXY ?).');
  });

  test('DATABASE_URL as a host prints it, for a database whose name is no word; the queue starts as well', async () => {
    const admin = postgres(inject('databaseServer'), { max: 1, onnotice: () => {} });
    const name = 'ma base d’été';
    onTestFinished(async () => {
      await admin`drop database if exists ${admin(name)} with (force)`;
      await admin.end();
    });
    await admin`create database ${admin(name)}`;
    const url = new URL(withDatabaseName(inject('databaseServer'), encodeURIComponent(name)));
    url.search =
      'sslmode=prefer&channel_binding=prefer&keepalives=1&gssencmode=disable&connect_timeout=10&host=127.0.0.1';
    const server = await startServer({ DATABASE_URL: url.href });
    onTestFinished(() => server.kill());
    expect((await visitor(server.origin).get('/sante')).status).toBe(200);
    const inside = postgres(inject('databaseServer'), { max: 1, database: name });
    const known = () => inside`select from graphile_worker._private_known_crontabs`.catch(() => []);
    await expect.poll(async () => (await known()).length, POLL).toBeGreaterThan(0);
    await inside.end();
    expect(await server.stop()).toBe(0);
  });

  test('an empty database of one’s own gets its tables, and no demonstration', async () => {
    const database = await emptyDatabase();
    onTestFinished(() => database.drop());
    const server = await startServer({ DATABASE_URL: database.url, DEMO: '' });
    onTestFinished(() => server.kill());
    expect(server.output()).not.toContain(DEMO_PASSWORD);
    const page = await (await visitor(server.origin).get('/connexion')).text();
    expect(page).not.toContain(DEMO_EMAILS[0]);
    expect(await server.stop()).toBe(0);
  });

  test('the demonstration prints its address and accounts; it starts again, also after kill -9, with every message', async () => {
    const dataDir = testFolder();
    const PORT = String(await freePort());
    const start = () => startServer({ DATA_DIR: dataDir, DEMO: '', PORT });
    const first = await start();
    onTestFinished(() => first.kill());
    expect(first.output()).toContain(first.origin);
    for (const email of DEMO_EMAILS) expect(first.output()).toContain(email);
    expect(first.output()).toContain(DEMO_PASSWORD);

    const monique = visitor(first.origin);
    const signedIn = await monique.post('/connexion', { courriel: DEMO_EMAILS[0], mot_de_passe: DEMO_PASSWORD });
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/']);
    const salons = await (await monique.get('/salons')).text();
    const salon = /data-salon="([0-9a-f-]{36})"/.exec(salons)?.[1] ?? '';
    for (let n = 1; n <= 20; n += 1) {
      expect((await monique.post(href('messages', { salon }), { texte: `avant la coupure, n° ${n}` })).status).toBe(
        303,
      );
    }
    await first.kill();

    const second = await start();
    onTestFinished(() => second.kill());
    const page = await (await monique.get(href('salon', { salon }))).text();
    for (let n = 1; n <= 20; n += 1) expect(page).toContain(`avant la coupure, n° ${n}<`);
    expect((await monique.post(href('messages', { salon }), { texte: 'après' })).status).toBe(303);
    expect(await second.stop()).toBe(0);

    const third = await start();
    onTestFinished(() => third.kill());
    expect(third.output()).toContain(DEMO_EMAILS[0]);
    expect(await (await monique.get(href('salon', { salon }))).text()).toContain('après');
    expect(await third.stop()).toBe(0);
  });
});
