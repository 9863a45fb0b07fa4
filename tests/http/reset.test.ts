/** A forgotten password: A09, reliability 8 to 11. And the confirmation asked for again: W06, G19. */
import { beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '~/auth/passwords';
import type { Member } from '../support/cast';
import { faultsShown, mainOf, openHouse, withoutTokens } from '../support/house';
import { mailboxOf } from '../support/mailbox';
import type { Visitor } from '../support/server';

const OLD = 'noisette-parapluie-bleu';
const NEW = 'cerisier-brouette-lundi';
const house = openHouse({ TRUST_PROXY: '1' });
const post = mailboxOf(house);
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
  (await house.stranger().post('/connexion', { courriel: email, mot_de_passe }, place())).status;

async function forgetful(): Promise<{ anne: Member; visitor: Visitor; path: string }> {
  const anne = await house.cast.member('Anne Dupont');
  await house.cast.sql`update auth.users set password_hash = ${hash} where id = ${anne.id}`;
  const visitor = house.stranger();
  await ask(visitor, anne.email);
  return { anne, visitor, path: (await post.last(anne.email, 'reset')).path };
}

test('the letter’s link changes the password, ends every session, tells the owner and lets her in', async () => {
  const { anne, visitor, path } = await forgetful();
  const elsewhere = await house.as(anne);
  await house.stranger().post('/connexion/lien', { courriel: anne.email }, place());
  const page = mainOf(await (await visitor.get(path)).text());
  expect(page).toContain('autoComplete="new-password"');
  const answer = await visitor.post(path, { mot_de_passe: NEW }, place());
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/?dit=mot-de-passe-change']);
  expect((await visitor.get('/salons')).status).toBe(200);
  expect((await elsewhere.get('/salons')).status).toBe(303);
  expect(await post.templates(anne.email)).toEqual(['reset', 'signIn', 'passwordChanged']);
  expect([await signIn(anne, OLD), await signIn(anne, NEW)]).toEqual([422, 303]);
  const letter = await post.last(anne.email, 'signIn');
  expect((await house.stranger().get(letter.path)).status).toBe(404);
  expect((await visitor.get(path)).status).toBe(404);
});

test('on another device it works too', async () => {
  const { anne, path } = await forgetful();
  expect((await house.stranger().post(path, { mot_de_passe: NEW }, place())).status).toBe(303);
  expect(await signIn(anne, NEW)).toBe(303);
});

test('an open stream of an ended session is closed within five seconds', async () => {
  const { anne, path, visitor } = await forgetful();
  const { id } = await house.cast.salon(anne);
  const Cookie = await house.cast.session(anne);
  const stream = await fetch(`${house.origin}/salons/${id}/flux`, { headers: { Cookie } });
  const started = Date.now();
  await visitor.post(path, { mot_de_passe: NEW }, place());
  expect(await stream.text()).toContain('event: fin');
  expect(Date.now() - started).toBeLessThan(5_000);
});

test('posted fifty times at once it changes the password once', async () => {
  const { anne, path } = await forgetful();
  const words = Array.from({ length: 20 }, (_, n) => `cerisier-brouette-${n}-lundi`);
  const answers = await Promise.all(
    words.map((mot_de_passe) => house.stranger().post(path, { mot_de_passe }, place())),
  );
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
  await house.cast.sql`update auth.tokens set expires_at = now() where user_id = ${anne.id}`;
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
  const ursule = await house.cast.member('Ursule', { confirmed: false });
  const visitor = house.stranger();
  await ask(visitor, ursule.email);
  await visitor.post((await post.last(ursule.email, 'reset')).path, { mot_de_passe: NEW }, place());
  expect(await (await visitor.get('/salons')).text()).not.toContain('pas encore confirmée');
});

test('an address without an account gets the same answer and a letter of its own', async () => {
  const anne = await house.cast.member('Anne');
  const [one, two] = [house.stranger(), house.stranger()];
  const [a, b] = [await ask(one, anne.email), await ask(two, 'personne@exemple.fr')];
  expect([a.status, a.headers.get('location')]).toEqual([b.status, b.headers.get('location')]);
  const pages = await Promise.all(
    [one, two].map(async (who) => mainOf(withoutTokens(await (await who.get('/connexion/courrier')).text()))),
  );
  expect(pages[0]?.replaceAll(anne.email, 'X')).toBe(pages[1]?.replaceAll('personne@exemple.fr', 'X'));
  expect(await post.templates('personne@exemple.fr')).toEqual(['noAccount']);
});

describe('the confirmation, asked for again', () => {
  const again = (visitor: Visitor, courriel?: string) =>
    visitor.post('/api/send-verification-email', courriel ? { courriel } : {}, place());

  test('comes signed out, once a minute, and the answer says when', async () => {
    const ursule = await house.cast.member('Ursule', { confirmed: false });
    const visitor = house.stranger();
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
    const ursule = await house.cast.member('Ursule', { confirmed: false });
    const visitor = await house.as(ursule);
    expect((await again(visitor)).status).toBe(303);
    const { path } = await post.last(ursule.email, 'confirmation');
    const done = await visitor.post(path, {});
    expect(done.headers.get('location')).toBe('/?dit=confirme');
  });

  test('is answered alike for a confirmed address and for none', async () => {
    const anne = await house.cast.member('Anne');
    const ursule = await house.cast.member('Ursule', { confirmed: false });
    const pages: string[] = [];
    for (const courriel of [anne.email, ursule.email, 'jamais@exemple.fr']) {
      const visitor = house.stranger();
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
    expect((await again(house.stranger())).status).toBe(422);
  });

  test('its link is burnt by nobody who only looks', async () => {
    const ursule = await house.cast.member('Ursule', { confirmed: false });
    await again(house.stranger(), ursule.email);
    const { path } = await post.last(ursule.email, 'confirmation');
    for (const method of ['GET', 'HEAD', 'GET']) {
      expect((await fetch(house.origin + path, { method })).status).toBe(200);
    }
    const [still] = await house.cast.sql`select email_confirmed_at as at from auth.users where id = ${ursule.id}`;
    expect(still).toEqual({ at: null });
    const answers = await Promise.all(Array.from({ length: 10 }, () => house.stranger().post(path, {})));
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, ...Array(9).fill(404)]);
    expect((await post.templates(ursule.email)).filter((name) => name === 'welcome')).toHaveLength(1);
  });
});
