/** Unsafe methods must come from our own pages (contract 1). */
import { beforeAll, describe, expect, test } from 'vitest';
import { href, places, rowOf } from '~/urls';
import type { Visitor } from '../support/server';
import { openSite } from '../support/site';

const site = openSite();
let asAnne: Visitor;
let salon: string;

beforeAll(async () => {
  const anne = await site.cast.member('Anne');
  salon = (await site.cast.salon(anne)).id;
  asAnne = await site.as(anne);
});

/** As a browser's headers would be: `fetch` itself adds none of these here. */
function post(headers: Record<string, string>, path = href('messages', { salon })): Promise<Response> {
  return fetch(site.origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: asAnne.cookie(), ...headers },
    body: new URLSearchParams({ texte: 'bonjour' }),
  });
}
const stored = async () => (await site.cast.sql`select count(*) from chat_messages`)[0]?.count;

describe('a form from', () => {
  const own = () => site.origin;
  test.each<[string, () => Record<string, string>]>([
    ['our page, says the browser', () => ({ 'Sec-Fetch-Site': 'same-origin' })],
    ['a direct visit', () => ({ 'Sec-Fetch-Site': 'none' })],
    ['our page, by Origin', () => ({ Origin: own() })],
    ['our page, by Referer', () => ({ Referer: `${own()}/salons` })],
    ['our start page, by Referer', () => ({ Referer: own() })],
  ])('%s is taken', async (_, headers) => {
    expect((await post(headers())).status).toBe(303);
  });

  test.each<[string, () => Record<string, string>]>([
    ['a neighbouring site', () => ({ 'Sec-Fetch-Site': 'same-site', Origin: own() })],
    ['another site', () => ({ 'Sec-Fetch-Site': 'cross-site', Origin: own(), Referer: `${own()}/` })],
    ['another origin', () => ({ Origin: 'https://evil.fr', Referer: `${own()}/` })],
    ['another port', () => ({ Origin: own().replace(/\d+$/, '1') })],
    ['a sandboxed page', () => ({ Origin: 'null' })],
    ['another page', () => ({ Referer: 'https://evil.fr/' })],
    ['a page whose address begins like ours', () => ({ Referer: `${own()}.evil.fr/` })],
    ['a page with our address in it', () => ({ Referer: `https://evil.fr/?${own()}/` })],
    ['nowhere', () => ({})],
  ])('%s is refused, and nothing is stored', async (_, headers) => {
    const before = await stored();
    expect((await post(headers())).status).toBe(403);
    // The page's script goes a shorter way (`http/quick-post.ts`).
    expect((await post({ ...headers(), 'X-Aurora': 'fragment' })).status).toBe(403);
    expect(await stored()).toBe(before);
  });
});

test('every address that takes a form asks where it comes from, also for guests and unknown addresses', async () => {
  const takes = places
    .map(rowOf)
    // A letter's one click and the provider's webhook carry their own proof (docs/decisions/016).
    .filter(({ post }) => post && post !== 'machine')
    .map(({ pattern }) => pattern.replace(/:\w+/g, 'x'));
  expect(takes.length).toBeGreaterThan(10);
  for (const path of [...takes, '/rien', '/api/rien']) {
    const answer = await fetch(site.origin + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: 'https://evil.fr' },
    });
    expect([path, answer.status]).toEqual([path, 403]);
  }
});

test('what other machines post to is these two and no more, and tells a stranger nothing', async () => {
  const machines = places.filter((place) => rowOf(place).post === 'machine');
  expect([...machines].sort()).toEqual(['brevoWebhook', 'stripeWebhook', 'unsubscribe']);
  for (const path of [
    href('unsubscribe', { jeton: 'x'.repeat(80) }),
    href('brevoWebhook', { secret: 'x'.repeat(30) }),
  ]) {
    const answer = await fetch(site.origin + path, {
      method: 'POST',
      headers: { Origin: 'https://evil.fr' },
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect([path, answer.status]).toEqual([path, 404]);
  }
});
