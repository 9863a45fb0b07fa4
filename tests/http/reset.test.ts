/** A forgotten password: A09, reliability 8 to 11. And the confirmation asked for again: W06, G19. */
import { beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '~/auth/passwords';
import type { Member } from '../support/cast';
import { mailboxOf } from '../support/mailbox';
import type { Visitor } from '../support/server';
import { faultsShown, mainOf, openSite, withoutTokens } from '../support/site';

const OLD = 'noisette-parapluie-bleu';
const NEW = 'cerisier-brouette-lundi';
const site = openSite({ TRUST_PROXY: '1' });
const post = mailboxOf(site);
let hash: string;
let calls = 0;
beforeAll(async () => {
  hash = await hashPassword(OLD);
});
function place(): Record<string, string> {
  calls += 1;
  return { 'X-Forwarded-For': `192.0.2.${calls}` };
}
const ask = (visitor: Visitor, courriel: string) => visitor.post('/mot-de-passe/oubli', { courriel }, place());
const signIn = async ({ email }: Member, mot_de_passe: string) =>
  (await site.stranger().post('/connexion', { courriel: email, mot_de_passe }, place())).status;

async function forgetful(): Promise<{ anne: Member; visitor: Visitor; path: string }> {
  const anne = await site.cast.member('Anne Dupont');
  await site.cast.sql`update auth.users set password_hash = ${hash} where id = ${anne.id}`;
  const visitor = site.stranger();
  await ask(visitor, anne.email);
  return { anne, visitor, path: (await post.last(anne.email, 'reset')).path };
}

test('the letter’s link changes the password, ends every session, tells the owner and lets her in', async () => {
  const { anne, visitor, path } = await forgetful();
  const elsewhere = await site.as(anne);
  await site.stranger().post('/connexion/lien', { courriel: anne.email }, place());
  const page = mainOf(await (await visitor.get(path)).text());
  expect(page).toContain('autoComplete="new-password"');
  const answer = await visitor.post(path, { mot_de_passe: NEW }, place());
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/?dit=mot-de-passe-change']);
  expect((await visitor.get('/salons')).status).toBe(200);
  expect((await elsewhere.get('/salons')).status).toBe(303);
  expect(await post.templates(anne.email)).toEqual(['reset', 'signIn', 'passwordChanged']);
  expect([await signIn(anne, OLD), await signIn(anne, NEW)]).toEqual([422, 303]);
  const letter = await post.last(anne.email, 'signIn');
  expect((await site.stranger().get(letter.path)).status).toBe(404);
  expect((await visitor.get(path)).status).toBe(404);
});

test('on another device it works too', async () => {
  const { anne, path } = await forgetful();
  expect((await site.stranger().post(path, { mot_de_passe: NEW }, place())).status).toBe(303);
  expect(await signIn(anne, NEW)).toBe(303);
});

test('an open stream of an ended session is closed within five seconds', async () => {
  const { anne, path, visitor } = await forgetful();
  const { id } = await site.cast.salon(anne);
  const Cookie = await site.cast.session(anne);
  const stream = await fetch(`${site.origin}/salons/${id}/flux`, { headers: { Cookie } });
  const started = Date.now();
  await visitor.post(path, { mot_de_passe: NEW }, place());
  expect(await stream.text()).toContain('event: fin');
  expect(Date.now() - started).toBeLessThan(5_000);
});

test('posted fifty times at once it changes the password once', async () => {
  const { anne, path } = await forgetful();
  const words = Array.from({ length: 20 }, (_, n) => `cerisier-brouette-${n}-lundi`);
  const answers = await Promise.all(words.map((mot_de_passe) => site.stranger().post(path, { mot_de_passe }, place())));
  expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([303, 404]));
  const winner = words[answers.findIndex((answer) => answer.status === 303)] ?? '';
  expect(await signIn(anne, winner)).toBe(303);
  expect((await post.templates(anne.email)).filter((name) => name === 'passwordChanged')).toHaveLength(1);
});

test('the newest link only, for an hour', async () => {
  const { anne, visitor, path } = await forgetful();
  await ask(visitor, anne.email);
  expect((await visitor.get(path)).status).toBe(404);
  const newer = (await post.last(anne.email, 'reset')).path;
  expect((await visitor.get(newer)).status).toBe(200);
  await site.cast.sql`update auth.tokens set expires_at = now() where user_id = ${anne.id}`;
  const dead = await visitor.post(newer, { mot_de_passe: NEW }, place());
  expect(dead.status).toBe(404);
  expect(mainOf(await dead.text())).toContain('href="/mot-de-passe/oubli"');
});

test('a poor password is refused with its reason, and the link is still good', async () => {
  const { anne, visitor, path } = await forgetful();
  for (const mot_de_passe of ['court', 'azertyuiop', 'soleil2024', 'Dupont1951', anne.email, 'Tilleul-Valise-Orage']) {
    const answer = await visitor.post(path, { mot_de_passe }, place());
    expect([mot_de_passe, answer.status]).toEqual([mot_de_passe, 422]);
    const page = await answer.text();
    expect(Object.keys(faultsShown(page).fields)).toEqual(['mot_de_passe']);
    expect(page).not.toContain(`value="${mot_de_passe}"`.replace(anne.email, 'x'));
  }
  expect((await visitor.post(path, { mot_de_passe: NEW }, place())).status).toBe(303);
});

test('the address counts as confirmed', async () => {
  const ursule = await site.cast.member('Ursule', { confirmed: false });
  const visitor = site.stranger();
  await ask(visitor, ursule.email);
  await visitor.post((await post.last(ursule.email, 'reset')).path, { mot_de_passe: NEW }, place());
  expect(await (await visitor.get('/salons')).text()).not.toContain('pas encore confirmée');
});

test('an address without an account gets the same answer and a letter of its own', async () => {
  const anne = await site.cast.member('Anne');
  const [one, two] = [site.stranger(), site.stranger()];
  const [a, b] = [await ask(one, anne.email), await ask(two, 'personne@exemple.fr')];
  expect([a.status, a.headers.get('location')]).toEqual([b.status, b.headers.get('location')]);
  const pages = await Promise.all(
    [one, two].map(async (who) => mainOf(withoutTokens(await (await who.get('/connexion/courrier')).text()))),
  );
  expect(pages[0]?.replaceAll(anne.email, 'X')).toBe(pages[1]?.replaceAll('personne@exemple.fr', 'X'));
  expect(await post.templates('personne@exemple.fr')).toEqual(['noAccount']);
});

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
