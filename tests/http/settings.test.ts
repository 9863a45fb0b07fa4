/** What a member sets for herself, a new password among it: G06, D12, U03, W04, reliability 8. */
import { describe, expect, test } from 'vitest';
import { href } from '~/urls';
import { PASSWORD, sessionCookie, signInOf } from '../support/sign-in';
import { faultsShown, holding, mainOf, openSite } from '../support/site';
import { readStream } from '../support/stream-reader';

const NEW_PASSWORD = 'tabouret-mouette-vendredi';
const site = openSite({ TRUST_PROXY: '1' });
const { memberWithPassword, signedIn, isIn, unprove, letters } = signInOf(site);

describe('the page of settings', () => {
  test('leads to every setting there is, and every link stands', async () => {
    const anne = await signedIn(await memberWithPassword('Anne'));
    const main = mainOf(await (await anne.get(href('settings'))).text());
    const links = [...main.matchAll(/href="(\/[^"]*)"/g)].map((found) => found[1] ?? '');
    expect(links.length).toBeGreaterThanOrEqual(4);
    for (const link of links) expect([link, (await anne.get(link)).status]).toEqual([link, 200]);
  });

  test('is linked from the head and the foot of every page', async () => {
    const anne = await site.as(await site.cast.member('Anne'));
    const page = await (await anne.get('/salons')).text();
    expect(page.match(/href="\/reglages"/g)).toHaveLength(2);
    expect(await (await site.stranger().get('/')).text()).not.toContain('href="/reglages"');
  });

  test('keeps what is posted and leaves the rest as it was', async () => {
    const anne = await memberWithPassword('Anne');
    const visitor = await signedIn(anne);
    const set = (form: Record<string, string>) => visitor.post(href('settings'), form);
    expect((await set({ delai: '1800' })).headers.get('location')).toBe('/reglages?dit=regle');
    await set({ theme: 'sombre' });
    const answer = await set({ taille: '3' });
    expect(answer.headers.get('set-cookie')).toContain('aurora_confort=3.sombre');
    const [row] = await site.cast.sql`
      select text_size, theme, auto_offline_after as delay from profiles where id = ${anne.id}`;
    expect(row).toEqual({ text_size: 3, theme: 'sombre', delay: 1800 });
    expect(await (await visitor.get(href('presenceSettings'))).text()).toMatch(/checked="" value="1800"/);
  });

  test('refuses what no form of ours sends, in words, and changes nothing', async () => {
    const anne = await site.cast.member('Anne');
    const visitor = await site.as(anne);
    const forms: Record<string, string>[] = [
      { delai: '1' },
      { delai: '9'.repeat(20) },
      { theme: 'rose' },
      { taille: '0' },
    ];
    for (const form of forms) {
      const answer = await visitor.post(href('settings'), form);
      expect([form, answer.status]).toEqual([form, 422]);
      expect(faultsShown(await answer.text()).summary).toHaveLength(1);
    }
    const [row] = await site.cast.sql`
      select text_size, theme, auto_offline_after as delay from profiles where id = ${anne.id}`;
    expect(row).toEqual({ text_size: 1, theme: null, delay: 300 });
  });
});

describe('a new password', () => {
  test('with the old one: the others are signed out, the owner is told, this device stays', async () => {
    const anne = await memberWithPassword('Anne');
    const other = await signedIn(anne);
    const here = await signedIn(anne);
    await unprove(anne);
    expect(await (await here.get(href('password'))).text()).toContain('name="ancien"');
    const before = sessionCookie(here);
    const answer = await here.post(href('password'), { ancien: PASSWORD, mot_de_passe: NEW_PASSWORD });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/reglages?dit=mot-de-passe']);
    expect(sessionCookie(here)).not.toBe(before);
    expect([await isIn(other), await isIn(here)]).toEqual([false, true]);
    expect(await letters(anne, 'passwordChanged')).toHaveLength(1);
    await signedIn(anne, NEW_PASSWORD);
    const old = await site.stranger().post('/connexion', { courriel: anne.email, mot_de_passe: PASSWORD });
    expect(old.status).toBe(422);
  });

  test('a copy of the cookie opens nothing from then on, and the stream that it opened ends (found 2b, 2; 2c, 4)', async () => {
    const anne = await memberWithPassword('Anne');
    const { id: salon } = await site.cast.salon(anne);
    const here = await signedIn(anne);
    const copied = sessionCookie(here);
    const stream = await readStream(site.origin, salon, { cookie: copied });
    expect((await here.post(href('password'), { mot_de_passe: NEW_PASSWORD })).status).toBe(303);
    expect(await isIn(holding(site.origin, copied))).toBe(false);
    await expect.poll(stream.isOpen, { timeout: 6_000 }).toBe(false);
    expect(await isIn(here)).toBe(true);
  });

  test('a wrong old one changes nothing and is said beside its field', async () => {
    const anne = await memberWithPassword('Anne');
    const here = await signedIn(anne);
    await unprove(anne);
    const answer = await here.post(href('password'), { ancien: 'pas-celui-la', mot_de_passe: NEW_PASSWORD });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(Object.keys(faultsShown(page).fields)).toEqual(['ancien']);
    expect(page).not.toContain(NEW_PASSWORD);
    expect(await letters(anne, 'passwordChanged')).toHaveLength(0);
    await signedIn(anne);
  });

  test('within a quarter of an hour of a proof the old one is not asked for', async () => {
    const anne = await memberWithPassword('Anne');
    const here = await signedIn(anne);
    expect(await (await here.get(href('password'))).text()).not.toContain('name="ancien"');
    expect((await here.post(href('password'), { mot_de_passe: NEW_PASSWORD })).status).toBe(303);
    await signedIn(anne, NEW_PASSWORD);
  });

  test('whoever has none proves herself by letter first', async () => {
    const anne = await site.cast.member('Anne');
    const visitor = await site.as(anne);
    for (const answer of [
      await visitor.get(href('password')),
      await visitor.post(href('password'), { mot_de_passe: NEW_PASSWORD }),
    ]) {
      expect([answer.status, answer.headers.get('location')]).toEqual([
        303,
        '/connexion/preuve?retour=%2Freglages%2Fmot-de-passe',
      ]);
    }
    const [row] = await site.cast.sql`select password_hash from auth.users where id = ${anne.id}`;
    expect(row?.password_hash).toBeNull();
  });

  test('a weak one is refused with its reason', async () => {
    const anne = await memberWithPassword('Anne');
    const here = await signedIn(anne);
    for (const weak of ['court', 'aaaaaaaa', 'x'.repeat(1_025)]) {
      const answer = await here.post(href('password'), { mot_de_passe: weak });
      expect(answer.status).toBe(422);
      expect(Object.keys(faultsShown(await answer.text()).fields)).toEqual(['mot_de_passe']);
    }
  });
});

describe('W04: the profile of a migrated account', () => {
  test('is made once, however often and at once it is asked for', async () => {
    const anne = await site.cast.member('Anne');
    const visitor = await site.as(anne);
    await site.cast.sql`delete from profiles where id = ${anne.id}`;
    expect((await visitor.get('/salons')).status).toBe(200);
    const answers = await Promise.all(Array.from({ length: 10 }, () => visitor.post(href('ensureProfile'), {})));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([303]));
    const rows = await site.cast.sql`select email::text from profiles where id = ${anne.id}`;
    expect(rows).toEqual([{ email: anne.email }]);
  });

  test('one that stands is left alone', async () => {
    const anne = await site.cast.member('Anne');
    await (await site.as(anne)).post(href('ensureProfile'), {});
    const [row] = await site.cast.sql`select full_name from profiles where id = ${anne.id}`;
    expect(row?.full_name).toBe('Anne');
  });
});
