/** A fresh proof by password or mailed code, and the new secret of the session from then on: G06, reliability 8. */
import { describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { PASSWORD, sessionCookie, signInOf } from '../support/sign-in';
import { holding, openSite } from '../support/site';
import { readStream } from '../support/stream-reader';

const site = openSite({ TRUST_PROXY: '1' });
const { memberWithPassword, signedIn, isIn, unprove, letters } = signInOf(site);
const codeIn = async (member: Member) => (await letters(member, 'proof')).at(-1)?.code ?? '';

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
