/** The address of a new account: nobody is told that it is known already, and a mistyped one is corrected (A05, G19). */
import { describe, expect, test } from 'vitest';
import { signUpOf } from '../support/sign-up';
import { openSite, withoutTokens } from '../support/site';

const site = openSite({ TRUST_PROXY: '1' });
const { post, fresh, place, signUp, accountsOf, waitingPage } = signUpOf(site);

describe('an address that has an account', () => {
  async function both(): Promise<{ known: string; unknown: string }> {
    const known = fresh();
    await signUp({ courriel: known });
    return { known, unknown: fresh() };
  }

  test('is answered like any other: status, headers, page; its owner alone is told, and nothing of hers is touched', async () => {
    const { known, unknown } = await both();
    const before = await accountsOf(known);
    const [one, two] = [site.stranger(), site.stranger()];
    const a = await signUp({ courriel: known.toUpperCase(), nom: 'Eve', mot_de_passe: 'autre-chose-de-long' }, one);
    const b = await signUp({ courriel: unknown }, two);
    expect([a.status, a.headers.get('location')]).toEqual([b.status, b.headers.get('location')]);
    expect([...a.headers.keys()]).toEqual([...b.headers.keys()]);
    const shape = (answer: Response) => answer.headers.get('set-cookie')?.replace(/=[\w-]{43};/, '=X;');
    expect(shape(a)).toBe(shape(b));
    const pages = await Promise.all([one, two].map(async (who) => withoutTokens(await waitingPage(who))));
    expect(pages[0]?.replaceAll(known.toUpperCase(), 'X')).toBe(pages[1]?.replaceAll(unknown, 'X'));
    expect(await accountsOf(known)).toEqual(before);
    expect(await post.templates(known)).toEqual(['confirmation', 'accountExists']);
    expect((await one.post('/connexion/courrier', {})).headers.get('location')).toContain('pas-encore');
  });

  test('can be corrected like any other, and the account is then made from what was typed', async () => {
    const { known } = await both();
    const visitor = site.stranger();
    await signUp({ courriel: known, nom: 'Odile M.', mot_de_passe: 'cerisier-brouette-lundi' }, visitor);
    const right = fresh();
    expect((await visitor.get('/inscription/adresse')).status).toBe(200);
    const answer = await visitor.post('/inscription/adresse', { courriel: right }, place());
    expect(answer.headers.get('location')).toBe('/connexion/courrier?suite=1');
    expect(await accountsOf(right)).toMatchObject([{ fullName: 'Odile M.', version: '2026-11' }]);
    const { code } = await post.last(right, 'confirmation');
    expect((await visitor.post('/connexion/code', { courriel: right, code })).status).toBe(303);
    const signedIn = await site
      .stranger()
      .post('/connexion', { courriel: right, mot_de_passe: 'cerisier-brouette-lundi' });
    expect(signedIn.status).toBe(303);
  });
});

describe('a mistyped address', () => {
  test('is corrected in the browser that signed up: one account, one letter more, the old link opens nothing', async () => {
    const visitor = site.stranger();
    const [wrong, right] = [fresh(), fresh()];
    await signUp({ courriel: wrong, retour: '/s/ABC234' }, visitor);
    const old = await post.last(wrong, 'confirmation');
    await visitor.post('/inscription/adresse', { courriel: right }, place());
    expect(await accountsOf(wrong)).toEqual([]);
    expect(await accountsOf(right)).toHaveLength(1);
    expect((await visitor.post(old.path, {})).status).toBe(404);
    const { code } = await post.last(right, 'confirmation');
    const answer = await visitor.post('/connexion/code', { courriel: right, code });
    expect(answer.headers.get('location')).toBe('/s/ABC234?dit=confirme');
  });

  test('is corrected to somebody’s: nothing is taken from her', async () => {
    const known = fresh();
    await signUp({ courriel: known });
    const before = await accountsOf(known);
    const visitor = site.stranger();
    const wrong = fresh();
    await signUp({ courriel: wrong }, visitor);
    const answer = await visitor.post('/inscription/adresse', { courriel: known }, place());
    expect(answer.headers.get('location')).toBe('/connexion/courrier?suite=1');
    expect(await accountsOf(known)).toEqual(before);
    expect(await accountsOf(wrong)).toHaveLength(1);
  });

  test('of another browser, or of nobody, is not', async () => {
    const answer = await site.stranger().post('/inscription/adresse', { courriel: fresh() }, place());
    expect(answer.headers.get('location')).toBe('/inscription');
  });

  test('is corrected by who is signed in unconfirmed, and by no confirmed member', async () => {
    const ursule = await site.cast.member('Ursule', { confirmed: false });
    const right = fresh();
    await (await site.as(ursule)).post('/inscription/adresse', { courriel: right }, place());
    expect(await accountsOf(right)).toMatchObject([{ fullName: 'Ursule' }]);
    const anne = await site.cast.member('Anne');
    const refused = await (await site.as(anne)).post('/inscription/adresse', { courriel: fresh() }, place());
    expect(refused.headers.get('location')).toBe('/');
    expect(await accountsOf(anne.email)).toHaveLength(1);
  });

  test('a husband signs up on his wife’s computer: two accounts', async () => {
    const visitor = site.stranger();
    const [hers, his] = [fresh(), fresh()];
    await signUp({ courriel: hers, nom: 'Anne' }, visitor);
    await signUp({ courriel: his, nom: 'Paul' }, visitor);
    expect([await accountsOf(hers), await accountsOf(his)]).toMatchObject([
      [{ fullName: 'Anne' }],
      [{ fullName: 'Paul' }],
    ]);
  });
});
