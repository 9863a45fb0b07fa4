/** Opening an account: A01, A05, D01, P01, C-23, reliability 10. */
import { describe, expect, test } from 'vitest';
import { mailboxOf } from '../support/mailbox';
import type { Visitor } from '../support/server';
import { faultsShown, filledIn, journalOf, mainOf, openSite, withoutTokens } from '../support/site';

const site = openSite({ TRUST_PROXY: '1' });
const post = mailboxOf(site);
const FORM = { nom: 'Anne D.', courriel: '', mot_de_passe: 'noisette-parapluie-bleu', consentement: 'on' };
let made = 0;
const fresh = () => `nouvelle${made++}@exemple.fr`;

type Fields = Readonly<Record<string, string>>;
const signUp = (fields: Fields, visitor: Visitor = site.stranger()) =>
  visitor.post('/inscription', { ...FORM, courriel: fresh(), ...fields }, place());
/** A place of its own for every sending, so that no limit reaches over. */
function place(): Record<string, string> {
  made += 1;
  return { 'X-Forwarded-For': `203.0.${made >> 8}.${made & 255}` };
}
const accountsOf = (email: string) => site.cast.sql<
  { fullName: string; confirmed: boolean; sessions: number; passwordHash: string; version: string | null }[]
>`
  select p.full_name as "fullName", u.email_confirmed_at is not null as confirmed, u.password_hash as "passwordHash",
    (select count(*)::int from auth.sessions s where s.user_id = u.id) as sessions,
    (select c.version from consents c where c.user_id = u.id and u.consented_at is not null) as version
  from auth.users u join profiles p on p.id = u.id
  where u.email = ${email}`;
const waitingPage = async (visitor: Visitor) => mainOf(await (await visitor.get('/connexion/courrier')).text());

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

describe('a refused form', () => {
  test.each([
    ['consentement', { consentement: '' }],
    ['consentement', { consentement: 'oui' }],
    ['mot_de_passe', { mot_de_passe: '12345678' }],
    ['mot_de_passe', { mot_de_passe: 'Motdepasse1' }],
    ['mot_de_passe', { mot_de_passe: 'court' }],
    ['mot_de_passe', { mot_de_passe: 'xy'.repeat(600) }],
    ['mot_de_passe', { mot_de_passe: 'Anne.D-1951' }],
    ['nom', { nom: '   ' }],
    ['nom', { nom: 'x'.repeat(81) }],
    ['nom', { nom: 'Gagnez sur www.evil.fr' }],
    ['courriel', { courriel: 'anne' }],
    ['courriel', { courriel: `${'a'.repeat(246)}@exemple.fr` }],
    ['courriel', { courriel: 'anne@exemple.fr\r\nBcc: tous@exemple.fr' }],
  ])('%s: told beside the field, nothing made', async (field, fields) => {
    const before = await site.cast.sql`select count(*) from auth.users`;
    const answer = await signUp(fields);
    expect(answer.status).toBe(422);
    expect(answer.headers.get('set-cookie')).toBeNull();
    const shown = faultsShown(await answer.text());
    expect(Object.keys(shown.fields)).toEqual([field]);
    expect(shown.summary).toEqual(Object.values(shown.fields));
    expect(await site.cast.sql`select count(*) from auth.users`).toEqual(before);
  });

  test('comes back as it was typed, without the password', async () => {
    const page = await (
      await signUp({ nom: '<b>Anne</b> "D"', courriel: 'pas-une-adresse', retour: '/salons' })
    ).text();
    expect(filledIn(page, 'nom')).toBe('<b>Anne</b> "D"');
    expect(filledIn(page, 'courriel')).toBe('pas-une-adresse');
    expect(filledIn(page, 'retour')).toBe('/salons');
    expect(page).toMatch(/<input[^>]*name="consentement"[^>]*checked/);
    expect(page).not.toContain(FORM.mot_de_passe);
    expect(page).not.toContain('<b>Anne');
  });
});

describe('an address', () => {
  test.each([
    ['anne+salon@exemple.fr', 'anne+salon@exemple.fr'],
    ['Anne.Dupont-Martin@Exemple.FR', 'anne.dupont-martin@exemple.fr'],
    ['anne@été.fr', 'anne@xn--t-9fab.fr'],
    [
      `${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(57)}.fr`,
      `${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(57)}.fr`,
    ],
  ])('%s can have one', async (courriel, stored) => {
    expect((await signUp({ courriel })).status).toBe(303);
    expect(await accountsOf(stored)).toHaveLength(1);
  });

  test('asked for ten times at once makes one account, and at most three letters', async () => {
    const courriel = fresh();
    const answers = await Promise.all(Array.from({ length: 10 }, () => signUp({ courriel })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 303, 303, ...Array(7).fill(429)]);
    expect(await accountsOf(courriel)).toHaveLength(1);
    expect(await post.all(courriel)).toHaveLength(3);
  });

  test('a name cannot begin a header of the letter', async () => {
    const courriel = fresh();
    await signUp({ courriel, nom: 'Anne\r\nBcc: tous\u202e\u0007' });
    expect(await post.last(courriel, 'confirmation')).toMatchObject({ name: 'Anne Bcc: tous' });
  });
});

describe('machines', () => {
  test('that fill in everything get the same page, and nothing is made', async () => {
    const courriel = fresh();
    const visitor = site.stranger();
    const answer = await signUp({ courriel, site: 'https://evil.fr' }, visitor);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/connexion/courrier?suite=1']);
    expect(await waitingPage(visitor)).toContain(courriel);
    expect(await accountsOf(courriel)).toEqual([]);
    expect(await post.all(courriel)).toEqual([]);
    await expect
      .poll(() => journalOf(site.server).some((line) => String(line.msg).includes('hidden field')))
      .toBe(true);
  });

  test('that are too quick get the form back, and whoever sends it again is not held up', async () => {
    const visitor = site.stranger();
    const debut = filledIn(await (await visitor.get('/inscription')).text(), 'debut') ?? '';
    const courriel = fresh();
    const quick = await signUp({ courriel, debut }, visitor);
    expect(quick.status).toBe(422);
    const page = await quick.text();
    expect(filledIn(page, 'courriel')).toBe(courriel);
    expect(filledIn(page, 'debut')).toBe(debut);
    expect(await accountsOf(courriel)).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect((await signUp({ courriel, debut }, visitor)).status).toBe(303);
  });

  test('that write the time themselves get nowhere, and get a good one back', async () => {
    const courriel = fresh();
    const refused = await signUp({ courriel, debut: '0.forged' });
    expect(refused.status).toBe(422);
    expect(filledIn(await refused.text(), 'debut')).not.toBe('0.forged');
  });
});

test('fields that no form of ours has are ignored', async () => {
  const courriel = fresh();
  const answer = await signUp({
    ...{ courriel, app_role: 'admin', subscription_type: 'annuel', id: '1', email_confirmed_at: 'x' },
  });
  expect(answer.status).toBe(303);
  const [profile] = await site.cast.sql`
    select app_role, subscription_type, email_confirmed_at from profiles p join auth.users u using (id)
    where u.email = ${courriel}`;
  expect(profile).toMatchObject({ app_role: 'member', subscription_type: 'freemium', email_confirmed_at: null });
});

test('one place opens so many accounts an hour, another place is not held up', async () => {
  const from = (there: string) =>
    site.stranger().post('/inscription', { ...FORM, courriel: fresh() }, { 'X-Forwarded-For': there });
  const answers: Response[] = [];
  while (answers.length < 62) answers.push(...(await Promise.all([from('203.1.113.77'), from('203.1.113.77')])));
  expect(answers.filter((answer) => answer.status === 429)).toHaveLength(2);
  expect(Number(answers.find((answer) => answer.status === 429)?.headers.get('retry-after'))).toBeGreaterThan(60);
  expect((await from('203.1.113.78')).status).toBe(303);
});
