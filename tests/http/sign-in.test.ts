/** Sign-in by password: A01, A06, G07, reliability 8, 10 and 11. */
import { createHash } from 'node:crypto';
import { hash as bcrypt } from 'bcryptjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '~/auth/passwords';
import type { Member } from '../support/cast';
import type { Visitor } from '../support/server';
import { faultsShown, filledIn, holding, mainOf, openSite, withoutTokens } from '../support/site';

const PASSWORD = 'noisette-parapluie-bleu';
const site = openSite({ TRUST_PROXY: '1' });
let hash: string;
let calls = 0;

beforeAll(async () => {
  hash = await hashPassword(PASSWORD);
});

async function memberWithPassword(name: string): Promise<Member> {
  const member = await site.cast.member(name);
  await site.cast.sql`update auth.users set password_hash = ${hash} where id = ${member.id}`;
  return member;
}

/** A place of its own for every test, so that no limit reaches over. */
function place(): Record<string, string> {
  calls += 1;
  return { 'X-Forwarded-For': `198.51.100.${calls}` };
}

type Attempt = { courriel: string; mot_de_passe?: string; rester?: string; retour?: string };
function signIn(attempt: Attempt, headers = place(), visitor: Visitor = site.stranger()): Promise<Response> {
  return visitor.post('/connexion', { mot_de_passe: PASSWORD, ...attempt }, headers);
}
const secretIn = (answer: Response) => /aurora_session=([^;]*)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
const sha256 = (secret: string) => createHash('sha256').update(secret).digest('hex');
const opens = async (secret: string) =>
  (await holding(site.origin, `aurora_session=${secret}`).get('/salons')).status === 200;
const sessionsOf = ({ id }: Member) => site.cast.sql<{ id: string; days: number }[]>`
  select id, extract(epoch from expires_at - now()) / 86400 as days from auth.sessions where user_id = ${id}`;

describe('the right password', () => {
  test('opens a session and leads to where one wanted to go', async () => {
    const anne = await memberWithPassword('Anne');
    const visitor = site.stranger();
    const answer = await signIn({ courriel: anne.email, retour: '/salons?q=jardin' }, place(), visitor);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/salons?q=jardin']);
    expect(answer.headers.getSetCookie()[0]?.split('; ').slice(1).sort()).toEqual([
      'HttpOnly',
      'Max-Age=86400',
      'Path=/',
      'SameSite=Lax',
    ]);
    expect((await visitor.get('/salons')).status).toBe(200);
  });

  test('of the former backend opens the account, and is one of ours from then on (X16)', async () => {
    const anne = await site.cast.member('Anne');
    const hashOf = async () => {
      const [row] = await site.cast.sql<{ hash: string }[]>`
        select password_hash as hash from auth.users where id = ${anne.id}`;
      return row?.hash ?? '';
    };
    const former = await bcrypt(PASSWORD, 4);
    await site.cast.sql`update auth.users set password_hash = ${former} where id = ${anne.id}`;
    expect((await signIn({ courriel: anne.email, mot_de_passe: 'autre-chose-encore' })).status).toBe(422);
    expect(await hashOf()).toBe(former);
    expect((await signIn({ courriel: anne.email })).status).toBe(303);
    const ours = await hashOf();
    expect(ours).toMatch(/^\$argon2id\$/);
    expect((await signIn({ courriel: anne.email })).status).toBe(303);
    expect(await hashOf()).toBe(ours);
  });

  test('opens as many sessions as are asked for at once: whoever has to wait is not sent away', async () => {
    const anne = await memberWithPassword('Anne');
    const answers = await Promise.all(Array.from({ length: 80 }, () => signIn({ courriel: anne.email })));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 303));
  });

  test('an address is the same in capitals and with spaces around it', async () => {
    const anne = await memberWithPassword('Anne');
    expect((await signIn({ courriel: `  ${anne.email.toUpperCase()} ` })).status).toBe(303);
  });

  test('the table keeps a hash, and nowhere the secret', async () => {
    const anne = await memberWithPassword('Anne');
    const secret = secretIn(await signIn({ courriel: anne.email }));
    expect(secret.length).toBeGreaterThanOrEqual(40);
    expect((await sessionsOf(anne)).map((row) => row.id)).toEqual([sha256(secret)]);
    expect(await opens(sha256(secret))).toBe(false);
    expect(site.server.output()).not.toContain(secret);
  });

  test('« rester » keeps the session for 90 days, without it 24 hours', async () => {
    const anne = await memberWithPassword('Anne');
    const staying = await signIn({ courriel: anne.email, rester: 'on' });
    expect(staying.headers.get('set-cookie')).toContain(`Max-Age=${90 * 86_400}`);
    expect((await sessionsOf(anne))[0]?.days).toBeCloseTo(90, 1);
    const paul = await memberWithPassword('Paul');
    await signIn({ courriel: paul.email });
    expect((await sessionsOf(paul))[0]?.days).toBeCloseTo(1, 1);
  });

  test('a session is new at every sign-in: what a browser brought along opens nothing', async () => {
    const anne = await memberWithPassword('Anne');
    const planted = `p${'a'.repeat(40)}`;
    const visitor = holding(site.origin, `aurora_session=${planted}`);
    const secret = secretIn(await signIn({ courriel: anne.email }, place(), visitor));
    expect(secret).not.toBe('');
    expect(secret).not.toBe(planted);
    expect(await opens(planted)).toBe(false);
    expect(await opens(secret)).toBe(true);
  });
});

describe('the wrong one', () => {
  test('a wrong password and an unknown address are the same page', async () => {
    const anne = await memberWithPassword('Anne');
    const wrong = await signIn({ courriel: anne.email, mot_de_passe: 'autre-chose-ici' });
    const unknown = await signIn({ courriel: 'personne@exemple.fr' });
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    const pages = [
      withoutTokens(await wrong.text()).replaceAll(anne.email, 'X'),
      withoutTokens(await unknown.text()).replaceAll('personne@exemple.fr', 'X'),
    ];
    expect(pages[0]).toBe(pages[1]);
    expect(wrong.headers.get('set-cookie')).toBeNull();
    expect([...wrong.headers.keys()]).toEqual([...unknown.headers.keys()]);
  });

  test('the form comes back as it was, without the password', async () => {
    const answer = await signIn({
      courriel: 'anne@exemple.fr',
      mot_de_passe: 'mon secret à moi',
      rester: 'on',
      retour: '/salons',
    });
    const page = await answer.text();
    expect(filledIn(page, 'courriel')).toBe('anne@exemple.fr');
    expect(filledIn(page, 'retour')).toBe('/salons');
    expect(page).toMatch(/<input[^>]*name="rester"[^>]*checked/);
    expect(page).not.toContain('mon secret');
    expect(faultsShown(page).summary).toHaveLength(1);
  });

  test('each fault stands in the summary and beside its field', async () => {
    const answer = await signIn({ courriel: 'anne', mot_de_passe: '' });
    expect(answer.status).toBe(422);
    const { summary, fields } = faultsShown(await answer.text());
    expect(Object.keys(fields)).toEqual(['courriel', 'mot_de_passe']);
    expect(summary).toEqual(Object.values(fields));
  });

  test('an account without a password opens to none', async () => {
    const anne = await site.cast.member('Anne');
    expect((await signIn({ courriel: anne.email, mot_de_passe: 'nobody has this password' })).status).toBe(422);
  });
});

describe('guessing', () => {
  test('thirty wrong passwords are slowed down, and the owner still gets in from elsewhere', async () => {
    const anne = await memberWithPassword('Anne');
    const guesser = place();
    const statuses: number[] = [];
    for (let tries = 0; tries < 30; tries += 1) {
      const forged = { 'X-Forwarded-For': `10.9.8.${tries}, ${guesser['X-Forwarded-For']}` };
      const answer = await signIn({ courriel: anne.email, mot_de_passe: `essai-numero-${tries}` }, forged);
      statuses.push(answer.status);
      await answer.text();
    }
    expect(statuses).toEqual([...Array(10).fill(422), ...Array(20).fill(429)]);
    const refused = await signIn({ courriel: anne.email.toUpperCase() }, guesser);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(900);
    expect((await signIn({ courriel: anne.email })).status).toBe(303);
    const paul = await memberWithPassword('Paul');
    expect((await signIn({ courriel: paul.email }, guesser)).status).toBe(303);
  });

  test('many at once are counted like many in a row', async () => {
    const anne = await memberWithPassword('Anne');
    const guesser = place();
    const attempts = Array.from({ length: 10 }, () =>
      signIn({ courriel: anne.email, mot_de_passe: 'faux-faux-faux' }, guesser),
    );
    await Promise.all(attempts);
    expect((await signIn({ courriel: anne.email }, guesser)).status).toBe(429);
  });

  test('a right password forgets the wrong ones before it', async () => {
    const anne = await memberWithPassword('Anne');
    const here = place();
    for (let round = 0; round < 2; round += 1) {
      for (let tries = 0; tries < 6; tries += 1) {
        expect((await signIn({ courriel: anne.email, mot_de_passe: 'presque' }, here)).status).toBe(422);
      }
      expect((await signIn({ courriel: anne.email }, here)).status).toBe(303);
    }
  });
});

describe('where one is led after signing in', () => {
  const EVIL = [
    '//evil.fr',
    '/\\evil.fr',
    '\\\\evil.fr',
    '/.//evil.fr',
    '/a/..//evil.fr',
    '/%2e//evil.fr',
    '/\tevil.fr',
    '/\r\nSet-Cookie: x=1',
    '/%0d%0a\r\nLocation: https://evil.fr',
    '/\0//evil.fr',
    'https://evil.fr/',
    'https:evil.fr',
    'javascript:alert(1)',
    'evil.fr',
    '',
  ];
  const landsAt = (answer: Response) => new URL(answer.headers.get('location') ?? 'none:', site.origin).origin;

  test.each(EVIL)('%j never leads away', async (retour) => {
    const anne = await memberWithPassword('Anne');
    const signedIn = await signIn({ courriel: anne.email, retour });
    expect([signedIn.status, landsAt(signedIn)]).toEqual([303, site.origin]);
    const query = encodeURIComponent(retour);
    const visitor = await site.as(anne);
    for (const path of ['/connexion', '/inscription']) {
      const again = await visitor.get(`${path}?retour=${query}`);
      expect([again.status, landsAt(again)]).toEqual([303, site.origin]);
    }
    const page = mainOf(await (await site.stranger().get(`/connexion?retour=${query}`)).text());
    expect(page).toContain('<form');
    expect(page).not.toContain('evil.fr');
    const comfort = await visitor.post('/confort', { taille: '2', retour });
    expect([comfort.status, landsAt(comfort)]).toEqual([303, site.origin]);
  });

  test('a path of ours is kept from the page to the form and on', async () => {
    const page = await (await site.stranger().get('/connexion?retour=%2Fs%2FABC234')).text();
    expect(filledIn(page, 'retour')).toBe('/s/ABC234');
    expect(page).toContain('/inscription?retour=%2Fs%2FABC234');
  });
});
