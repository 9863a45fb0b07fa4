/** Reliability 5 and 17: no input makes a 5xx, and nobody else notices. Seeded: a red run can be run again. */
import { request } from 'node:http';
import { connect } from 'node:net';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { places as allPlaces, href, rowOf } from '~/urls';
import type { Visitor } from '../support/server';
import { holding, messagesOn, openSite } from '../support/site';

const SEED = 50;
const site = openSite({ TRUST_PROXY: '1' });
let healthy: Visitor;
let cookie: string;
let salon: string;
let message: number;
let port: number;

beforeAll(async () => {
  // The rude one keeps the salon: nothing that is thrown at random can make an owner leave.
  const eve = await site.cast.member('Eve');
  cookie = await site.cast.session(eve);
  salon = (await site.cast.salon(eve)).id;
  const anne = await site.cast.member('Anne');
  await site.cast.join(anne, salon);
  healthy = await site.as(anne);
  await healthy.post(href('messages', { salon }), { texte: 'je suis là' });
  const [row] = await site.cast.sql<{ id: number }[]>`select id::int from chat_messages`;
  message = row?.id ?? 0;
  port = Number(new URL(site.origin).port);
});

type Rude = { method: string; path: string; headers: Record<string, string>; body: Buffer | null };

/** By `node:http`, which corrects no path and no header. Gives the status, or 0 where the connection was closed. */
function send({ method, path, headers, body }: Rude): Promise<number> {
  return new Promise((resolve) => {
    const asked = request({
      agent: false,
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: { Cookie: cookie, Origin: site.origin, 'X-Forwarded-For': place(), ...headers },
    });
    asked.on('response', (answer) => {
      answer.resume();
      const leave = () => resolve(answer.statusCode ?? 0);
      answer.on('end', leave).on('error', leave);
      // The two streams never end by themselves.
      if (answer.headers['x-accel-buffering'] !== 'no') return;
      leave();
      asked.destroy();
    });
    asked.on('error', () => resolve(0));
    asked.on('close', () => resolve(0));
    asked.end(body ?? undefined);
  });
}
let places = 0;
const place = () => `2001:db8:${((places += 1)).toString(16)}::1`;

const wellKept = async () => {
  const page = await (await healthy.get(href('salon', { salon }))).text();
  expect(messagesOn(page)).toContain(message);
};

const ID = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('SALON', 'MESSAGE') },
  fc.constantFrom(
    '0',
    '-1',
    '1.5',
    '9007199254740992',
    '9223372036854775808',
    '1e9',
    'null',
    'undefined',
    '%00',
    '%2e%2e',
    '..',
    '.',
    '%2f',
    '%5c',
    '%',
    '%zz',
    '%c0%af',
    '%ed%a0%80',
    '%ff',
    '%F0%9F%8C%BB',
    '*',
    ':salon',
    "'",
    '{}',
    '[]',
    '00000000-0000-0000-0000-000000000000',
    'x'.repeat(300),
  ),
);
const VALUE = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '-1',
    '9223372036854775808',
    '9007199254740991',
    '%00',
    'a%00b',
    '%ff%fe',
    '%ed%a0%80',
    '%',
    '%zz',
    '+',
    'on',
    '%7B%22a%22%3A1%7D',
    '%3Cscript%3E',
    'x'.repeat(5_000),
    '%F0%9F%98%80'.repeat(100),
    '%u0041',
    "'%20or%201=1--",
    '#',
    '%E2%80%AE',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }).map((any) => encodeURIComponent(any)),
);
const FIELD = fc.constantFrom(
  'texte',
  'reponse_a',
  'cle',
  'emoji',
  'jusqua',
  'code',
  'nom',
  'courriel',
  'mot_de_passe',
  'consentement',
  'categorie',
  'couleur',
  'visibilite',
  'ville',
  'description',
  'retour',
  'taille',
  'theme',
  'q',
  'avant',
  'message',
  'repondre',
  'depuis',
  'dit',
  '__proto__',
  'constructor',
  '',
  '%00',
  'texte[]',
  '_data',
  'index',
);
const PAIRS = fc
  .array(
    fc.tuple(FIELD, VALUE).map(([name, value]) => `${name}=${value}`),
    { maxLength: 6 },
  )
  .map((pairs) => pairs.join('&'));
const PATH = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom(...allPlaces), ID, ID).map(([to, a, b]) =>
      rowOf(to)
        .pattern.replace(/:salon/, a)
        .replace(/:message|:code/, b),
    ),
  },
  fc
    .array(
      fc.constantFrom(
        '/',
        '..',
        '.',
        '%2e%2e',
        '%2f',
        '%00',
        '%',
        '%ff',
        'assets',
        'salons',
        '.env',
        'etc',
        'passwd',
        '\\',
        '//',
        '?',
        ';',
        'é'.normalize('NFD').replace(/[^\x20-\x7e]/g, ''),
        '*',
      ),
      { maxLength: 8 },
    )
    .map((parts) => `/${parts.join('')}`),
);
const TYPE = fc.constantFrom(
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=utf-16',
  'multipart/form-data; boundary=b',
  'multipart/form-data',
  'application/json',
  'text/plain',
  '',
  'multipart/form-data; boundary="',
  'APPLICATION/X-WWW-FORM-URLENCODED',
  'x/y;'.repeat(50),
);
const BODY = fc.oneof(
  { weight: 4, arbitrary: PAIRS.map((pairs) => Buffer.from(pairs)) },
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  fc
    .constantFrom(
      '--b',
      '--b\r\n',
      '--b\r\nContent-Disposition: form-data; name="texte"\r\n\r\nbonjour\r\n--b--\r\n',
      '--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--',
      '--b\r\nContent-Disposition: form-data; name="texte"; filename="x.png"\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n--b--\r\n',
      '{"texte":"a"}',
      '[1',
      '&&&&==',
      '='.repeat(2_000),
      'a&'.repeat(9_000),
    )
    .map((text) => Buffer.from(text, 'latin1')),
);
const HEADERS = fc.record(
  {
    Accept: fc.constantFrom('*/*', '', 'application/json', 'x'.repeat(2_000)),
    'Accept-Encoding': fc.constantFrom('gzip', 'br;q=x', 'gzip, deflate, zstd', ''),
    'Accept-Language': fc.constantFrom('fr', 'xx-'.repeat(99)),
    'X-Aurora': fc.constantFrom('fragment', 'autre'),
    'If-None-Match': fc.constantFrom('*', '"x"', ','),
    'If-Modified-Since': fc.constantFrom('jamais', 'Thu, 01 Jan 1970 00:00:00 GMT'),
    Range: fc.constantFrom('bytes=0-', 'bytes=9-1', 'bytes=-', 'bytes=0-99999999999', 'lignes=1'),
    Origin: fc.constantFrom('null', 'x', 'http://', '//'),
    'Sec-Fetch-Site': fc.constantFrom('same-origin', 'same-origin', 'none', 'cross-site', 'x'),
    Referer: fc.constantFrom('x', 'http://[', '//', 'http://a/%'),
    Host: fc.constantFrom(
      'x',
      'a b',
      '[::1',
      'evil.fr',
      'localhost:99999',
      '',
      'a/b',
      'é'.normalize('NFD').slice(0, 1),
    ),
    Cookie: fc.constantFrom(
      'aurora_session=%',
      'aurora_session=p\u00ff',
      'aurora_confort=9.x',
      ';;;=',
      'a'.repeat(3_000),
      'aurora_confort=4.__proto__',
    ),
    'Last-Event-ID': fc.constantFrom('x', '-1', '9223372036854775808', '0'),
    'X-Forwarded-For': fc.constantFrom('x', ',,,', '1.2.3.4'.repeat(99), '::', ':::::'),
    'X-Forwarded-Host': fc.constantFrom('evil.fr', ','),
    'Content-Encoding': fc.constantFrom('gzip', 'x'),
    Expect: fc.constantFrom('100-continue'),
  },
  { requiredKeys: [] },
);

describe('malformed requests', () => {
  test('three thousand of them are answered below 500, and the journal stays calm', async () => {
    const rude: fc.Arbitrary<Rude> = fc
      .record({
        method: fc.oneof(
          { weight: 5, arbitrary: fc.constantFrom('GET', 'POST', 'POST') },
          fc.constantFrom('HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'SEARCH', 'TRACE'),
        ),
        at: PATH,
        query: fc.option(PAIRS),
        headers: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, HEADERS),
        type: TYPE,
        body: fc.option(BODY),
      })
      .map(({ method, at, query, headers, type, body }) => ({
        method,
        path: (
          at.replace('SALON', salon).replace('MESSAGE', String(message)) + (query === null ? '' : `?${query}`)
        ).replace(/[^\x21-\x7e]/g, ''),
        headers: {
          // Signing out is tried too, as a guest: the rest is worth more signed in.
          ...(at.startsWith('/deconnexion') ? { Cookie: '' } : {}),
          ...(type ? { 'Content-Type': type } : {}),
          ...headers,
        } as Record<string, string>,
        body: method === 'GET' || method === 'HEAD' || method === 'TRACE' ? null : body,
      }));
    const all = fc.sample(rude, { numRuns: 3_000, seed: SEED });
    const bad: unknown[] = [];
    let refused = 0;
    for (let at = 0; at < all.length; at += 10) {
      await Promise.all(
        all.slice(at, at + 10).map(async (one) => {
          const first = await send(one);
          // A machine that is busy elsewhere is no fault of the input: what it could not take is asked again.
          const status = first === 503 ? await send(one) : first;
          if (status >= 400) refused += 1;
          if (status === 0 || status >= 500)
            bad.push({ status, ...one, body: one.body?.toString('latin1').slice(0, 80) });
        }),
      );
    }
    expect(bad).toEqual([]);
    expect(refused).toBeGreaterThan(1_000);
    await wellKept();
  }, 120_000);

  test('every form refuses NUL, bytes that are no text, lists and rubbish in every field', async () => {
    const forms: readonly [string, readonly string[]][] = [
      [href('messages', { salon }), ['texte', 'cle', 'reponse_a']],
      [href('message', { salon, message }), ['texte']],
      [href('reactions', { salon, message }), ['emoji']],
      [href('readingMark', { salon }), ['jusqua']],
      ['/salons/nouveau', ['nom', 'description', 'categorie', 'ville', 'couleur', 'visibilite', 'cle']],
      ['/salons/rejoindre', ['code']],
      ['/connexion', ['courriel', 'mot_de_passe', 'retour', 'rester']],
      ['/inscription', ['nom', 'courriel', 'mot_de_passe', 'consentement', 'retour']],
      ['/confort', ['taille', 'theme', 'retour']],
    ];
    for (const [path, fields] of forms) {
      for (const field of fields) {
        for (const value of [
          '%00',
          'a%00b',
          '%ff',
          '%ed%a0%80',
          `1&${field}=2`,
          '%7F%1B',
          'x'.repeat(60_000),
          '%F0%9F%98',
        ]) {
          const others = fields.filter((name) => name !== field).map((name) => `${name}=abc`);
          const status = await send({
            method: 'POST',
            path,
            headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
            body: Buffer.from([`${field}=${value}`, ...others].join('&')),
          });
          expect(status, `${path} ${field}=${value.slice(0, 20)}`).toBeLessThan(500);
          expect(status).toBeGreaterThan(0);
        }
      }
    }
    await wellKept();
  });
});

describe('the framework’s own query parameters', () => {
  test.each(['?_data=root', '?_data=salon', '?%5fdata=routes%2Fsalon', '?index&_data=home'])(
    'a salon’s address with %s is the page, and gives no data',
    async (door) => {
      const answer = await healthy.get(href('salon', { salon }) + door);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(await answer.text()).toMatch(/^<!doctype html>/);
    },
  );
  test.each([
    `${href('salons')}/x.data`,
    '/salons.data?_routes=root',
    '/_root.data',
    '/__manifest?p=/salons&version=x',
  ])('%s is not there', async (path) => {
    const answer = await healthy.get(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect((await healthy.post(path, {})).status).toBeGreaterThanOrEqual(404);
  });
});

describe('too large', () => {
  const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const post = (headers: Record<string, string>, body: Buffer) =>
    send({ method: 'POST', path: href('messages', { salon }), headers: { ...FORM, ...headers }, body });

  test.each([
    ['whose length is told', {}],
    ['in chunks', { 'Transfer-Encoding': 'chunked' }],
  ])('a body %s: 64 KiB are read, one byte more is 413', async (_, headers) => {
    expect(await post(headers, Buffer.alloc(64 * 1024, 'a'))).toBe(422);
    expect(await post(headers, Buffer.alloc(64 * 1024 + 1, 'a'))).toBe(413);
    expect(await post(headers, Buffer.alloc(1024 * 1024, 'a'))).toBe(413);
  });

  test('the answer to one that is too large is a page that says so', async () => {
    const answer = await healthy.post(href('messages', { salon }), { texte: 'x'.repeat(70_000) });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('C’est trop lourd');
  });

  test('headers over 16 KiB are refused', async () => {
    expect(await send({ method: 'GET', path: '/', headers: { X: 'x'.repeat(17_000) }, body: null })).toBe(431);
    expect(await send({ method: 'GET', path: `/?q=${'x'.repeat(17_000)}`, headers: {}, body: null })).toBe(431);
  });
});

/** What comes back on a bare socket until it closes or `until` is met. */
function raw(bytes: string | Buffer, until = /\r\n\r\n/, end = false): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => (end ? socket.end(bytes) : socket.write(bytes)));
    let seen = '';
    socket.on('data', (chunk) => {
      seen += chunk.toString('latin1');
      if (until.test(seen)) socket.destroy();
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(seen));
  });
}

describe('on a bare socket', () => {
  const head = (line: string, ...headers: string[]) => [line, ...headers, '', ''].join('\r\n');

  test.each<[string, string | Buffer]>([
    ['no HTTP at all', Buffer.from(Array.from({ length: 2_000 }, (_, at) => (at * 7_919) % 256))],
    ['a TLS greeting', Buffer.from('16030100c8010000c40303', 'hex')],
    ['an unknown method', head('RIEN / HTTP/1.1', 'Host: x')],
    ['no Host', head('GET / HTTP/1.1')],
    ['HTTP/9.9', head('GET / HTTP/9.9', 'Host: x')],
    ['two lengths', `${head('POST /connexion HTTP/1.1', 'Host: x', 'Content-Length: 3', 'Content-Length: 5')}abc`],
    [
      'a length and chunks',
      `${head('POST /connexion HTTP/1.1', 'Host: x', 'Content-Length: 3', 'Transfer-Encoding: chunked')}0\r\n\r\n`,
    ],
    ['a negative length', head('POST /connexion HTTP/1.1', 'Host: x', 'Content-Length: -1')],
    ['a chunk that is no number', `${head('POST /connexion HTTP/1.1', 'Host: x', 'Transfer-Encoding: chunked')}zz\r\n`],
    ['a NUL in a header', head('GET / HTTP/1.1', 'Host: x', 'A: b\0c')],
    ['a bare LF in a header', 'GET / HTTP/1.1\nHost: x\nA:b\rc\n\n'],
    ['an HTTP/2 preface', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ])('%s is a 4xx or a closed connection', async (_, bytes) => {
    const answer = await raw(bytes, /\r\n\r\n/, true);
    expect(answer === '' || /^HTTP\/1\.1 4\d\d/.test(answer), answer.slice(0, 80)).toBe(true);
  });

  test.each([
    ['an absolute address', head('GET http://evil.fr/salons HTTP/1.1', 'Host: evil.fr', 'Connection: close')],
    ['an asterisk', head('OPTIONS * HTTP/1.1', 'Host: x', 'Connection: close')],
    ['a proxy’s CONNECT', head('CONNECT evil.fr:443 HTTP/1.1', 'Host: evil.fr:443', 'Connection: close')],
    ['an upgrade', head('GET / HTTP/1.1', 'Host: x', 'Connection: Upgrade', 'Upgrade: websocket')],
    ['a path without a slash', head('GET salons HTTP/1.1', 'Host: x', 'Connection: close')],
    ['a Host that is none', head('GET / HTTP/1.1', 'Host: a b/../c', 'Connection: close')],
    ['an empty Host', head('GET / HTTP/1.1', 'Host:', 'Connection: close')],
    ['a folded path', head('GET /a/../../../../etc/passwd HTTP/1.1', 'Host: x', 'Connection: close')],
    ['a file outside', head('GET /assets/..%2f..%2f..%2fpackage.json HTTP/1.1', 'Host: x', 'Connection: close')],
    ['a file by backslashes', head('GET /assets\\..\\..\\server\\index.js HTTP/1.1', 'Host: x', 'Connection: close')],
  ])('%s gets no 5xx and nothing of the machine', async (_, bytes) => {
    const answer = await raw(bytes, /^$/, true);
    expect(answer).not.toMatch(/^HTTP\/1\.1 5/);
    expect(answer).not.toMatch(/root:|"dependencies"|virtual:remix/);
  });

  test('a length that promises more than comes, and a reader who leaves, hurt nobody', async () => {
    const path = href('messages', { salon });
    const promise = head(
      `POST ${path} HTTP/1.1`,
      `Host: localhost:${port}`,
      `Origin: ${site.origin}`,
      `Cookie: ${cookie}`,
      'Content-Type: application/x-www-form-urlencoded',
      'Content-Length: 100',
    );
    const before = await site.cast.sql`select count(*) from chat_messages`;
    for (let leaving = 0; leaving < 20; leaving += 1) await raw(`${promise}texte=moiti`, /\r\n\r\n/, true);
    expect(await site.cast.sql`select count(*) from chat_messages`).toEqual(before);
    await wellKept();
  });

  test('what comes after a body that was too short a length is no request of the same member', async () => {
    const path = href('messages', { salon });
    const answer = await raw(
      `${head(`POST ${path} HTTP/1.1`, `Host: localhost:${port}`, `Origin: ${site.origin}`, 'Content-Length: 5', 'Content-Type: application/x-www-form-urlencoded')}texte=bonjour\r\n\r\n`,
      /HTTP\/1\.1 400/,
    );
    // The rest is refused, before or after what was whole is answered: the words are put aside meanwhile (C-08).
    expect(answer).toMatch(/^HTTP\/1\.1 (303|400)/);
    expect(answer.match(/HTTP\/1\.1 303/g)?.length ?? 0).toBeLessThanOrEqual(1);
  });
});

test('a member with a broken cookie is a guest', async () => {
  for (const broken of ['aurora_session', 'aurora_session=%E0%A4%A', '=;=;', `aurora_session=${'x'.repeat(4_000)}`]) {
    expect((await holding(site.origin, broken).get('/')).status).toBe(200);
  }
});
