/** U12: one session opens another on the device beside it, and a card of paper opens the account when all else is lost. */
import { describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Visitor } from '../support/server';
import { PASSWORD, signInOf } from '../support/sign-in';
import { faultsShown, mainOf, openSite, words } from '../support/site';

const site = openSite({ TRUST_PROXY: '1', EDITEUR_COURRIEL: 'maison@exemple.fr' });
const { memberWithPassword, signedIn, isIn, letters, unprove } = signInOf(site);
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';
let calls = 0;
/** A place of its own for every test, so that no limit reaches over. */
function place(): Record<string, string> {
  calls += 1;
  return { 'X-Forwarded-For': `198.51.100.${calls}` };
}
const main = async (visitor: Visitor, path: string) => mainOf(await (await visitor.get(path)).text());
const codeOn = (html: string) => words(/class="code-a-lire">([^<]*)</.exec(html)?.[1] ?? '');

describe('passing to another device', () => {
  async function offered() {
    const anne = await memberWithPassword('Anne');
    const here = await signedIn(anne);
    const answer = await here.post(href('sessionTransfer'), {});
    expect([answer.status, answer.headers.get('location')]).toEqual([303, href('sessionTransfer')]);
    const secret = /aurora_passage=([^;]*)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
    const code = codeOn(await main(here, href('sessionTransfer')));
    return { anne, here, link: href('sessionTransferLink', { jeton: secret }), code, answer };
  }
  const typeCode = (visitor: Visitor, code: string, form: Record<string, string> = {}, headers = place()) =>
    visitor.post(href('sessionTransferCode'), { code, ...form }, headers);

  test('shows a drawing and a code, again after a reload, and keeps neither', async () => {
    const { anne, here, code, link, answer } = await offered();
    expect(answer.headers.get('set-cookie')).toMatch(
      /Path=\/reglages\/appareil; Max-Age=300; HttpOnly; SameSite=Strict/,
    );
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4}$/);
    const page = await main(here, href('sessionTransfer'));
    expect(page).toContain('<svg');
    expect(codeOn(page)).toBe(code);
    const kept = await site.cast.sql`select * from auth.session_transfers where user_id = ${anne.id}`;
    expect(JSON.stringify(kept)).not.toContain(link.split('/').at(-1));
    expect(site.server.output()).not.toContain(link.split('/').at(-1));
  });

  test('the link names whom it opens, and opens with its button only', async () => {
    const { here, link } = await offered();
    const phone = site.stranger();
    expect(await main(phone, link)).toContain('Anne');
    expect(await isIn(phone)).toBe(false);
    const answer = await phone.post(link, {}, { 'User-Agent': PHONE });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/?dit=appareil']);
    expect(await isIn(phone)).toBe(true);
    expect(words(await main(here, href('sessionTransfer')))).toContain('Safari sur iPhone est maintenant connecté');
    expect(await isIn(here)).toBe(true);
  });

  test('the new session has proven nothing, and stays only if asked to', async () => {
    const { link } = await offered();
    const phone = site.stranger();
    const answer = await phone.post(link, { rester: 'on' });
    expect(answer.headers.get('set-cookie')).toContain(`Max-Age=${90 * 86_400}`);
    expect((await phone.get(href('accessCard'))).headers.get('location')).toContain('/connexion/preuve');
  });

  test('the code does as well, however it is typed', async () => {
    const { code } = await offered();
    const tablet = site.stranger();
    expect((await typeCode(tablet, ` ${code.toLowerCase().replace(' ', '-')} `)).status).toBe(303);
    expect(await isIn(tablet)).toBe(true);
  });

  test('once: of twenty at the same moment, by link and by code, one gets in', async () => {
    const { link, code } = await offered();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        n % 2 ? site.stranger().post(link, {}, place()) : typeCode(site.stranger(), code),
      ),
    );
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
    expect(answers.filter((answer) => [404, 422].includes(answer.status))).toHaveLength(19);
  });

  test('it ends after five minutes, with a new offer, and with the session that made it', async () => {
    const first = await offered();
    await site.cast.sql`
      update auth.session_transfers set expires_at = now() - interval '1 second' where user_id = ${first.anne.id}`;
    expect((await site.stranger().post(first.link, {}, place())).status).toBe(404);
    expect(codeOn(await main(first.here, href('sessionTransfer')))).toBe('');
    const second = await offered();
    await second.here.post(href('sessionTransfer'), {});
    expect((await typeCode(site.stranger(), second.code)).status).toBe(422);
    const third = await offered();
    await third.here.post('/deconnexion', {});
    expect((await site.stranger().post(third.link, {}, place())).status).toBe(404);
  });

  test('a misread sign is told from a wrong code, and the field keeps what was typed', async () => {
    await offered();
    const misread = await typeCode(site.stranger(), '0000 0001');
    expect(faultsShown(await misread.text()).fields.code).toContain('mal lu');
    const wrong = await typeCode(site.stranger(), '0000 0000');
    const page = await wrong.text();
    expect(faultsShown(page).fields.code).toContain('n’est pas le bon');
    expect(page).toContain('value="0000 0000"');
  });

  test('guessing is slowed by the place it comes from', async () => {
    const headers = place();
    const statuses: number[] = [];
    for (let n = 0; n < 21; n += 1) statuses.push((await typeCode(site.stranger(), '00000000', {}, headers)).status);
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(422));
    expect(statuses[20]).toBe(429);
    const { code } = await offered();
    expect((await typeCode(site.stranger(), code)).status).toBe(303);
  });

  test('rubbish opens nothing and breaks nothing', async () => {
    for (const jeton of ['rien', 'a'.repeat(43), '%00', 'é', 'a'.repeat(5_000)]) {
      const path = `/connexion/appareil/${jeton}`;
      const answer = await site.stranger().get(path);
      expect(answer.status === 404).toBe(true);
      expect((await site.stranger().post(path, {}, place())).status === 404).toBe(true);
    }
  });
});

describe('the access card', () => {
  async function carded() {
    const anne = await memberWithPassword('Anne');
    const here = await signedIn(anne);
    expect((await here.post(href('accessCard'), {})).status).toBe(303);
    const code = codeOn(await main(here, href('accessCard')));
    return { anne, here, code };
  }
  const open = (visitor: Visitor, courriel: string, code: string, headers = place()) =>
    visitor.post(href('cardSignIn'), { courriel, code }, { 'User-Agent': PHONE, ...headers });

  test('asks for a fresh proof, shows its code for a quarter of an hour, and keeps a hash', async () => {
    const { anne, here, code } = await carded();
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{3} ){6}[0-9A-HJKMNP-TV-Z]{3}$/);
    expect(codeOn(await main(here, href('accessCard')))).toBe(code);
    expect(await main(here, href('accessCard'))).toContain(anne.email);
    const kept = await site.cast.sql`select * from auth.recovery_codes where user_id = ${anne.id}`;
    expect(JSON.stringify(kept)).not.toContain(code.replaceAll(' ', ''));
    expect(site.server.output()).not.toContain(code.replaceAll(' ', ''));
    await unprove(anne);
    expect((await here.get(href('accessCard'))).status).toBe(303);
    expect((await here.post(href('accessCard'), {})).status).toBe(303);
    expect(await site.cast.sql`select * from auth.recovery_codes where user_id = ${anne.id}`).toEqual(kept);
  });

  test('opens the account once, tells the owner, and asks for a new card', async () => {
    const { anne, code } = await carded();
    const phone = site.stranger();
    const answer = await open(phone, anne.email.toUpperCase(), code.toLowerCase());
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/reglages/carte?dit=carte-utilisee']);
    expect((await phone.get('/reglages/carte?dit=carte-utilisee')).status).toBe(200);
    expect(await letters(anne, 'cardUsed')).toMatchObject([{ device: 'Safari sur iPhone', path: href('devices') }]);
    expect((await open(site.stranger(), anne.email, code)).status).toBe(422);
  });

  test('of twenty at the same moment one gets in', async () => {
    const { anne, code } = await carded();
    const answers = await Promise.all(Array.from({ length: 20 }, () => open(site.stranger(), anne.email, code)));
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
    expect(await letters(anne, 'cardUsed')).toHaveLength(1);
  });

  test('a new card kills the old one', async () => {
    const { anne, here, code } = await carded();
    await here.post(href('accessCard'), {});
    const next = codeOn(await main(here, href('accessCard')));
    expect(next).not.toBe(code);
    expect((await open(site.stranger(), anne.email, code)).status).toBe(422);
    expect((await open(site.stranger(), anne.email, next)).status).toBe(303);
  });

  test('a wrong code, another’s card and an unknown address are one answer', async () => {
    const { anne, code } = await carded();
    const paul = await memberWithPassword('Paul');
    const wrong = '000 000 000 000 000 000 000';
    const pages = await Promise.all(
      [
        open(site.stranger(), anne.email, wrong),
        open(site.stranger(), paul.email, code),
        open(site.stranger(), 'personne@exemple.fr', code),
      ].map(async (answer) => {
        const { status } = await answer;
        return [status, faultsShown(await (await answer).text())];
      }),
    );
    expect(pages[0]?.[0]).toBe(422);
    expect(pages[1]).toEqual(pages[0]);
    expect(pages[2]).toEqual(pages[0]);
    expect((await open(site.stranger(), anne.email, code)).status).toBe(303);
  });

  test('guessing is slowed, and the owner gets in from elsewhere', async () => {
    const { anne, code } = await carded();
    const headers = place();
    const statuses: number[] = [];
    for (let n = 0; n < 11; n += 1)
      statuses.push((await open(site.stranger(), anne.email, '000 000 000 000 000 000 000', headers)).status);
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(422));
    expect(statuses[10]).toBe(429);
    expect((await open(site.stranger(), anne.email, code)).status).toBe(303);
  });

  test('a slip of the pen is told beside the field, and nothing is counted for it', async () => {
    const { anne, code } = await carded();
    const slip = code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`;
    const answer = await open(site.stranger(), anne.email, slip);
    // Zero and Z weigh the same in the check sign.
    if (!/^[0Z]/.test(code)) expect(faultsShown(await answer.text()).fields.code).toContain('mal lu');
    expect(answer.status).toBe(422);
  });
});

test('« Je ne retrouve plus rien » names a next step for every loss, and every link stands', async () => {
  const page = await main(site.stranger(), href('lostKeys'));
  const links = [...page.matchAll(/href="(\/[^"]*)"/g)].map((found) => found[1] ?? '');
  expect(links).toEqual(
    expect.arrayContaining([href('sessionTransferCode'), href('cardSignIn'), href('signInLetter')]),
  );
  for (const link of links) expect([link, (await site.stranger().get(link)).status]).toEqual([link, 200]);
  expect(words(page)).toContain('attendons 7 jours');
  expect(page).toContain('mailto:maison@exemple.fr');
});

describe('a device that is let in without a password', () => {
  const byPassword = (visitor: Visitor, courriel: string) =>
    visitor.post(href('signIn'), { courriel, mot_de_passe: PASSWORD }, { 'User-Agent': PHONE, ...place() });

  test('by session-transfer is remembered, listed and told to its owner, once', async () => {
    const anne = await memberWithPassword('Anne');
    const here = await signedIn(anne);
    const offer = await here.post(href('sessionTransfer'), {});
    const jeton = /aurora_passage=([^;]*)/.exec(offer.headers.get('set-cookie') ?? '')?.[1] ?? '';
    const phone = site.stranger();
    const answer = await phone.post(href('sessionTransferLink', { jeton }), {}, { 'User-Agent': PHONE, ...place() });
    expect(answer.headers.get('set-cookie')).toMatch(/aurora_appareil=[\w-]{43}/);
    expect(await letters(anne, 'newDevice')).toMatchObject([{ device: 'Safari sur iPhone', path: href('devices') }]);
    await phone.get('/', { 'User-Agent': PHONE });
    await expect.poll(async () => words(await main(here, href('devices')))).toContain('Safari sur iPhone');
    await phone.post('/deconnexion', {});
    expect((await byPassword(phone, anne.email)).status).toBe(303);
    expect(await letters(anne, 'newDevice')).toHaveLength(1);
  });

  test('by card is remembered and listed; one letter says it', async () => {
    const anne = await memberWithPassword('Anne');
    const here = await signedIn(anne);
    await here.post(href('accessCard'), {});
    const code = codeOn(await main(here, href('accessCard')));
    const phone = site.stranger();
    const opened = await phone.post(
      href('cardSignIn'),
      { courriel: anne.email, code },
      { 'User-Agent': PHONE, ...place() },
    );
    expect(opened.headers.get('set-cookie')).toMatch(/aurora_appareil=[\w-]{43}/);
    expect(await letters(anne, 'cardUsed')).toHaveLength(1);
    await phone.get('/', { 'User-Agent': PHONE });
    await expect.poll(async () => words(await main(here, href('devices')))).toContain('Safari sur iPhone');
    await phone.post('/deconnexion', {});
    expect((await byPassword(phone, anne.email)).status).toBe(303);
    expect(await letters(anne, 'newDevice')).toHaveLength(0);
  });
});
