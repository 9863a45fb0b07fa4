/** Google and GitHub: A03, A04, W01. The providers are small servers on loopback. */
import { randomInt, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import { CLIENT, type Mood, type Person, type ProviderStandIn, providerStandIn } from '../support/provider-stand-in';
import type { Visitor } from '../support/server';
import { signInOf } from '../support/sign-in';
import { faultsShown, filledIn, openSite, words } from '../support/site';

const settings: Record<string, string> = {
  TRUST_PROXY: '1',
  GOOGLE_CLIENT_ID: CLIENT.id,
  GOOGLE_CLIENT_SECRET: CLIENT.secret,
  GITHUB_CLIENT_ID: CLIENT.id,
  GITHUB_CLIENT_SECRET: CLIENT.secret,
};
let google: ProviderStandIn;
let github: ProviderStandIn;
beforeAll(async () => {
  [google, github] = [await providerStandIn(false), await providerStandIn(true)];
  settings.GOOGLE_OAUTH_BASE = google.origin;
  settings.GITHUB_OAUTH_BASE = github.origin;
  return async () => {
    await google.close();
    await github.close();
  };
});
const site = openSite(settings);
const { memberWithPassword, signedIn, isIn, letters, unprove } = signInOf(site);

let calls = 0;
const place = () => ({ 'X-Forwarded-For': `198.51.100.${++calls % 250}` });
const somebody = (more: Partial<Person> = {}): Person => ({
  sub: String(randomInt(1, 2 ** 40)),
  email: `venue.${randomUUID().slice(0, 8)}@exemple.fr`,
  name: 'Odile Martin',
  ...more,
});

/** There and back, as a browser goes; gives the address it comes back to. */
async function trip(visitor: Visitor, at: 'google' | 'github', person: Person, mood: Mood = 'well', form = {}) {
  const standIn = at === 'google' ? google : github;
  standIn.seat(person, mood);
  const off = await visitor.post(href('provider', { fournisseur: at }), form, place());
  expect([at, off.status]).toEqual([at, 303]);
  const asked = await fetch(off.headers.get('location') ?? '', { redirect: 'manual' });
  const back = new URL(asked.headers.get('location') ?? '');
  expect(back.origin).toBe(site.origin);
  return { off, back: back.pathname + back.search };
}
async function arrive(visitor: Visitor, at: 'google' | 'github', person: Person, mood: Mood = 'well', form = {}) {
  const { back } = await trip(visitor, at, person, mood, form);
  return visitor.get(back, place());
}
const accountsAt = (email: string) => site.cast.sql<{ id: string; confirmed: boolean }[]>`
  select id, email_confirmed_at is not null as confirmed from auth.users where email = ${email}`;
const linksOf = (userId: string) => site.cast.sql`
  select provider, subject from auth.oauth_accounts where user_id = ${userId} order by provider`;
const signUp = (visitor: Visitor, form = { nom: 'Odile M.', consentement: 'on' } as Record<string, string>) =>
  visitor.post(href('providerSignUp'), form, place());

test('both are offered at sign-in and at sign-up, and a form may lead there', async () => {
  for (const path of ['/connexion', '/inscription']) {
    const answer = await site.stranger().get(path);
    const page = await answer.text();
    expect(page).toContain('Continuer avec Google');
    expect(page).toContain('formaction="/connexion/github"');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`billing.stripe.com ${google.origin} ${github.origin};`);
  }
  expect((await site.stranger().post('/connexion/facebook', {})).status).toBe(404);
});

test('the question carries state and challenge, and the browser keeps the rest for ten minutes', async () => {
  const { off } = await trip(site.stranger(), 'google', somebody());
  const query = new URL(off.headers.get('location') ?? '').searchParams;
  expect(query.get('redirect_uri')).toBe(`${site.origin}/api/auth/callback`);
  expect(query.get('scope')).toBe('openid email profile');
  expect([query.get('code_challenge_method'), query.get('state')?.length]).toEqual(['S256', 43]);
  expect(off.headers.get('set-cookie')).toMatch(
    /^aurora_porte=[\w-]+\.[\w-]{43}; Path=\/api\/auth\/callback; Max-Age=600; HttpOnly; SameSite=Lax$/,
  );
});

describe.each(['google', 'github'] as const)('%s', (at) => {
  test('somebody new is asked for her consent, and then has one confirmed account', async () => {
    const visitor = site.stranger();
    const person = somebody();
    const answer = await arrive(visitor, at, person, 'well', { retour: '/salons', rester: 'on' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/inscription/fournisseur?retour=%2Fsalons']);
    expect(await accountsAt(person.email)).toHaveLength(0);
    const page = await (await visitor.get(answer.headers.get('location') ?? '')).text();
    expect(words(page)).toContain(person.email);
    expect(filledIn(page, 'nom')).toBe('Odile Martin');
    const without = await signUp(visitor, { nom: 'Odile M.' });
    expect(Object.keys(faultsShown(await without.text()).fields)).toEqual(['consentement']);
    expect(filledIn(page, 'retour')).toBe('/salons');
    const made = await signUp(visitor, { nom: 'Odile M.', consentement: 'on', retour: '/salons' });
    expect([made.status, made.headers.get('location')]).toEqual([303, '/salons?dit=bienvenue']);
    expect(made.headers.getSetCookie().join()).toContain(`Max-Age=${90 * 86_400}`);
    const [account] = await accountsAt(person.email);
    expect(account?.confirmed).toBe(true);
    expect(await linksOf(account?.id ?? '')).toEqual([{ provider: at, subject: person.sub }]);
    const [consent] = await site.cast.sql`select purpose from consents where user_id = ${account?.id ?? ''}`;
    expect(consent?.purpose).toBe('compte');
    const [profile] = await site.cast.sql`select full_name from profiles where id = ${account?.id ?? ''}`;
    expect(profile?.full_name).toBe('Odile M.');
    // She comes back, from another browser and under another address: it is the same person.
    const again = site.stranger();
    const entered = await arrive(again, at, { ...person, email: `autre.${person.email}` }, 'well', {
      retour: '/salons',
    });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/salons']);
    expect(await isIn(again)).toBe(true);
    expect(await accountsAt(`autre.${person.email}`)).toHaveLength(0);
  });

  test('a confirmed account with this address is opened, linked and told, never doubled', async () => {
    const anne = await memberWithPassword('Anne');
    const visitor = site.stranger();
    const person = somebody({ email: anne.email.toUpperCase() });
    expect((await arrive(visitor, at, person)).headers.get('location')).toBe('/');
    expect(await isIn(visitor)).toBe(true);
    expect(await accountsAt(anne.email)).toEqual([{ id: anne.id, confirmed: true }]);
    expect(await letters(anne, 'doorAdded')).toMatchObject([
      { provider: at === 'google' ? 'Google' : 'GitHub', path: '/reglages/comptes' },
    ]);
    await arrive(site.stranger(), at, person);
    expect(await letters(anne, 'doorAdded')).toHaveLength(1);
  });

  test('an address that the provider has not verified opens nothing', async () => {
    const anne = await memberWithPassword('Anne');
    const visitor = site.stranger();
    const answer = await arrive(visitor, at, somebody({ email: anne.email, verified: false }));
    expect([answer.status, await isIn(visitor)]).toEqual([400, false]);
    const page = await answer.text();
    expect(words(page)).toContain('n’est pas vérifiée');
    expect(page).toContain(href('signInLetter'));
    expect(await linksOf(anne.id)).toHaveLength(0);
  });

  test('an account that nobody has confirmed is not taken over', async () => {
    const eve = await site.cast.member('Eve', { confirmed: false });
    const visitor = site.stranger();
    const answer = await arrive(visitor, at, somebody({ email: eve.email }));
    expect([answer.status, await isIn(visitor)]).toEqual([400, false]);
    expect(words(await answer.text())).toContain('Un compte attend à cette adresse');
    expect(await accountsAt(eve.email)).toEqual([{ id: eve.id, confirmed: false }]);
    expect(await linksOf(eve.id)).toHaveLength(0);
  });

  test.each([
    ['denies', 400, 'Rien n’a été créé'],
    ['refuses', 400, 'n’a pas confirmé'],
    ['broken', 503, 'ne répond pas'],
    ['garbage', 503, 'ne répond pas'],
    ['huge', 503, 'ne répond pas'],
    ['nobody', 503, 'ne répond pas'],
  ] as const)('a provider that %s leads to a page with a next step', async (mood, status, said) => {
    const visitor = site.stranger();
    const person = somebody();
    const answer = await arrive(visitor, at, person, mood);
    expect(answer.status).toBe(status);
    const page = await answer.text();
    expect(words(page)).toContain(said);
    expect(page).toContain(href('signInLetter'));
    expect(page).toContain(href('lostKeys'));
    expect(await isIn(visitor)).toBe(false);
    expect(await accountsAt(person.email)).toHaveLength(0);
  });
});

test('a provider that says nothing is waited for eight seconds', async () => {
  const began = Date.now();
  const answer = await arrive(site.stranger(), 'google', somebody(), 'silent');
  expect(answer.status).toBe(503);
  expect(Date.now() - began).toBeLessThan(10_000);
}, 20_000);

describe('the way back', () => {
  test('belongs to the browser that went: another one’s answer opens nothing (login by a stranger’s link)', async () => {
    const attacker = somebody();
    await arrive(site.stranger(), 'google', attacker);
    const { back } = await trip(site.stranger(), 'google', attacker);
    const victim = site.stranger();
    expect((await victim.get(back, place())).status).toBe(400);
    await trip(victim, 'google', somebody());
    expect((await victim.get(back, place())).status).toBe(400);
    expect(await isIn(victim)).toBe(false);
  });

  test('a second visit, a forged state, a missing code and rubbish are answered in words', async () => {
    const anne = await memberWithPassword('Anne');
    const visitor = site.stranger();
    const { back } = await trip(visitor, 'google', somebody({ email: anne.email }));
    expect((await visitor.get(back, place())).status).toBe(303);
    expect((await visitor.get(back, place())).status).toBe(400);
    const url = new URL(back, site.origin);
    for (const query of [`state=${url.searchParams.get('state')}x&code=a`, '', 'state=&code=', 'code=%00&state=%ff']) {
      const answer = await site
        .stranger()
        .get(`/api/auth/callback?${query}`, { Cookie: 'aurora_porte=e30', ...place() });
      expect([query, answer.status]).toEqual([query, 400]);
    }
  });

  test('of ten at once with one code one gets in', async () => {
    const anne = await memberWithPassword('Anne');
    const visitor = site.stranger();
    const { back } = await trip(visitor, 'google', somebody({ email: anne.email }));
    const Cookie = visitor.cookie();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => site.stranger().get(back, { Cookie, ...place() })),
    );
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
  });

  test('ten of one person at once, each with a code of its own, make one account', async () => {
    const person = somebody();
    const visitors = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const visitor = site.stranger();
        await arrive(visitor, 'github', person);
        return visitor;
      }),
    );
    const made = await Promise.all(visitors.map((visitor) => signUp(visitor)));
    expect(made.filter((answer) => answer.headers.get('location') === '/?dit=bienvenue')).toHaveLength(1);
    expect(made.every((answer) => answer.status === 303)).toBe(true);
    expect(await accountsAt(person.email)).toHaveLength(1);
  });

  test('consent is given once, within a quarter of an hour', async () => {
    const visitor = site.stranger();
    const person = somebody();
    await arrive(visitor, 'google', person);
    await site.cast.sql`update auth.oauth_arrivals set expires_at = now() where email = ${person.email}`;
    expect((await signUp(visitor)).headers.get('location')).toBe('/connexion');
    expect(await accountsAt(person.email)).toHaveLength(0);
  });

  test('HEAD uses nothing up', async () => {
    const anne = await memberWithPassword('Anne');
    const visitor = site.stranger();
    const { back } = await trip(visitor, 'google', somebody({ email: anne.email }));
    await fetch(site.origin + back, { method: 'HEAD', headers: { Cookie: visitor.cookie() }, redirect: 'manual' });
    expect((await visitor.get(back, place())).status).toBe(303);
  });

  test.each(['//exemple.org', 'https://exemple.org', '/\\exemple.org'])('never leads away: %s', async (retour) => {
    const anne = await memberWithPassword('Anne');
    const answer = await arrive(site.stranger(), 'google', somebody({ email: anne.email }), 'well', { retour });
    expect(answer.headers.get('location')).toBe('/');
  });
});

describe('a linked account', () => {
  test('is added with a fresh proof, shown, told and taken away', async () => {
    const anne = await memberWithPassword('Anne');
    const here = await signedIn(anne);
    const person = somebody();
    await unprove(anne);
    const first = await here.post(href('provider', { fournisseur: 'google' }), {});
    expect(first.headers.get('location')).toBe('/connexion/preuve?retour=%2Freglages%2Fcomptes');
    const proven = await signedIn(anne);
    const answer = await arrive(proven, 'google', person);
    expect(answer.headers.get('location')).toBe('/reglages/comptes?dit=relie');
    expect(words(await (await proven.get(href('linkedAccounts'))).text())).toContain(person.email);
    expect(await letters(anne, 'doorAdded')).toHaveLength(1);
    const elsewhere = site.stranger();
    await arrive(elsewhere, 'google', person);
    expect(await isIn(elsewhere)).toBe(true);
    const gone = await proven.post(href('unlinkAccount', { fournisseur: 'google' }), {});
    expect(gone.headers.get('location')).toBe('/reglages/comptes?dit=plus-relie');
    expect(await linksOf(anne.id)).toHaveLength(0);
    expect((await proven.post(href('unlinkAccount', { fournisseur: 'google' }), {})).status).toBe(404);
    expect((await proven.post('/reglages/comptes/facebook/retirer', {})).status).toBe(404);
  });

  test('opens one account only', async () => {
    const person = somebody();
    const [anne, paul] = [await memberWithPassword('Anne'), await memberWithPassword('Paul')];
    await arrive(await signedIn(anne), 'google', person);
    const answer = await arrive(await signedIn(paul), 'google', person);
    expect(answer.status).toBe(400);
    expect(words(await answer.text())).toContain('déjà relié');
    expect(await linksOf(paul.id)).toHaveLength(0);
  });

  test('is not linked to whoever signs in on the way', async () => {
    const [anne, paul] = [await memberWithPassword('Anne'), await memberWithPassword('Paul')];
    const visitor = await signedIn(anne);
    const { back } = await trip(visitor, 'google', somebody());
    const cookie = /aurora_porte=[^;]*/.exec(visitor.cookie())?.[0] ?? '';
    const other = await signedIn(paul);
    const answer = await site.stranger().get(back, { Cookie: `${other.cookie()}; ${cookie}`, ...place() });
    expect(answer.status).toBe(400);
    expect(await linksOf(paul.id)).toHaveLength(0);
    expect(await linksOf(anne.id)).toHaveLength(0);
  });

  /** The cookie of a trip: [what it says, its signature]. */
  const cookieOf = (visitor: Visitor) =>
    (/aurora_porte=([^;]*)/.exec(visitor.cookie())?.[1] ?? '').split('.') as [string, string];
  const rewritten = (packed: string, more: object) =>
    Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(packed, 'base64url').toString()), ...more })).toString(
      'base64url',
    );

  test('is not linked by a cookie written by hand (found 2b, 2a)', async () => {
    const anne = await memberWithPassword('Anne');
    const thief = site.stranger();
    const { back } = await trip(thief, 'google', somebody());
    const [packed, signature] = cookieOf(thief);
    const linking = rewritten(packed, { linking: anne.id });
    const session = (await signedIn(anne)).cookie();
    for (const forged of [linking, `${linking}.${signature}`, `${linking}.${signature}x`, packed]) {
      const answer = await site.stranger().get(back, { Cookie: `${session}; aurora_porte=${forged}`, ...place() });
      expect(answer.status).toBe(400);
    }
    expect(await linksOf(anne.id)).toHaveLength(0);
  });

  test('is not linked by another session of the same member than the one that asked', async () => {
    const anne = await memberWithPassword('Anne');
    const asking = await signedIn(anne);
    const { back } = await trip(asking, 'google', somebody());
    const cookie = `aurora_porte=${cookieOf(asking).join('.')}`;
    const other = await signedIn(anne);
    const answer = await site.stranger().get(back, { Cookie: `${other.cookie()}; ${cookie}`, ...place() });
    expect(answer.status).toBe(400);
    expect(await linksOf(anne.id)).toHaveLength(0);
    expect((await asking.get(back, place())).headers.get('location')).toBe('/reglages/comptes?dit=relie');
  });
});

test('no secret of the trip is in the journal', async () => {
  const { back } = await trip(site.stranger(), 'google', somebody());
  await site.stranger().get(back, place());
  const code = new URL(back, site.origin).searchParams.get('code') ?? 'none';
  expect(site.server.output()).not.toContain(code);
  expect(site.server.output()).not.toContain(CLIENT.secret);
});
