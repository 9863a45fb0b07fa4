/** Joining and leaving salons, and guessing at their codes: F08, D34, D36, D37, D38, R11. */
import { beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '~/auth/passwords';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { salonsOf } from '../support/salons';
import type { Visitor } from '../support/server';
import { faultsShown, filledIn, openSite, words } from '../support/site';

const site = openSite({ TRUST_PROXY: '1' });
let anne: Member;
let paul: Member;
let asAnne: Visitor;
let asPaul: Visitor;
beforeAll(async () => {
  anne = await site.cast.member('Anne');
  paul = await site.cast.member('Paul');
  asAnne = await site.as(anne);
  asPaul = await site.as(paul);
});
const { countOf } = salonsOf(site, () => asAnne);

describe('joining', () => {
  test('a public salon from the directory, twice and ten times at once: one membership', async () => {
    const { id } = await site.cast.salon(anne);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => asPaul.post(href('salonMembership', { salon: id }), {})),
    );
    for (const answer of answers) {
      expect([answer.status, answer.headers.get('location')]).toEqual([
        303,
        expect.stringMatching(`^${href('salon', { salon: id })}\\?dit=rejoint`),
      ]);
    }
    expect(await countOf(id)).toEqual([2, 2]);
  });

  test.each([
    ['as it stands', (code: string) => code],
    ['in small letters', (code: string) => code.toLowerCase()],
    ['with spaces', (code: string) => ` ${code.slice(0, 3)} ${code.slice(3)} `],
    ['letter by letter', (code: string) => [...code.toLowerCase()].join('-')],
  ])('a private salon by its code typed %s', async (_, typed) => {
    const { id, code } = await site.cast.salon(anne, { visibility: 'prive' });
    const answer = await asPaul.post('/salons/rejoindre', { code: typed(code) });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(`^${href('salon', { salon: id })}\\?dit=rejoint`),
    ]);
    expect(await countOf(id)).toEqual([2, 2]);
  });

  test('a wrong code is told beside the field, with what was typed', async () => {
    const visitor = await site.as(await site.cast.member('Lise'));
    for (const code of ['ZZZZZZ', 'trop court', '<b>', '']) {
      const answer = await visitor.post('/salons/rejoindre', { code });
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(filledIn(page, 'code') ?? '').toBe(code);
      expect(Object.keys(faultsShown(page).fields)).toEqual(['code']);
    }
  });

  test('by a link, from signed out, through sign-in and back', async () => {
    const { id, code } = await site.cast.salon(anne, { visibility: 'prive', name: 'Chez nous' });
    const lise = await site.cast.member('Lise');
    const hash = await hashPassword('noisette-parapluie-bleu');
    await site.cast.sql`update auth.users set password_hash = ${hash} where id = ${lise.id}`;
    const visitor = site.stranger();

    const landing = await visitor.get(href('shareLink', { code: code.toLowerCase() }));
    expect(landing.status).toBe(200);
    const page = await landing.text();
    expect(page).toContain('<h1 dir="auto">Chez nous</h1>');
    expect(page).toMatch(/<meta property="og:title" content="Chez nous/);

    const door = await visitor.post(href('shareLink', { code }), {});
    expect(door.headers.get('location')).toBe(href('signIn', {}, { retour: href('shareLink', { code }) }));
    const form = await (await visitor.get(door.headers.get('location') ?? '')).text();
    const back = await visitor.post('/connexion', {
      courriel: lise.email,
      mot_de_passe: 'noisette-parapluie-bleu',
      retour: filledIn(form, 'retour') ?? '',
    });
    expect([back.status, back.headers.get('location')]).toEqual([303, href('shareLink', { code })]);
    expect(await countOf(id)).toEqual([1, 1]);
    const joined = await visitor.post(href('shareLink', { code }), {});
    expect(joined.headers.get('location')).toEqual(
      expect.stringMatching(`^${href('salon', { salon: id })}\\?dit=rejoint`),
    );
    expect(await countOf(id)).toEqual([2, 2]);
    expect(await (await visitor.get(href('shareLink', { code }))).text()).toContain('Vous êtes déjà membre');
  });

  test('the fourth salon on the free plan is refused in words', async () => {
    const free = await site.as(await site.cast.member('Gérard', { plan: 'freemium' }));
    const salons = await Promise.all([1, 2, 3, 4].map(() => site.cast.salon(anne)));
    const statuses: number[] = [];
    for (const { code } of salons) statuses.push((await free.post('/salons/rejoindre', { code })).status);
    expect(statuses).toEqual([303, 303, 303, 422]);
    const { id, code } = salons[3] ?? expect.unreachable('there is a fourth');
    for (const door of [href('salonMembership', { salon: id }), href('shareLink', { code })]) {
      const refused = await free.post(door, {});
      expect([refused.status, refused.headers.get('location')]).toEqual([303, '/salons']);
    }
    // Said before pressing too, at every door, with the way out of one.
    for (const door of ['/salons', href('lookAtSalon', { salon: id }), href('shareLink', { code })]) {
      const html = await (await free.get(door)).text();
      expect(words(html)).toContain('vous en avez déjà rejoint 3');
      expect(html).toContain(href('leaveSalon', { salon: salons[0]?.id ?? '' }));
      expect(words(html)).not.toMatch(/Rejoindre (le salon|avec ce code)/);
    }
  });
});

describe('guessing codes', () => {
  const from = (place: string) => ({ 'X-Forwarded-For': place });

  test('a member has ten wrong codes in three minutes, wherever she sits, and then even a right one waits', async () => {
    const visitor = await site.as(await site.cast.member('Eve'));
    const { id, code } = await site.cast.salon(anne);
    const statuses: number[] = [];
    for (let tries = 0; tries < 31; tries += 1) {
      const answer = await visitor.post('/salons/rejoindre', { code: 'ZZZZZZ' }, from(`203.0.113.${tries}`));
      statuses.push(answer.status);
      if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(180);
    }
    expect(statuses).toEqual([...Array(10).fill(422), ...Array(21).fill(429)]);
    expect((await visitor.post('/salons/rejoindre', { code }, from('203.0.113.90'))).status).toBe(429);
    expect(await countOf(id)).toEqual([1, 1]);
  });

  test('a guest at links is counted by place; right links cost nothing', async () => {
    const { code } = await site.cast.salon(anne);
    const guest = site.stranger();
    const here = from('203.0.113.200');
    for (let visits = 0; visits < 40; visits += 1) {
      expect((await guest.get(href('shareLink', { code }), here)).status).toBe(200);
    }
    const statuses: number[] = [];
    for (let tries = 0; tries < 31; tries += 1) statuses.push((await guest.get('/s/ZZZZZZ', here)).status);
    expect(statuses).toEqual([...Array(30).fill(404), 429]);
    expect((await guest.get(href('shareLink', { code }), here)).status).toBe(429);
    expect((await guest.get(href('shareLink', { code }), from('203.0.113.201'))).status).toBe(200);
  });
});

describe('leaving', () => {
  test('asks first, then the salon is not there any more; twice is a 404', async () => {
    const { id } = await site.cast.salon(anne, { visibility: 'prive' });
    await site.cast.join(paul, id);
    expect(await (await asPaul.get(href('leaveSalon', { salon: id }))).text()).toContain('Vos messages y restent');
    const answer = await asPaul.post(href('leaveSalon', { salon: id }), {});
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/salons?dit=quitte']);
    expect((await asPaul.get(href('salon', { salon: id }))).status).toBe(404);
    expect((await asPaul.post(href('leaveSalon', { salon: id }), {})).status).toBe(404);
    expect(await countOf(id)).toEqual([1, 1]);
  });

  test('the owner is told why not, and stays', async () => {
    const { id } = await site.cast.salon(anne);
    const page = await (await asAnne.get(href('leaveSalon', { salon: id }))).text();
    expect(page).toContain('Vous tenez ce salon');
    expect(page).not.toContain(`action="${href('leaveSalon', { salon: id })}"`);
    expect((await asAnne.post(href('leaveSalon', { salon: id }), {})).status).toBe(409);
    expect(await countOf(id)).toEqual([1, 1]);
  });
});

test('the list of members shows who is in, to members alone', async () => {
  const { id } = await site.cast.salon(anne);
  await site.cast.join(paul, id);
  const page = await (await asPaul.get(href('salonMembers', { salon: id }))).text();
  expect(page).toContain('Anne');
  expect(page).toContain('Paul');
  expect(page).not.toContain(anne.email);
});
