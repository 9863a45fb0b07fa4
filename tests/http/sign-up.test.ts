/** Opening an account: A01, D01, reliability 10. */
import { describe, expect, test } from 'vitest';
import { faultsShown, filledIn, openHouse } from '../support/house';

const house = openHouse({ TRUST_PROXY: '1' });
const FORM = { nom: 'Anne D.', courriel: '', mot_de_passe: 'noisette-parapluie-bleu', consentement: 'on' };
let made = 0;
const fresh = () => `anne${made++}@exemple.fr`;

const signUp = (fields: Readonly<Record<string, string>>, visitor = house.stranger()) =>
  visitor.post('/inscription', { ...FORM, courriel: fresh(), ...fields }, { 'X-Forwarded-For': '203.0.113.1' });
const accountsOf = (email: string) => house.cast.sql<
  { fullName: string; consented: boolean; sessions: number; passwordHash: string }[]
>`
  select p.full_name as "fullName", u.consented_at is not null as consented, u.password_hash as "passwordHash",
    (select count(*)::int from auth.sessions s where s.user_id = u.id) as sessions
  from auth.users u join profiles p on p.id = u.id
  where u.email = ${email}`;

test('one form makes the account, its profile and a session', async () => {
  const visitor = house.stranger();
  const courriel = fresh();
  const answer = await signUp({ courriel, nom: '  Anne \n D. ' }, visitor);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/?dit=bienvenue']);
  const [account] = await accountsOf(courriel);
  expect(account).toMatchObject({ fullName: 'Anne D.', consented: true, sessions: 1 });
  expect(account?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const home = await (await visitor.get('/?dit=bienvenue')).text();
  expect(home).toContain('Bienvenue parmi nous');
  const signedIn = await house.stranger().post('/connexion', { courriel, mot_de_passe: FORM.mot_de_passe });
  expect(signedIn.status).toBe(303);
});

test('it leads back to where one came from', async () => {
  expect((await signUp({ retour: '/s/ABC234' })).headers.get('location')).toBe('/s/ABC234');
  expect((await signUp({ retour: '/.//evil.fr' })).headers.get('location')).toBe('/?dit=bienvenue');
});

describe('a refused form', () => {
  test.each([
    ['consentement', { consentement: '' }],
    ['consentement', { consentement: 'oui' }],
    ['mot_de_passe', { mot_de_passe: '12345678' }],
    ['mot_de_passe', { mot_de_passe: 'Motdepasse1' }],
    ['mot_de_passe', { mot_de_passe: 'court' }],
    ['mot_de_passe', { mot_de_passe: 'xy'.repeat(600) }],
    ['nom', { nom: '   ' }],
    ['nom', { nom: 'x'.repeat(81) }],
    ['courriel', { courriel: 'anne' }],
    ['courriel', { courriel: `${'a'.repeat(246)}@exemple.fr` }],
  ])('%s: told beside the field, nothing made', async (field, fields) => {
    const before = await house.cast.sql`select count(*) from auth.users`;
    const answer = await signUp(fields);
    expect(answer.status).toBe(422);
    expect(answer.headers.get('set-cookie')).toBeNull();
    const shown = faultsShown(await answer.text());
    expect(Object.keys(shown.fields)).toEqual([field]);
    expect(shown.summary).toEqual(Object.values(shown.fields));
    expect(await house.cast.sql`select count(*) from auth.users`).toEqual(before);
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
  test('that has an account is refused, in capitals too, and its account is untouched', async () => {
    const courriel = fresh();
    await signUp({ courriel });
    const before = await accountsOf(courriel);
    const answer = await signUp({
      courriel: courriel.toUpperCase(),
      mot_de_passe: 'un-autre-mot-de-passe',
      nom: 'Eve',
    });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(Object.keys(faultsShown(await answer.text()).fields)).toEqual(['courriel']);
    expect(await accountsOf(courriel)).toEqual(before);
  });

  test.each([
    'anne+salon@exemple.fr',
    'Anne.Dupont-Martin@Exemple.FR',
    `${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(57)}.fr`,
  ])('%s can have one', async (courriel) => {
    expect(courriel.length).toBeLessThanOrEqual(254);
    expect((await signUp({ courriel })).status).toBe(303);
    expect(await accountsOf(courriel.toLowerCase())).toHaveLength(1);
  });

  test('asked for ten times at once makes one account', async () => {
    const courriel = fresh();
    const answers = await Promise.all(Array.from({ length: 10 }, () => signUp({ courriel })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, ...Array(9).fill(422)]);
    expect(await accountsOf(courriel)).toHaveLength(1);
  });
});

test('fields that no form of ours has are ignored', async () => {
  const courriel = fresh();
  const answer = await signUp({
    courriel,
    app_role: 'admin',
    subscription_type: 'annuel',
    id: '1',
    email_confirmed_at: 'x',
  });
  expect(answer.status).toBe(303);
  const [profile] = await house.cast.sql`
    select app_role, subscription_type from profiles p join auth.users u using (id) where u.email = ${courriel}`;
  expect(profile).toMatchObject({ app_role: 'member', subscription_type: 'freemium' });
});

test('one place opens so many accounts an hour, another place is not held up', async () => {
  const from = (place: string) =>
    house.stranger().post('/inscription', { ...FORM, courriel: 'anne0@exemple.fr' }, { 'X-Forwarded-For': place });
  const answers: Response[] = [];
  while (answers.length < 62) answers.push(...(await Promise.all([from('203.0.113.77'), from('203.0.113.77')])));
  expect(answers.filter((answer) => answer.status === 429)).toHaveLength(2);
  expect(Number(answers.find((answer) => answer.status === 429)?.headers.get('retry-after'))).toBeGreaterThan(60);
  expect((await from('203.0.113.78')).status).toBe(422);
});
