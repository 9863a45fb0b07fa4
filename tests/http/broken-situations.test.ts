/**
 * U12: sign-ins that do not succeed at once. Each situation ends signed in, or with a next step that the page names. Forms and
 * links alone: nothing here runs a script.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '~/auth/passwords';
import type { Member } from '../support/cast';
import { mailboxOf } from '../support/mailbox';
import type { Visitor } from '../support/server';
import { mainOf, openSite } from '../support/site';

const PASSWORD = 'noisette-parapluie-bleu';
const BROWSER = {
  Accept: 'text/html,application/xhtml+xml',
  'User-Agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0',
};
const site = openSite({ TRUST_PROXY: '1' });
const post = mailboxOf(site);
let hash: string;
let calls = 0;
beforeAll(async () => {
  hash = await hashPassword(PASSWORD);
});
function place(): Record<string, string> {
  calls += 1;
  return { 'X-Forwarded-For': `198.18.0.${calls}`, ...BROWSER };
}
async function member(name = 'Anne'): Promise<Member> {
  const made = await site.cast.member(name);
  await site.cast.sql`update auth.users set password_hash = ${hash} where id = ${made.id}`;
  return made;
}
const isIn = async (visitor: Visitor) => (await visitor.get('/salons')).status === 200;
const shown = async (answer: Response) => mainOf(await answer.text());
const signIn = (visitor: Visitor, courriel: string, mot_de_passe = PASSWORD) =>
  visitor.post('/connexion', { courriel, mot_de_passe }, place());
const askLetter = async (visitor: Visitor, courriel: string) => {
  await visitor.post('/connexion/lien', { courriel }, place());
  return post.last(courriel, 'signIn');
};

test('1. the letter is read on another device: its code opens the first window, link and code open the other', async () => {
  const anne = await member();
  const [computer, telephone] = [site.stranger(), site.stranger()];
  const first = await askLetter(computer, anne.email);
  expect(await shown(await telephone.get(first.path))).toContain('name="code"');
  await computer.post('/connexion/code', { code: first.code }, place());
  const second = await askLetter(site.stranger(), anne.email);
  await telephone.post(second.path, { code: second.code }, place());
  expect([await isIn(computer), await isIn(telephone)]).toEqual([true, true]);
});

test('2. the link is burnt: the page says so, and how to get another', async () => {
  const anne = await member();
  const visitor = site.stranger();
  const { path } = await askLetter(visitor, anne.email);
  await visitor.post(path, {}, place());
  const burnt = await site.stranger().get(path);
  expect(burnt.status).toBe(404);
  expect(await shown(burnt)).toMatch(/Ce lien n’est plus bon[\s\S]*href="\/connexion\/lien"[\s\S]*href="\/connexion"/);
});

test('3. the device’s clock is wrong: nothing depends on it', async () => {
  const anne = await member();
  const visitor = site.stranger();
  const past = { Date: 'Thu, 01 Jan 2004 00:00:00 GMT', 'If-Modified-Since': 'Thu, 01 Jan 2004 00:00:00 GMT' };
  const { path } = await askLetter(visitor, anne.email);
  expect((await visitor.get(path, past)).status).toBe(200);
  const answer = await visitor.post(path, {}, { ...place(), ...past });
  expect(answer.headers.getSetCookie().join()).not.toMatch(/expires=/i);
  expect(await isIn(visitor)).toBe(true);
});

test('4. cookies are refused: the password is right, and the page says what is wrong and what to do', async () => {
  const anne = await member();
  const answer = await signIn(site.stranger(), anne.email);
  expect(answer.headers.get('location')).toBe('/connexion/arrivee?retour=%2F');
  const page = await shown(await site.stranger().get('/connexion/arrivee?retour=%2F', BROWSER));
  expect(page).toContain('Votre navigateur refuse les cookies');
  expect(page).toContain('href="/aide"');
});

test('4b. a first visit keeps them: one step more, and on', async () => {
  const anne = await member();
  const visitor = site.stranger();
  const answer = await visitor.post(
    '/connexion',
    { courriel: anne.email, mot_de_passe: PASSWORD, retour: '/salons?q=jardin' },
    place(),
  );
  const on = await visitor.get(answer.headers.get('location') ?? '', BROWSER);
  expect([on.status, on.headers.get('location')]).toEqual([303, '/salons?q=jardin']);
});

test('5. the mailbox is lost: the password still opens, and the settings change the address', async () => {
  const anne = await member();
  const visitor = site.stranger();
  await signIn(visitor, anne.email);
  expect(await isIn(visitor)).toBe(true);
  expect((await shown(await visitor.get('/reglages'))).includes('href="/reglages/courriel"')).toBe(true);
});

test('6. the code is mistyped: told beside the field, kept in the same window, and the right one opens', async () => {
  const anne = await member();
  const visitor = site.stranger();
  const { code } = await askLetter(visitor, anne.email);
  const wrong = await visitor.post('/connexion/code', { code: code === '111111' ? '222222' : '111111' }, place());
  expect(wrong.status).toBe(422);
  expect(await shown(wrong)).toMatch(/id="faute-code"[\s\S]*Renvoyer le courriel/);
  await visitor.post('/connexion/code', { code }, place());
  expect(await isIn(visitor)).toBe(true);
});

test('6b. the password is mistyped: one press gets a code for the address that was typed', async () => {
  const anne = await member();
  const visitor = site.stranger();
  const page = await shown(await signIn(visitor, anne.email, 'presque-la-bonne'));
  for (const action of ['/connexion/lien', '/mot-de-passe/oubli']) {
    expect(page).toMatch(
      new RegExp(`action="${action}"[^>]*><input type="hidden" name="courriel" value="${anne.email}"`),
    );
  }
});

test('7. two windows: the older letter is replaced, and its page leads on; the newer one opens', async () => {
  const anne = await member();
  const visitor = site.stranger();
  const [older, newer] = [await askLetter(visitor, anne.email), await askLetter(visitor, anne.email)];
  expect(await shown(await visitor.post(older.path, {}, place()))).toContain('Un courriel plus récent');
  await visitor.post(newer.path, {}, place());
  expect(await isIn(visitor)).toBe(true);
  expect(await shown(await visitor.get(older.path))).toContain('Continuer dans mon compte');
});

test('8. back after signing out: nothing of the account is shown, and sign-in is', async () => {
  const anne = await member();
  const visitor = site.stranger();
  await signIn(visitor, anne.email);
  expect((await visitor.get('/salons')).headers.get('cache-control')).toBe('private, no-store');
  await visitor.post('/deconnexion', {});
  expect((await visitor.get('/salons')).headers.get('location')).toBe('/connexion?retour=%2Fsalons');
});

test('9. the link is forwarded to a friend: it does not let her in, and tells her what it is', async () => {
  const anne = await member();
  const { path } = await askLetter(site.stranger(), anne.email);
  const friend = site.stranger();
  expect(await shown(await friend.get(path))).toContain('Quelqu’un vous a fait suivre ce courriel');
  expect((await friend.post(path, {}, place())).status).toBe(422);
  expect(await isIn(friend)).toBe(false);
});

describe('10. the account was never confirmed', () => {
  test('within the week: every page says how, and the letter comes again', async () => {
    const ursule = await site.cast.member('Ursule', { confirmed: false });
    const visitor = await site.as(ursule);
    expect(await (await visitor.get('/salons')).text()).toContain('href="/connexion/courrier"');
    await visitor.post('/api/send-verification-email', {}, place());
    const { code } = await post.last(ursule.email, 'confirmation');
    await visitor.post('/connexion/code', { code }, place());
    expect(await (await visitor.get('/salons')).text()).not.toContain('pas encore confirmée');
  });

  test('afterwards: the letter that comes says that there is no account, and where to open one', async () => {
    await site.stranger().post('/connexion/lien', { courriel: 'partie@exemple.fr' }, place());
    expect(await post.last('partie@exemple.fr', 'noAccount')).toEqual({ path: '/inscription' });
  });
});

describe('a device that was never seen', () => {
  const devices = { Accept: '*/*', 'User-Agent': 'Mozilla/5.0 (iPhone) Version/18.0 Mobile Safari/605.1' };

  test('is told to the owner, in words, once; the first one, and one she knows, is not', async () => {
    const anne = await member();
    const computer = site.stranger();
    await signIn(computer, anne.email);
    await computer.post('/deconnexion', {});
    await signIn(computer, anne.email);
    expect(await post.templates(anne.email)).toEqual([]);
    for (let n = 0; n < 2; n += 1) {
      const telephone = site.stranger();
      await telephone.post('/connexion', { courriel: anne.email, mot_de_passe: PASSWORD }, { ...place(), ...devices });
    }
    const letters = await post.all(anne.email);
    expect(letters).toMatchObject([
      { template: 'newDevice', props: { device: 'Safari sur iPhone', path: '/reglages/appareils' } },
    ]);
  });

  test('by letter too; and no sign-in method takes a session or a device that came from outside', async () => {
    const anne = await member();
    await signIn(site.stranger(), anne.email);
    const visitor = site.stranger();
    const { path } = await askLetter(visitor, anne.email);
    const planted = `aurora_session=p${'a'.repeat(40)}; aurora_appareil=court`;
    const answer = await visitor.post(path, {}, { ...place(), Cookie: planted });
    const cookies = answer.headers.getSetCookie().join('\n');
    expect(cookies).not.toContain('a'.repeat(40));
    expect(cookies).toMatch(/aurora_appareil=[\w-]{43};/);
    expect(await post.templates(anne.email)).toEqual(['signIn', 'newDevice']);
  });

  test('a session that was there before is over when another is opened', async () => {
    const [anne, paul] = [await member('Anne'), await member('Paul')];
    const visitor = site.stranger();
    await signIn(visitor, anne.email);
    const before = visitor.cookie();
    await signIn(visitor, paul.email);
    const old = await fetch(`${site.origin}/salons`, { headers: { Cookie: before }, redirect: 'manual' });
    expect(old.status).toBe(303);
  });
});
