/** What every answer carries: contract 1, reliability 7. */
import { beforeAll, describe, expect, test } from 'vitest';
import { coverFile, href } from '~/urls';
import { startServer, type Visitor } from '../support/server';
import { journalOf, openSite } from '../support/site';

const site = openSite();
let asAnne: Visitor;
let salon: string;

beforeAll(async () => {
  const anne = await site.cast.member('Anne');
  salon = (await site.cast.salon(anne)).id;
  asAnne = await site.as(anne);
});

/** One of each kind of answer. */
async function answers(): Promise<Record<string, Response>> {
  const somebody = site.stranger();
  const page = await (await somebody.get('/')).text();
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '';
  const styles = /href="(\/assets\/[^"]+\.css)"/.exec(page)?.[1] ?? '';
  return {
    page: await somebody.get('/'),
    'page of a member': await asAnne.get(href('salon', { salon })),
    redirect: await somebody.get('/salons'),
    'refused form': await somebody.post('/connexion', {}),
    'not there': await somebody.get('/rien'),
    'not this method': await fetch(`${site.origin}/`, { method: 'DELETE' }),
    'not ours': await somebody.post('/connexion', {}, { Origin: 'https://evil.fr' }),
    'too large': await somebody.post('/connexion', { nom: 'x'.repeat(70_000) }),
    fragment: await asAnne.post(href('messages', { salon }), { texte: '' }, { 'X-Aurora': 'fragment' }),
    nothing: await asAnne.post(href('messages', { salon }), { texte: 'a' }, { 'X-Aurora': 'fragment' }),
    health: await somebody.get('/sante'),
    alive: await somebody.get('/sante/vivant'),
    script: await somebody.get(script),
    styles: await somebody.get(styles),
    'missing file': await somebody.get('/assets/rien.js'),
    'not changed': await somebody.get('/robots.txt'),
  };
}

test('every answer carries its own request id and the headers that keep a page safe', async () => {
  const ids = new Set<string | null>();
  const all = await answers();
  for (const [name, { headers }] of Object.entries(all)) {
    ids.add(headers.get('x-request-id'));
    expect({
      name,
      id: headers.get('x-request-id'),
      type: headers.get('x-content-type-options'),
      referrer: headers.get('referrer-policy'),
      opener: headers.get('cross-origin-opener-policy'),
      resource: headers.get('cross-origin-resource-policy'),
      csp: headers.get('content-security-policy'),
      permissions: headers.get('permissions-policy'),
      hsts: headers.get('strict-transport-security'),
      powered: headers.get('x-powered-by'),
      server: headers.get('server'),
    }).toEqual({
      name,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      type: 'nosniff',
      referrer: 'same-origin',
      opener: 'same-origin',
      resource: 'same-origin',
      csp: expect.stringContaining("default-src 'none'"),
      permissions: expect.stringContaining('camera=()'),
      hsts: null,
      powered: null,
      server: null,
    });
  }
  expect(ids.size).toBe(Object.keys(all).length);
});

test('the cover of a course may be shown by the page on which a letter is read', async () => {
  const { headers } = await site.stranger().get(coverFile(1, 'png'));
  expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
});

test('a caller’s own request id is not taken over', async () => {
  const answer = await site.stranger().get('/', { 'X-Request-Id': 'forged' });
  expect(answer.headers.get('x-request-id')).not.toBe('forged');
});

test('the policy lets nothing in but our own, and the nonce is the page’s and new every time', async () => {
  const nonces = await Promise.all(
    [1, 2].map(async () => {
      const answer = await site.stranger().get('/');
      const policy = answer.headers.get('content-security-policy') ?? '';
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      const html = await answer.text();
      expect(html).not.toMatch(/<style(?! nonce=)/);
      expect(html).not.toMatch(/ style="| on[a-z]+="/);
      expect(html).not.toMatch(/<script(?![^>]*\bsrc="\/assets\/)/);
      for (const [, used] of html.matchAll(/nonce="([^"]*)"/g)) expect(used).toBe(nonce);
      expect(policy).toMatch(/script-src 'self';/);
      expect(policy).toMatch(/frame-ancestors 'none'/);
      expect(policy).not.toMatch(/unsafe/);
      return nonce;
    }),
  );
  expect(nonces[0]).not.toBe(nonces[1]);
});

test('only the live page may stand in a frame of ours', async () => {
  const leaving = new AbortController();
  const live = await fetch(site.origin + href('salonLive', { salon }), {
    headers: { Cookie: asAnne.cookie() },
    signal: leaving.signal,
  });
  expect(live.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
  expect(live.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  leaving.abort();
});

describe('what may be kept', () => {
  test('built files for ever, members’ pages never, other pages only after asking', async () => {
    const kept = Object.fromEntries(
      Object.entries(await answers()).map(([name, { headers }]) => [name, headers.get('cache-control')]),
    );
    expect(kept).toMatchObject({
      script: 'public, max-age=31536000, immutable',
      styles: 'public, max-age=31536000, immutable',
      page: 'no-cache',
      'page of a member': 'private, no-store',
      fragment: 'private, no-store',
      nothing: 'private, no-store',
      health: 'no-store',
    });
    expect(kept['missing file']).not.toMatch(/immutable/);
  });

  test('an answer that sets a session is not kept by anybody', async () => {
    const answer = await site.stranger().post('/inscription', {
      nom: 'Zoé',
      courriel: 'zoe@exemple.fr',
      mot_de_passe: 'noisette-parapluie-bleu',
      consentement: 'on',
    });
    expect(answer.headers.get('set-cookie')).not.toBeNull();
    expect(answer.headers.get('cache-control')).toMatch(/no-store|no-cache|private/);
  });
});

describe('behind https', () => {
  test('the cookie is bound to this host, and the browser told to come back by https', async () => {
    const server = await startServer({ DATABASE_URL: site.url, ORIGIN: 'https://aurora50.test', PORT: '20080' });
    try {
      const local = 'http://127.0.0.1:20080';
      const page = await fetch(`${local}/`);
      expect(page.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
      const send = (path: string, form: Record<string, string>) =>
        fetch(local + path, {
          method: 'POST',
          redirect: 'manual',
          headers: { Origin: 'https://aurora50.test' },
          body: new URLSearchParams(form),
        });
      const account = { courriel: 'lise@exemple.fr', mot_de_passe: 'noisette-parapluie-bleu' };
      const waiting = await send('/inscription', { nom: 'Lise', consentement: 'on', ...account });
      expect(waiting.headers.get('set-cookie')).toMatch(/^__Host-aurora_attente=[\w-]{43}; .*; Secure$/);
      const [cookie = '', device] = (await send('/connexion', account)).headers.getSetCookie();
      expect(cookie).toMatch(/^__Host-aurora_session=/);
      expect(device).toMatch(/^__Host-aurora_appareil=[\w-]{43}; .*; Secure$/);
      expect(cookie.split('; ').slice(1).sort()).toEqual([
        'HttpOnly',
        'Max-Age=86400',
        'Path=/',
        'SameSite=Lax',
        'Secure',
      ]);
      const Cookie = cookie.split(';')[0] ?? '';
      expect((await fetch(`${local}/salons`, { headers: { Cookie }, redirect: 'manual' })).status).toBe(200);
      const plain = Cookie.replace('__Host-', '');
      expect((await fetch(`${local}/salons`, { headers: { Cookie: plain }, redirect: 'manual' })).status).toBe(303);
    } finally {
      await server.stop();
    }
  });
});

test('the journal has the same ids', async () => {
  const answer = await site.stranger().get('/rien');
  const id = answer.headers.get('x-request-id');
  await expect
    .poll(() => journalOf(site.server).find((line) => line.id === id))
    .toMatchObject({ status: 404, method: 'GET' });
});
