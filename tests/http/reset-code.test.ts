/** A forgotten password, and the code of the letter: A09, reliability 8 to 11. */
import { describe, expect, test } from 'vitest';
import { NEW, OLD, resetOf } from '../support/reset';
import type { Visitor } from '../support/server';
import { faultsShown, mainOf, openSite, withoutTokens } from '../support/site';

const site = openSite({ TRUST_PROXY: '1' });
const { post, place, ask, signIn, forgetful } = resetOf(site);

describe('the code of the letter (A09)', () => {
  const type = (visitor: Visitor, code: string) => visitor.post('/mot-de-passe/code', { code }, place());
  async function coded() {
    const asked = await forgetful();
    return { ...asked, code: (await post.last(asked.anne.email, 'reset')).code };
  }
  const wrong = (code: string) => `${(Number(code[0]) + 1) % 10}${code.slice(1)}`;

  test('typed where it was asked for leads to the new password, as the link does', async () => {
    const { anne, visitor, path, code } = await coded();
    const elsewhere = await site.as(anne);
    const page = mainOf(await (await visitor.get('/connexion/courrier')).text());
    expect(page).toContain('action="/mot-de-passe/code"');
    expect(page).toContain('autoComplete="one-time-code"');
    const opened = await type(visitor, `${code.slice(0, 3)} ${code.slice(3)}`);
    const next = opened.headers.get('location') ?? '';
    expect([opened.status, next]).toEqual([303, expect.stringMatching(/^\/mot-de-passe\/nouveau\/[\w-]{43}$/)]);
    expect((await visitor.get('/salons')).status).toBe(303);
    expect(mainOf(await (await visitor.get(next)).text())).toContain(anne.email);
    const answer = await visitor.post(next, { mot_de_passe: NEW }, place());
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/?dit=mot-de-passe-change']);
    expect((await elsewhere.get('/salons')).status).toBe(303);
    expect(await post.templates(anne.email)).toEqual(['reset', 'passwordChanged']);
    expect([await signIn(anne, OLD), await signIn(anne, NEW)]).toEqual([422, 303]);
    for (const used of [path, next]) expect((await visitor.get(used)).status).toBe(404);
  });

  test('is used once, however often it comes at once, and its link with it', async () => {
    const { visitor, path, code } = await coded();
    const Cookie = visitor.cookie();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => site.stranger().post('/mot-de-passe/code', { code }, { Cookie, ...place() })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(19).fill(422)]);
    expect((await visitor.get(path)).status).toBe(404);
  });

  test('opens no session, nowhere', async () => {
    const { anne, visitor, code } = await coded();
    for (const who of [visitor, site.stranger()]) {
      const answer = await who.post('/connexion/code', { courriel: anne.email, code }, place());
      expect(answer.status).toBe(422);
      expect((await who.get('/salons')).status).toBe(303);
    }
    expect((await type(visitor, code)).status).toBe(303);
  });

  test('is good in the browser that asked for it alone; guesses from elsewhere cost it no try', async () => {
    const { anne, visitor, code } = await coded();
    for (let n = 0; n < 6; n += 1) expect((await type(site.stranger(), code)).status).toBe(422);
    const other = site.stranger();
    await ask(other, 'personne@exemple.fr');
    expect((await type(other, code)).status).toBe(422);
    const [left] = await site.cast.sql`select tries_left from auth.tokens where user_id = ${anne.id}`;
    expect(left).toEqual({ tries_left: 5 });
    expect((await type(visitor, code)).status).toBe(303);
  });

  test('dies of five wrong tries; the link of the same letter still opens', async () => {
    const { visitor, path, code } = await coded();
    const Cookie = visitor.cookie();
    const tries = Array.from({ length: 12 }, () =>
      site.stranger().post('/mot-de-passe/code', { code: wrong(code) }, { Cookie, ...place() }),
    );
    expect(new Set((await Promise.all(tries)).map(({ status }) => status))).toEqual(new Set([422]));
    const page = await (await type(visitor, code)).text();
    expect(faultsShown(page).fields.code).toContain('Après cinq essais');
    expect((await visitor.post(path, { mot_de_passe: NEW }, place())).status).toBe(303);
  });

  test('ends with the letter that comes after it, and after an hour', async () => {
    const { anne, visitor, code } = await coded();
    await ask(visitor, anne.email);
    expect((await type(visitor, code)).status).toBe(422);
    const { code: newer } = await post.last(anne.email, 'reset');
    await site.cast.sql`update auth.tokens set expires_at = now() where user_id = ${anne.id}`;
    expect((await type(visitor, newer)).status).toBe(422);
  });

  test('gives no more time than the letter had', async () => {
    const { anne, visitor, code } = await coded();
    const until = () => site.cast.sql`select expires_at from auth.tokens where user_id = ${anne.id}`;
    const before = await until();
    await type(visitor, code);
    expect(await until()).toEqual(before);
  });

  test('wrong for an address without an account is wrong as for any other, and slows down alike', async () => {
    const { anne, visitor, code } = await coded();
    const nobody = site.stranger();
    await ask(nobody, 'absente@exemple.fr');
    const shown = async (who: Visitor, email: string, typed: string) => {
      const answer = await type(who, typed);
      const page = mainOf(withoutTokens(await answer.text())).replaceAll(email, 'X');
      return [answer.status, page.replace(/\d+\sh\s\d+/g, '')];
    };
    for (const typed of [wrong(code), '12', '', 'abcdef']) {
      const [a, b] = [await shown(visitor, anne.email, typed), await shown(nobody, 'absente@exemple.fr', typed)];
      expect(a).toEqual(b);
      expect(a[0]).toBe(422);
    }
    for (const [who, email] of [
      [visitor, anne.email],
      [nobody, 'absente@exemple.fr'],
    ] as const) {
      for (let n = 1; n < 20; n += 1) await type(who, wrong(code));
      const answer = await type(who, code);
      expect([email, answer.status, answer.headers.has('retry-after')]).toEqual([email, 429, true]);
    }
  });

  test('is asked for and typed by who is signed in on this device, too', async () => {
    const anne = await site.cast.member('Anne Dupont');
    const session = await site.as(anne);
    const Cookie = session.cookie();
    const visitor = site.stranger();
    await visitor.post('/mot-de-passe/oubli', { courriel: anne.email }, { Cookie, ...place() });
    const page = await visitor.get('/connexion/courrier', { Cookie });
    expect([page.status, mainOf(await page.text()).includes('/mot-de-passe/code')]).toEqual([200, true]);
    const { code } = await post.last(anne.email, 'reset');
    const opened = await visitor.post('/mot-de-passe/code', { code }, { Cookie, ...place() });
    expect(opened.headers.get('location')).toContain('/mot-de-passe/nouveau/');
  });

  test('without a letter that is waited for, the page that writes one comes, with its word', async () => {
    const answer = await type(site.stranger(), '123456');
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(mainOf(page)).toContain('action="/mot-de-passe/oubli"');
    expect(faultsShown(page).summary[0]).toContain('Ce code n’ouvre rien');
  });
});
