/** Reliability 5 and 17: no input makes a 5xx, and nobody else notices. Seeded: a red run can be run again. */
import { request } from 'node:http';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import { BODY, HEADERS, PAIRS, PATH, TYPE } from '../support/rude-requests';
import { rudeSalon } from '../support/rude-salon';
import type { Visitor } from '../support/server';
import { holding, openSite } from '../support/site';

const SEED = 50;
const site = openSite({ TRUST_PROXY: '1' });
let healthy: Visitor;
let cookie: string;
let salon: string;
let message: number;
let port: number;
let wellKept: () => Promise<void>;

beforeAll(async () => {
  ({ cookie, healthy, message, port, salon, wellKept } = await rudeSalon(site));
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

test('a member with a broken cookie is a guest', async () => {
  for (const broken of ['aurora_session', 'aurora_session=%E0%A4%A', '=;=;', `aurora_session=${'x'.repeat(4_000)}`]) {
    expect((await holding(site.origin, broken).get('/')).status).toBe(200);
  }
});
