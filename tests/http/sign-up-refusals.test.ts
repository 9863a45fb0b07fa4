/** What the form of a new account refuses, from people, machines and floods: A01, C-23, reliability 10. */
import { describe, expect, test } from 'vitest';
import { FORM, signUpOf } from '../support/sign-up';
import { faultsShown, filledIn, journalOf, openSite } from '../support/site';

const site = openSite({ TRUST_PROXY: '1' });
const { post, fresh, signUp, accountsOf, waitingPage } = signUpOf(site);

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
