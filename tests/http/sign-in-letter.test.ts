/** Sign-in by letter: A02, G05, C-01, C-02, reliability 9, 10 and 11. */
import { describe, expect, test } from 'vitest';
import type { Member } from '../support/cast';
import { mailboxOf } from '../support/mailbox';
import type { Visitor } from '../support/server';
import { faultsShown, mainOf, openSite, withoutTokens } from '../support/site';

const site = openSite({ TRUST_PROXY: '1' });
const post = mailboxOf(site);
let calls = 0;
function place(): Record<string, string> {
  calls += 1;
  return { 'X-Forwarded-For': `198.51.${calls >> 8}.${calls & 255}` };
}
const ask = (visitor: Visitor, courriel: string, more: Readonly<Record<string, string>> = {}) =>
  visitor.post('/connexion/lien', { courriel, ...more }, place());
const isIn = async (visitor: Visitor) => (await visitor.get('/salons')).status === 200;
const sessionsOf = async ({ id }: Member) =>
  (await site.cast.sql`select stays from auth.sessions where user_id = ${id}`).length;
const asked = async (more: Readonly<Record<string, string>> = {}) => {
  const anne = await site.cast.member('Anne');
  const visitor = site.stranger();
  const answer = await ask(visitor, anne.email, more);
  return { anne, visitor, answer, letter: await post.last(anne.email, 'signIn') };
};
/** Six digits that are not these. */
const wrongFor = (code: string, n = 1) => String((Number(code) + n) % 1_000_000).padStart(6, '0');

describe('the link', () => {
  test('shows a button where it was asked for, and the button opens one session', async () => {
    const { anne, visitor, answer, letter } = await asked({ retour: '/salons?q=jardin', rester: 'on' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/connexion/courrier?suite=1']);
    expect(letter.path).toMatch(/^\/connexion\/lien\/[\w-]{43}$/);
    const page = mainOf(await (await visitor.get(letter.path)).text());
    expect(page).not.toContain('name="code"');
    const used = await visitor.post(letter.path, {});
    expect([used.status, used.headers.get('location')]).toEqual([303, '/salons?q=jardin']);
    expect(used.headers.getSetCookie()[0]).toContain(`Max-Age=${90 * 86_400}`);
    expect(await isIn(visitor)).toBe(true);
    expect(await sessionsOf(anne)).toBe(1);
  });

  test('is burnt by no scanner, however often it looks, whatever it follows', async () => {
    const { visitor, letter } = await asked();
    for (let n = 0; n < 5; n += 1) {
      for (const method of ['GET', 'HEAD']) {
        const answer = await fetch(site.origin + letter.path, { method, headers: { 'User-Agent': 'SafeLinks' } });
        expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []]);
      }
    }
    expect((await visitor.post(letter.path, {})).status).toBe(303);
  });

  test('in another browser asks for the code of the same letter, and opens with it', async () => {
    const { anne, visitor, letter } = await asked();
    const telephone = site.stranger();
    const page = mainOf(await (await telephone.get(letter.path)).text());
    expect(page).toContain('name="code"');
    expect(page).toContain('dans un autre navigateur');
    const bare = await telephone.post(letter.path, {});
    expect(bare.status).toBe(422);
    expect(Object.keys(faultsShown(await bare.text()).fields)).toEqual(['code']);
    expect((await telephone.post(letter.path, { code: wrongFor(letter.code) })).status).toBe(422);
    expect(await isIn(telephone)).toBe(false);
    expect((await telephone.post(letter.path, { code: letter.code, rester: 'on' })).status).toBe(303);
    expect(await isIn(telephone)).toBe(true);
    expect((await visitor.post(letter.path, {})).status).toBe(404);
    expect(await sessionsOf(anne)).toBe(1);
  });

  test('posted fifty times at once opens one session', async () => {
    const { anne, visitor, letter } = await asked();
    const Cookie = visitor.cookie();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => site.stranger().post(letter.path, {}, { Cookie, ...place() })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, ...Array(49).fill(404)]);
    expect(await sessionsOf(anne)).toBe(1);
  });

  test('is the newest only, good for a quarter of an hour, once', async () => {
    const { anne, visitor, letter } = await asked();
    await ask(visitor, anne.email);
    const newer = await post.last(anne.email, 'signIn');
    expect((await visitor.get(letter.path)).status).toBe(404);
    expect((await visitor.post(letter.path, {})).status).toBe(404);
    await site.cast.sql`
      update auth.tokens set expires_at = expires_at - interval '15 minutes' where user_id = ${anne.id}`;
    expect((await visitor.get(newer.path)).status).toBe(404);
    expect((await visitor.post(newer.path, {})).status).toBe(404);
    const dead = mainOf(await (await visitor.get(newer.path)).text());
    expect(dead).toContain('Recevoir un nouveau courriel');
  });

  test.each(['x', 'a'.repeat(43), 'a'.repeat(5_000), '%00', "' or 1=1 --", '..%2f..'])(
    'that is none (%#) is one page that says what to do',
    async (jeton) => {
      const path = `/connexion/lien/${encodeURIComponent(jeton)}`;
      for (const answer of [await site.stranger().get(path), await site.stranger().post(path, { code: '000000' })]) {
        expect(answer.status).toBe(404);
        expect(mainOf(await answer.text())).toContain('Ce lien n’est plus bon');
      }
    },
  );
});

describe('the code', () => {
  test('opens where it was asked for, however it was copied, and is remembered whose it is', async () => {
    const { visitor, letter } = await asked({ retour: '/salons?q=jardin' });
    const typed = ` ${letter.code.slice(0, 3)} ${letter.code.slice(3)}`;
    const answer = await visitor.post('/connexion/code', { code: typed }, place());
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/salons?q=jardin']);
    expect(await isIn(visitor)).toBe(true);
  });

  test('opens with its address in a browser that asked for nothing', async () => {
    const { anne, letter } = await asked();
    const library = site.stranger();
    const answer = await library.post('/connexion/code', { courriel: anne.email, code: letter.code }, place());
    expect(answer.status).toBe(303);
    expect(await isIn(library)).toBe(true);
  });

  test('dies of five wrong tries; the link of the same letter still opens', async () => {
    const { visitor, letter } = await asked();
    for (let n = 1; n <= 5; n += 1) {
      const wrong = await visitor.post('/connexion/code', { code: wrongFor(letter.code, n) }, place());
      expect(wrong.status).toBe(422);
      expect(Object.keys(faultsShown(await wrong.text()).fields)).toEqual(['code']);
    }
    expect((await visitor.post('/connexion/code', { code: letter.code }, place())).status).toBe(422);
    expect((await visitor.post(letter.path, {})).status).toBe(303);
  });

  test('tried fifty times at once is tried five times', async () => {
    const { anne, visitor, letter } = await asked();
    const Cookie = visitor.cookie();
    const tries = Array.from({ length: 50 }, (_, n) =>
      site.stranger().post('/connexion/code', { code: wrongFor(letter.code, n + 1) }, { Cookie, ...place() }),
    );
    await Promise.all(tries);
    const [left] = await site.cast.sql`
      select tries_left, tries_elsewhere from auth.tokens where user_id = ${anne.id}`;
    expect(left).toEqual({ tries_left: 0, tries_elsewhere: 5 });
  });

  test('is not killed by somebody else’s guesses', async () => {
    const { anne, visitor, letter } = await asked();
    for (let n = 1; n <= 7; n += 1) {
      await site.stranger().post('/connexion/code', { courriel: anne.email, code: wrongFor(letter.code, n) }, place());
    }
    const late = { courriel: anne.email, code: letter.code };
    expect((await site.stranger().post('/connexion/code', late, place())).status).toBe(422);
    expect((await visitor.post('/connexion/code', { code: letter.code }, place())).status).toBe(303);
  });

  test('is guessed at no more than twenty times a day, whatever letters are asked for', async () => {
    const { anne, letter } = await asked();
    const statuses: number[] = [];
    for (let n = 1; n <= 22; n += 1) {
      const code = wrongFor(letter.code, n);
      statuses.push((await site.stranger().post('/connexion/code', { courriel: anne.email, code }, place())).status);
    }
    expect(statuses).toEqual([...Array(20).fill(422), 429, 429]);
  });

  test.each(['', '12345', '1234567', 'abcdef', '12 34', '١٢٣٤٥٦'])('%j is none, and costs no try', async (code) => {
    const { anne, visitor } = await asked();
    const answer = await visitor.post('/connexion/code', { code }, place());
    expect(answer.status).toBe(422);
    const [left] = await site.cast.sql`select tries_left from auth.tokens where user_id = ${anne.id}`;
    expect(left).toEqual({ tries_left: 5 });
  });

  test('typed with nothing to go by leads to the form that asks for a letter', async () => {
    const answer = await site.stranger().post('/connexion/code', { code: '123456' }, place());
    expect(answer.status).toBe(422);
    expect(mainOf(await answer.text())).toContain('Recevoir le courriel');
  });
});

describe('an address without an account', () => {
  test('gets the same answer, the same page, and a letter of its own', async () => {
    const anne = await site.cast.member('Anne');
    const [one, two] = [site.stranger(), site.stranger()];
    const a = await ask(one, anne.email);
    const b = await ask(two, 'personne@exemple.fr');
    expect([a.status, a.headers.get('location')]).toEqual([b.status, b.headers.get('location')]);
    expect([...a.headers.keys()]).toEqual([...b.headers.keys()]);
    const [hers, nobodys] = await Promise.all(
      [one, two].map(async (who) => mainOf(withoutTokens(await (await who.get('/connexion/courrier')).text()))),
    );
    expect(hers?.replaceAll(anne.email, 'X')).toBe(nobodys?.replaceAll('personne@exemple.fr', 'X'));
    expect(await post.templates('personne@exemple.fr')).toEqual(['noAccount']);
    const tries = await Promise.all(
      [one, two].map(async (who) => (await who.post('/connexion/code', { code: '000001' }, place())).text()),
    );
    const shown = tries.map((page) => mainOf(withoutTokens(page)));
    expect(shown[0]?.replaceAll(anne.email, 'X')).toBe(shown[1]?.replaceAll('personne@exemple.fr', 'X'));
  });
});

test('a hundred letters asked for one mailbox are three, and the answer says when to come back', async () => {
  const anne = await site.cast.member('Anne');
  const [local, domain] = anne.email.split('@');
  const statuses: number[] = [];
  let wait = 0;
  for (let n = 0; n < 100; n += 1) {
    const courriel = n % 2 ? anne.email.toUpperCase() : `${local}+${n}@${domain}`;
    const answer = await ask(site.stranger(), courriel);
    statuses.push(answer.status);
    wait = Number(answer.headers.get('retry-after'));
    if (n === 99) expect(await answer.text()).toMatch(/Vous pourrez réessayer dans \d+\sminutes/);
  }
  expect(statuses).toEqual([303, 303, 303, ...Array(97).fill(429)]);
  expect(wait).toBeGreaterThan(60);
  expect(wait).toBeLessThanOrEqual(3_600);
});

describe('an unconfirmed account', () => {
  test('is confirmed by its letter', async () => {
    const ursule = await site.cast.member('Ursule', { confirmed: false });
    const visitor = site.stranger();
    await ask(visitor, ursule.email);
    const { path } = await post.last(ursule.email, 'signIn');
    expect((await visitor.post(path, {})).status).toBe(303);
    expect(await (await visitor.get('/salons')).text()).not.toContain('pas encore confirmée');
    expect(await post.templates(ursule.email)).toContain('welcome');
  });
});

describe('a forged Host', () => {
  test('leads nowhere: the letter has a path, and its origin is ORIGIN alone', async () => {
    const anne = await site.cast.member('Anne');
    const forged = { 'X-Forwarded-Host': 'evil.fr', Forwarded: 'host=evil.fr', ...place() };
    await site.stranger().post('/connexion/lien', { courriel: anne.email }, forged);
    const letters = JSON.stringify(await post.all(anne.email));
    expect(letters).not.toContain('evil');
    expect((await post.last(anne.email, 'signIn')).path).toMatch(/^\/connexion\/lien\//);
  });
});

test.each([
  '//evil.fr',
  '/\\evil.fr',
  'https://evil.fr',
  'javascript:alert(1)',
  '/\r\nLocation: //evil.fr',
  '/.//e.fr',
  `/${'é'.repeat(1_900)}`,
])('retour %j leads to the start page', async (retour) => {
  const { visitor, letter } = await asked({ retour });
  expect((await visitor.post(letter.path, {})).headers.get('location')).toBe('/');
});

test('a browser that keeps no cookies is told so after asking, and the letter still opens with its code', async () => {
  const anne = await site.cast.member('Anne');
  await ask(site.stranger(), anne.email);
  const page = mainOf(await (await site.stranger().get('/connexion/courrier?suite=1')).text());
  expect(page).toContain('Votre navigateur refuse les cookies');
  expect(page).toContain('Le courriel est parti');
});

test('without a letter to wait for the page says so, and how to get one', async () => {
  const page = mainOf(await (await site.stranger().get('/connexion/courrier')).text());
  expect(page).toContain('Aucun courriel en attente');
  expect(page).toContain('href="/connexion/lien"');
});
