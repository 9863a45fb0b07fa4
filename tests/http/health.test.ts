/** What probes and balancers ask: in their own manner, and about the disk too (O05). */
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import { freshDatabase } from '../support/database';
import { startServer, visitor } from '../support/server';
import { openSite } from '../support/site';

const site = openSite();

/** What the server says to these very bytes. */
async function said(origin: string, request: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.write(request);
  return text(socket);
}

test.each(['/sante/vivant', '/sante', '/', '/connexion'])(
  '%s answers a balancer that speaks HTTP/1.0 and names no host',
  async (address) => {
    expect(await said(site.origin, `GET ${address} HTTP/1.0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 /);
  },
);

test('HTTP/1.1 without a host stays a fault of the caller (RFC 9112, 3.2)', async () => {
  expect(await said(site.origin, 'GET /sante/vivant HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(
    /^HTTP\/1\.1 400 /,
  );
});

test('an address is the same with a slash behind it, also where no page is', async () => {
  const anne = await site.cast.member('Anne');
  const { id } = await site.cast.salon(anne);
  const asAnne = await site.as(anne);
  for (const address of ['/sante', '/sante/vivant', '/connexion', '/aide']) {
    const [bare, slashed] = [await site.stranger().get(address), await site.stranger().get(`${address}/`)];
    expect([address, slashed.status]).toEqual([address, bare.status]);
  }
  expect(await (await site.stranger().get('/sante/')).json()).toMatchObject({ status: 'ok' });
  const stream = await asAnne.get(`/salons/${id}/flux/`);
  expect([stream.status, stream.headers.get('content-type')]).toEqual([
    200,
    expect.stringMatching(/^text\/event-stream/),
  ]);
  await stream.body?.cancel();
});

// A folder that cannot be written: `faults/waits.test.ts`.
test('a disk on which PostgreSQL may write no more is degraded, and the pages stand', async () => {
  const database = await freshDatabase();
  onTestFinished(() => database.drop());
  const name = new URL(database.url).pathname.slice(1);
  const sql = postgres(database.url, { max: 1 });
  await sql.unsafe(`alter database ${name} set temp_file_limit = '16kB'`);
  await sql.end();
  const server = await startServer({ DATABASE_URL: database.url });
  onTestFinished(() => server.kill());
  const answer = await visitor(server.origin).get('/sante');
  const checks = {
    database: 'ok',
    process: 'ok',
    mail: 'ok',
    jobs: 'ok',
    notifications: 'ok',
    disk: 'failed',
    payments: 'off',
    backups: 'off',
  };
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'degraded', checks }]);
});
