/** Opening an account: A01, A05, D01, P01. */
import { describe, expect, test } from 'vitest';
import { FORM, signUpOf } from '../support/sign-up';
import { mainOf, openSite } from '../support/site';

const site = openSite({ TRUST_PROXY: '1' });
const { post, fresh, place, signUp, accountsOf, waitingPage } = signUpOf(site);

describe('one form', () => {
  test('makes the account, its profile, a dated consent and a letter, and signs nobody in', async () => {
    const visitor = site.stranger();
    const courriel = fresh();
    const answer = await signUp({ courriel, nom: '  Anne \n D. ' }, visitor);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/connexion/courrier?suite=1']);
    const [account] = await accountsOf(courriel);
    expect(account).toMatchObject({ fullName: 'Anne D.', confirmed: false, sessions: 0, version: '2026-11' });
    expect(account?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const letter = await post.last(courriel, 'confirmation');
    expect(letter).toMatchObject({ name: 'Anne D.', code: expect.stringMatching(/^\d{6}$/) });
    expect(await waitingPage(visitor)).toContain(courriel);
    expect((await visitor.get('/salons')).status).toBe(303);
  });

  test('the code of the letter, typed where one signed up, confirms, signs in, and leads where one was going', async () => {
    const visitor = site.stranger();
    const courriel = fresh();
    await signUp({ courriel, retour: '/s/ABC234' }, visitor);
    const { code } = await post.last(courriel, 'confirmation');
    const answer = await visitor.post('/connexion/code', { courriel, code: `${code.slice(0, 3)} ${code.slice(3)}` });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/s/ABC234?dit=confirme']);
    expect((await visitor.get('/salons')).status).toBe(200);
    expect((await accountsOf(courriel))[0]).toMatchObject({ confirmed: true, sessions: 1 });
    expect(await post.templates(courriel)).toEqual(['confirmation', 'welcome']);
    const again = await visitor.post('/connexion/code', { courriel, code });
    expect(again.status).toBe(422);
  });

  test('the link, opened where one signed up, does the same', async () => {
    const visitor = site.stranger();
    const courriel = fresh();
    await signUp({ courriel }, visitor);
    const { path } = await post.last(courriel, 'confirmation');
    const jeton = new URL(path, site.origin).searchParams.get('jeton') ?? '';
    expect(mainOf(await (await visitor.get(path)).text())).toContain('Confirmer mon adresse');
    const answer = await visitor.post('/api/auth/confirm', { jeton });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/?dit=bienvenue']);
    expect((await visitor.get('/salons')).status).toBe(200);
  });

  test('the link on another device confirms only, and the first one goes on by itself', async () => {
    const [computer, telephone] = [site.stranger(), site.stranger()];
    const courriel = fresh();
    await signUp({ courriel, retour: '/s/ABC234' }, computer);
    const early = await computer.post('/connexion/courrier', {});
    expect(early.headers.get('location')).toBe('/connexion/courrier?pas-encore=1');
    const { path } = await post.last(courriel, 'confirmation');
    const elsewhere = await telephone.post(path, {});
    expect(elsewhere.headers.get('location')).toBe('/connexion?retour=%2Fs%2FABC234&dit=confirme-ailleurs');
    expect((await telephone.get('/salons')).status).toBe(303);
    const here = await computer.post('/connexion/courrier', {});
    expect(here.headers.get('location')).toBe('/s/ABC234?dit=confirme');
    expect((await computer.get('/salons')).status).toBe(200);
    expect((await site.stranger().post('/connexion/courrier', {})).headers.get('location')).toContain('pas-encore');
  });

  test('who does not wait for the letter signs in with the password, reads, and is told on every page what is missing', async () => {
    const courriel = fresh();
    await signUp({ courriel });
    const visitor = site.stranger();
    await visitor.post('/connexion', { courriel, mot_de_passe: FORM.mot_de_passe }, place());
    for (const path of ['/bienvenue', '/salons', '/aide', '/rien-ici']) {
      const page = await (await visitor.get(path)).text();
      expect([path, page.includes('Votre adresse n’est pas encore confirmée')]).toEqual([path, true]);
      expect(page).toContain('href="/inscription/adresse"');
    }
    const refused = await visitor.post('/salons/nouveau', {
      nom: 'Mon salon',
      couleur: '#123456',
      visibilite: 'public',
    });
    expect(refused.status).toBe(422);
    expect(await waitingPage(visitor)).toContain(courriel);
    const { code } = await post.last(courriel, 'confirmation');
    expect((await visitor.post('/connexion/code', { courriel, code })).status).toBe(303);
    expect(await (await visitor.get('/salons')).text()).not.toContain('pas encore confirmée');
  });
});

test('the same form sent again by the same browser is one account, with what was typed last', async () => {
  const visitor = site.stranger();
  const courriel = fresh();
  await signUp({ courriel }, visitor);
  await signUp({ courriel, nom: 'Anne Dupont', mot_de_passe: 'cerisier-brouette-lundi' }, visitor);
  expect(await accountsOf(courriel)).toMatchObject([{ fullName: 'Anne Dupont' }]);
  expect(await post.templates(courriel)).toEqual(['confirmation', 'confirmation']);
  expect((await site.stranger().post('/connexion', { courriel, mot_de_passe: 'cerisier-brouette-lundi' })).status).toBe(
    303,
  );
});

test('somebody else’s password does not survive the owner’s first letter', async () => {
  const courriel = fresh();
  const thief = site.stranger();
  await signUp({ courriel, mot_de_passe: 'voleur-voleur-voleurs-1' }, thief);
  await thief.post('/connexion', { courriel, mot_de_passe: 'voleur-voleur-voleurs-1' }, place());
  expect((await thief.get('/salons')).status).toBe(200);
  const owner = site.stranger();
  await signUp({ courriel, mot_de_passe: 'cerisier-brouette-lundi' }, owner);
  expect(await post.templates(courriel)).toEqual(['confirmation', 'accountExists']);
  await owner.post('/connexion/lien', { courriel }, place());
  const { code } = await post.last(courriel, 'signIn');
  const answer = await owner.post('/connexion/code', { courriel, code });
  expect(answer.headers.get('location')).toBe('/?dit=mot-de-passe-efface');
  expect((await thief.get('/salons')).status).toBe(303);
  const back = await thief.post('/connexion', { courriel, mot_de_passe: 'voleur-voleur-voleurs-1' }, place());
  expect(back.status).toBe(422);
});
