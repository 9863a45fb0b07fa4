/** What was typed stands there again after a refusal, and goes along to another way in. */
import { describe, expect, test } from 'vitest';
import { mailboxOf } from '../support/mailbox';
import { faultsShown, filledIn, mainOf, openSite } from '../support/site';

const site = openSite();
const post = mailboxOf(site);

describe('a code that was refused is there to be corrected', () => {
  test('of the letter that lets in, typed where it was asked for', async () => {
    const anne = await site.cast.member('Anne');
    const visitor = site.stranger();
    await visitor.post('/connexion/lien', { courriel: anne.email });
    const answer = await visitor.post('/connexion/code', { code: '042 91' });
    expect(filledIn(await answer.text(), 'code')).toBe('042 91');
    const { path } = await post.last(anne.email, 'signIn');
    const elsewhere = await site.stranger().post(path, { code: '042-91' });
    expect(filledIn(await elsewhere.text(), 'code')).toBe('042-91');
  });

  test('of the letter for a new password', async () => {
    const anne = await site.cast.member('Anne');
    const visitor = site.stranger();
    await visitor.post('/mot-de-passe/oubli', { courriel: anne.email });
    const answer = await visitor.post('/mot-de-passe/code', { code: '12' });
    expect(filledIn(await answer.text(), 'code')).toBe('12');
  });

  test('that proves who she is', async () => {
    const visitor = await site.as(await site.cast.member('Anne'));
    await visitor.post('/connexion/preuve/code', {});
    const answer = await visitor.post('/connexion/preuve', { code: '1234567' });
    expect(filledIn(await answer.text(), 'code')).toBe('1234567');
  });
});

describe('the address typed on the sign-in page', () => {
  test.each([
    ['/connexion/lien', 'signIn'],
    ['/mot-de-passe/oubli', 'reset'],
  ] as const)('goes along to %s by a button of the same form', async (path, letter) => {
    const anne = await site.cast.member('Anne');
    const page = mainOf(await (await site.stranger().get('/connexion')).text());
    const [form = ''] = /<form[^>]*action="\/connexion"[\s\S]*?<\/form>/.exec(page) ?? [];
    expect(form.toLowerCase()).toContain(`formaction="${path}"`);
    const visitor = site.stranger();
    const answer = await visitor.post(path, { courriel: anne.email, mot_de_passe: '' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/connexion/courrier?suite=1']);
    expect((await post.last(anne.email, letter)).code).toMatch(/^\d{6}$/);
  });

  test('is asked for there, without a fault, when none was typed', async () => {
    const sent = { courriel: '', mot_de_passe: '', retour: '/salons' };
    const answer = await site.stranger().post('/connexion/lien', sent);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/connexion/lien?retour=%2Fsalons']);
    const reset = await site.stranger().post('/mot-de-passe/oubli', sent);
    expect([reset.status, reset.headers.get('location')]).toEqual([303, '/mot-de-passe/oubli']);
  });

  test('comes back from the page that asks for a letter, without a fault', async () => {
    const page = mainOf(await (await site.stranger().get('/connexion/lien')).text());
    expect(page.toLowerCase()).toContain('formaction="/connexion"');
    const answer = await site.stranger().post('/connexion', { courriel: 'anne@exemple.fr', retour: '/salons' });
    const back = await answer.text();
    expect([answer.status, filledIn(back, 'courriel'), filledIn(back, 'retour')]).toEqual([
      200,
      'anne@exemple.fr',
      '/salons',
    ]);
    expect(faultsShown(back).summary).toHaveLength(0);
  });

  test('is known to the ways that follow a missing password, for browsers that know no other address of a button', async () => {
    const anne = await site.cast.member('Anne');
    const answer = await site.stranger().post('/connexion', { courriel: anne.email, mot_de_passe: '' });
    const page = await answer.text();
    expect(faultsShown(page).summary).toEqual(['Écrivez votre mot de passe.']);
    expect(mainOf(page)).toMatch(/action="\/connexion\/lien"[^>]*><input[^>]*name="courriel" value="anne\./);
  });

  test('that is missing is asked for by its name', async () => {
    const answer = await site.stranger().post('/connexion', { courriel: '', mot_de_passe: '' });
    expect(faultsShown(await answer.text()).summary).toEqual([
      'Écrivez votre adresse de courriel, par exemple anne@exemple.fr',
      'Écrivez votre mot de passe.',
    ]);
  });
});
