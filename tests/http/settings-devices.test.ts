/** Where a member is signed in, and how she ends it from elsewhere: G06, reliability 8. */
import { describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { sessionCookie, signInOf } from '../support/sign-in';
import { mainOf, openSite, words } from '../support/site';
import { readStream } from '../support/stream-reader';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0';
const site = openSite({ TRUST_PROXY: '1' });
const { memberWithPassword, signedIn, isIn } = signInOf(site);
const handlesOf = async ({ id }: Member) =>
  (await site.cast.sql<{ handle: string }[]>`select handle from auth.sessions where user_id = ${id}`).map(
    (row) => row.handle,
  );

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
