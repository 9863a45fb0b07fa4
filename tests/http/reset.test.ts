/** A forgotten password, and the link of the letter: A09, reliability 8 to 11. */
import { expect, test } from 'vitest';
import { NEW, OLD, resetOf } from '../support/reset';
import { faultsShown, mainOf, openSite, withoutTokens } from '../support/site';

const site = openSite({ TRUST_PROXY: '1' });
const { post, place, ask, signIn, forgetful } = resetOf(site);

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
