/** Contract 1: what is not a member's, what is not there and what is no id are one answer, whatever is asked of it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { href, type Place, rowOf } from '~/urls';
import { at, LEAST, opened, posted, said } from '../support/addresses';
import type { Member } from '../support/cast';
import type { Visitor } from '../support/server';
import { openSite, withoutTokens } from '../support/site';

const ofSalons = (place: Place) => rowOf(place).pattern.includes(':salon');
const site = openSite();
let anne: Member;
let asAnne: Visitor;
/** Of Anne's own salon. */
let message: string;
/** A salon that she may not know of, and what is said there. */
let secret: { id: string; code: string };
let secretMessage: string;

beforeAll(async () => {
  anne = await site.cast.member('Anne');
  asAnne = await site.as(anne);
  message = await said(site, anne, (await site.cast.salon(anne)).id);
  const paul = await site.cast.member('Paul');
  secret = await site.cast.salon(paul, { visibility: 'prive' });
  secretMessage = await said(site, paul, secret.id);
});

describe('not mine and not there are one answer', () => {
  const nobodys = { salon: crypto.randomUUID(), message: '999999' };
  const hidden = () => ({ salon: secret.id, message: secretMessage });
  const rubbish = { salon: 'rien', message: 'rien' };

  test.each(opened.filter(ofSalons))('GET %s', async (place) => {
    const [a, b, c] = await Promise.all([nobodys, hidden(), rubbish].map((ids) => asAnne.get(at(place, ids))));
    expect([a?.status, b?.status, c?.status]).toEqual([404, 404, 404]);
    const [first, ...others] = await Promise.all(
      [a, b, c].map(async (one) => withoutTokens((await one?.text()) ?? '')),
    );
    expect(first).toContain('Cette page n’est pas là');
    for (const other of others) expect(other).toBe(first);
  });

  test.each(posted.filter(ofSalons).filter((place) => place !== 'readingMark'))('POST %s', async (place) => {
    const before = await rowsOf();
    const [a, b, c] = await Promise.all(
      [nobodys, hidden(), rubbish].map((ids) => asAnne.post(at(place, ids), LEAST[place] ?? {})),
    );
    expect([a?.status, b?.status, c?.status]).toEqual([404, 404, 404]);
    const [first, ...others] = await Promise.all(
      [a, b, c].map(async (one) => withoutTokens((await one?.text()) ?? '')),
    );
    for (const other of others) expect(other).toBe(first);
    expect(await rowsOf()).toEqual(before);
  });

  test('a message of a salon of mine under another salon’s address is not there', async () => {
    const other = await site.cast.salon(anne);
    for (const place of ['message', 'deleteMessage'] as const) {
      expect((await asAnne.get(at(place, { salon: other.id, message }))).status).toBe(404);
    }
  });

  test('marking a stranger’s salon as read answers as a salon that is not there, and moves nothing', async () => {
    const answers = await Promise.all(
      [secret.id, nobodys.salon].map((salon) => asAnne.post(href('readingMark', { salon }), { jusqua: '1' })),
    );
    expect(answers[0]?.status).toBe(answers[1]?.status);
  });

  test('an address that is none of ours', async () => {
    for (const path of [
      '/rien',
      '/admin/rien',
      '/salons/a/b/c/d',
      '/.env',
      '/index.php',
      '/assets/rien.js',
      '/favicon.xyz',
    ]) {
      const answer = await site.stranger().get(path);
      expect([path, answer.status]).toEqual([path, 404]);
    }
    expect((await site.stranger().post('/rien', {})).status).toBe(404);
  });
});

async function rowsOf() {
  return site.cast.sql`
    select
      (select count(*) from chat_messages) as messages,
      (select count(*) from message_reactions) as reactions,
      (select count(*) from salon_members) as members`;
}
