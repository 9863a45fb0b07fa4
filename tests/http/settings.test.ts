/** What a member sets for herself, and where she is signed in: G06, D12, U03, W04, reliability 8. */
import { describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import type { Visitor } from '../support/server';
import { PASSWORD, signInOf } from '../support/sign-in';
import { faultsShown, holding, mainOf, openSite, words } from '../support/site';
import { readStream } from '../support/stream-reader';

const NEW_PASSWORD = 'tabouret-mouette-vendredi';
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0';
const site = openSite({ TRUST_PROXY: '1' });
const { memberWithPassword, signedIn, isIn, unprove, letters } = signInOf(site);
const codeIn = async (member: Member) => (await letters(member, 'proof')).at(-1)?.code ?? '';
const handlesOf = async ({ id }: Member) =>
  (await site.cast.sql<{ handle: string }[]>`select handle from auth.sessions where user_id = ${id}`).map(
    (row) => row.handle,
  );
const sessionCookie = (visitor: Visitor) => /aurora_session=[^;]*/.exec(visitor.cookie())?.[0] ?? '';

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

describe('my devices', () => {
  test('are told in words, this one first, and nothing of the browser’s own text is kept', async () => {
    const anne = await memberWithPassword('Anne');
    await site.as(anne);
    const here = await signedIn(anne);
    // The same browser each time: an answer is out before its use is noted, and the next one may be noted first.
    await expect
      .poll(async () => words(mainOf(await (await here.get(href('devices'), { 'User-Agent': FIREFOX })).text())))
      .toContain('Firefox sur Windows Cet appareil');
    const main = words(mainOf(await (await here.get(href('devices'))).text()));
    expect(main.indexOf('Firefox')).toBeLessThan(main.indexOf('Un appareil'));
    const kept = await site.cast.sql`select device from auth.sessions where user_id = ${anne.id}`;
    expect(kept.map((row) => row.device).sort()).toEqual(['Firefox sur Windows', null]);
  });

  test('the last use is written at most every five minutes', async () => {
    const anne = await site.cast.member('Anne');
    const visitor = await site.as(anne);
    await visitor.get('/');
    const seen = async () =>
      (await site.cast.sql`select last_used_at, device from auth.sessions where user_id = ${anne.id}`)[0];
    await expect.poll(async () => (await seen())?.device).toBe('Un navigateur');
    const first = await seen();
    await visitor.get('/');
    await visitor.get('/salons');
    expect(await seen()).toEqual(first);
    await site.cast.sql`
      update auth.sessions set last_used_at = now() - interval '6 minutes' where user_id = ${anne.id}`;
    await visitor.get('/');
    await expect
      .poll(async () => new Date(String((await seen())?.last_used_at)).getTime())
      .toBeGreaterThanOrEqual(new Date(String(first?.last_used_at)).getTime());
  });

  test('one is closed: it is signed out, its stream within five seconds, and the others stay', async () => {
    const anne = await memberWithPassword('Anne');
    const { id: salon } = await site.cast.salon(anne);
    const lost = await signedIn(anne);
    const [handle = ''] = await handlesOf(anne);
    const here = await signedIn(anne);
    const stream = await readStream(site.origin, salon, { cookie: sessionCookie(lost) });
    const began = Date.now();
    const answer = await here.post(href('closeDevice', { session: handle }), {});
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/reglages/appareils?dit=session-fermee']);
    await expect.poll(() => stream.named('fin').length).toBe(1);
    expect(Date.now() - began).toBeLessThan(5_000);
    expect([await isIn(lost), await isIn(here)]).toEqual([false, true]);
    // The second press of the button finds nothing, and says so.
    expect((await here.post(href('closeDevice', { session: handle }), {})).status).toBe(404);
  });

  test('another member’s is not there', async () => {
    const anne = await memberWithPassword('Anne');
    const visitor = await signedIn(anne);
    const eve = await site.as(await site.cast.member('Eve'));
    const [handle = ''] = await handlesOf(anne);
    const answers = await Promise.all(
      [handle, crypto.randomUUID(), 'rien', '%00'].map((session) =>
        eve.post(`/reglages/appareils/${session}/fermer`, {}),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404]);
    expect(await isIn(visitor)).toBe(true);
  });

  test('all others are closed at once', async () => {
    const anne = await memberWithPassword('Anne');
    const others = [await signedIn(anne), await signedIn(anne)];
    const here = await signedIn(anne);
    expect((await here.post(href('closeOtherDevices'), {})).status).toBe(303);
    expect(await Promise.all([...others, here].map(isIn))).toEqual([false, false, true]);
  });

  test('the one under her hands is closed too, and she is told', async () => {
    const anne = await memberWithPassword('Anne');
    const here = await signedIn(anne);
    const [handle = ''] = await handlesOf(anne);
    const answer = await here.post(href('closeDevice', { session: handle }), {});
    expect(answer.headers.get('location')).toBe('/?dit=au-revoir');
    expect(await isIn(here)).toBe(false);
  });
});

describe('a fresh proof', () => {
  test('counts for a quarter of an hour after a sign-in, then is asked for, and leads back', async () => {
    const anne = await memberWithPassword('Anne');
    const visitor = await signedIn(anne);
    const path = href('proof', {}, { retour: '/salons?q=jardin' });
    expect((await visitor.get(path)).headers.get('location')).toBe('/salons?q=jardin');
    await unprove(anne);
    expect((await visitor.get(path)).status).toBe(200);
    const before = visitor.cookie();
    const answer = await visitor.post(href('proof'), { mot_de_passe: PASSWORD, retour: '/salons?q=jardin' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/salons?q=jardin']);
    expect(visitor.cookie()).not.toBe(before);
    expect((await visitor.get(path)).status).toBe(303);
  });

  test('the secret of before dies within half a minute, and has no new right meanwhile', async () => {
    const anne = await memberWithPassword('Anne');
    const visitor = await signedIn(anne);
    await unprove(anne);
    const old = holding(site.origin, sessionCookie(visitor));
    await visitor.post(href('proof'), { mot_de_passe: PASSWORD });
    expect((await old.get('/salons')).status).toBe(200);
    expect((await old.get('/salons')).headers.get('set-cookie')).toBeNull();
    expect((await old.get(href('proof'))).status).toBe(200);
    await site.cast.sql`
      update auth.sessions set renamed_at = now() - interval '31 seconds' where user_id = ${anne.id}`;
    expect((await old.get('/salons')).status).toBe(303);
    expect(await isIn(visitor)).toBe(true);
  });

  test('an open stream outlives the new secret', async () => {
    const anne = await memberWithPassword('Anne');
    const { id: salon } = await site.cast.salon(anne);
    const visitor = await signedIn(anne);
    await unprove(anne);
    const stream = await readStream(site.origin, salon, { cookie: sessionCookie(visitor) });
    await visitor.post(href('proof'), { mot_de_passe: PASSWORD });
    // The notification of another session of hers makes the server look at all of them.
    const other = await signedIn(anne);
    await other.post('/deconnexion', {});
    await visitor.post(href('messages', { salon }), { texte: 'toujours là' });
    await expect.poll(() => stream.named('message')[0]?.data).toContain('toujours là');
    expect(stream.named('fin')).toHaveLength(0);
  });

  test('twenty at once give one new secret, and nobody is signed out', async () => {
    const anne = await memberWithPassword('Anne');
    const visitor = await signedIn(anne);
    await unprove(anne);
    const cookie = sessionCookie(visitor);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => holding(site.origin, cookie).post(href('proof'), { mot_de_passe: PASSWORD })),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([303]));
    const given = answers.flatMap((answer) => answer.headers.get('set-cookie') ?? []);
    expect(given).toHaveLength(1);
    expect(await isIn(holding(site.origin, given[0]?.split(';')[0] ?? ''))).toBe(true);
  });

  test('six digits by letter do as well, once, for whoever has no password', async () => {
    const anne = await site.cast.member('Anne');
    const visitor = await site.as(anne);
    const page = await (await visitor.get(href('proof'))).text();
    expect(page).not.toContain('name="mot_de_passe"');
    const asked = await visitor.post(href('proofCode'), { retour: '/salons' });
    expect(asked.headers.get('location')).toBe('/connexion/preuve?retour=%2Fsalons&envoi=1');
    expect(await (await visitor.get(asked.headers.get('location') ?? '')).text()).toContain('name="code"');
    const code = await codeIn(anne);
    expect(code).toMatch(/^\d{6}$/);
    const typed = `${code.slice(0, 3)} ${code.slice(3)}`;
    const cookie = visitor.cookie();
    const right = await visitor.post(href('proof'), { code: typed, retour: '/salons' });
    expect([right.status, right.headers.get('location')]).toEqual([303, '/salons']);
    await unprove(anne);
    const again = await holding(site.origin, right.headers.get('set-cookie')?.split(';')[0] ?? cookie).post(
      href('proof'),
      { code },
    );
    expect(again.status).toBe(422);
    expect(site.server.output()).not.toContain(code);
  });

  test('five wrong codes kill the code, the newest alone counts, and it belongs to one session', async () => {
    const anne = await site.cast.member('Anne');
    const visitor = await site.as(anne);
    await visitor.post(href('proofCode'), {});
    const first = await codeIn(anne);
    await visitor.post(href('proofCode'), {});
    const second = await codeIn(anne);
    const tries = (code: string, who = visitor) => who.post(href('proof'), { code }).then((answer) => answer.status);
    if (first !== second) expect(await tries(first)).toBe(422);
    expect(await tries(second, await site.as(anne))).toBe(422);
    const wrong = second === '000000' ? '111111' : '000000';
    for (let n = 0; n < 5; n += 1) await tries(wrong);
    expect(await tries(second)).toBe(422);
  });

  test('fifty racing posts of one code prove once', async () => {
    const anne = await site.cast.member('Anne');
    const visitor = await site.as(anne);
    await visitor.post(href('proofCode'), {});
    const code = await codeIn(anne);
    const answers = await Promise.all(Array.from({ length: 12 }, () => visitor.post(href('proof'), { code })));
    expect(answers.filter((answer) => answer.headers.get('set-cookie'))).toHaveLength(1);
  });

  test('guessing is slowed, for this member alone', async () => {
    const anne = await memberWithPassword('Anne');
    const visitor = await signedIn(anne);
    await unprove(anne);
    const statuses: number[] = [];
    for (let n = 0; n < 11; n += 1)
      statuses.push((await visitor.post(href('proof'), { mot_de_passe: `faux-${n}-essai` })).status);
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(422));
    expect(statuses[10]).toBe(429);
    // The owner still signs in, and that is a proof of its own.
    expect(await isIn(await signedIn(anne))).toBe(true);
  });

  test('a mailbox gets five letters an hour', async () => {
    const anne = await site.cast.member('Anne');
    const visitor = await site.as(anne);
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1) statuses.push((await visitor.post(href('proofCode'), {})).status);
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
    expect(await letters(anne, 'proof')).toHaveLength(5);
  });

  test.each(['//exemple.org', '/\\exemple.org', 'javascript:alert(1)', 'https://exemple.org/', '/a\r\nX: y'])(
    'never leads away: %s',
    async (retour) => {
      const anne = await memberWithPassword('Anne');
      const visitor = await signedIn(anne);
      await unprove(anne);
      const answer = await visitor.post(href('proof'), { mot_de_passe: PASSWORD, retour });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    },
  );
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
