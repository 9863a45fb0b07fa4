/** The confirmation asked for again: W06, G19. */
import { describe, expect, test } from 'vitest';
import { mailboxOf } from '../support/mailbox';
import type { Visitor } from '../support/server';
import { mainOf, openSite, withoutTokens } from '../support/site';

const site = openSite({ TRUST_PROXY: '1' });
const post = mailboxOf(site);
let calls = 0;
function place(): Record<string, string> {
  calls += 1;
  return { 'X-Forwarded-For': `192.0.2.${calls}` };
}

describe('the confirmation, asked for again', () => {
  const again = (visitor: Visitor, courriel?: string) =>
    visitor.post('/api/send-verification-email', courriel ? { courriel } : {}, place());

  test('comes signed out, once a minute, and the answer says when', async () => {
    const ursule = await site.cast.member('Ursule', { confirmed: false });
    const visitor = site.stranger();
    expect((await again(visitor, ursule.email)).headers.get('location')).toBe('/connexion/courrier?suite=1');
    expect(mainOf(await (await visitor.get('/connexion/courrier')).text())).toMatch(/dans \d+\ssecondes?/);
    const soon = await again(visitor, ursule.email);
    expect(soon.status).toBe(429);
    expect(Number(soon.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(await post.templates(ursule.email)).toEqual(['confirmation']);
    const { code } = await post.last(ursule.email, 'confirmation');
    expect((await visitor.post('/connexion/code', { courriel: ursule.email, code }, place())).status).toBe(303);
  });

  test('comes to the one who is signed in without her writing her address', async () => {
    const ursule = await site.cast.member('Ursule', { confirmed: false });
    const visitor = await site.as(ursule);
    expect((await again(visitor)).status).toBe(303);
    const { path } = await post.last(ursule.email, 'confirmation');
    const done = await visitor.post(path, {});
    expect(done.headers.get('location')).toBe('/?dit=confirme');
  });

  test('is answered alike for a confirmed address and for none', async () => {
    const anne = await site.cast.member('Anne');
    const ursule = await site.cast.member('Ursule', { confirmed: false });
    const pages: string[] = [];
    for (const courriel of [anne.email, ursule.email, 'jamais@exemple.fr']) {
      const visitor = site.stranger();
      const answer = await again(visitor, courriel);
      expect(answer.status).toBe(303);
      const page = mainOf(withoutTokens(await (await visitor.get('/connexion/courrier')).text()));
      pages.push(page.replaceAll(courriel, 'X').replace(/dans \d+\ssecondes?/, ''));
    }
    expect(new Set(pages).size).toBe(1);
    expect(await post.templates(anne.email)).toEqual(['accountExists']);
    expect(await post.templates('jamais@exemple.fr')).toEqual(['noAccount']);
  });

  test('without an address is a 422', async () => {
    expect((await again(site.stranger())).status).toBe(422);
  });

  test('its link is burnt by nobody who only looks', async () => {
    const ursule = await site.cast.member('Ursule', { confirmed: false });
    await again(site.stranger(), ursule.email);
    const { path } = await post.last(ursule.email, 'confirmation');
    for (const method of ['GET', 'HEAD', 'GET']) {
      expect((await fetch(site.origin + path, { method })).status).toBe(200);
    }
    const [still] = await site.cast.sql`select email_confirmed_at as at from auth.users where id = ${ursule.id}`;
    expect(still).toEqual({ at: null });
    const answers = await Promise.all(Array.from({ length: 10 }, () => site.stranger().post(path, {})));
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, ...Array(9).fill(404)]);
    expect((await post.templates(ursule.email)).filter((name) => name === 'welcome')).toHaveLength(1);
  });
});
