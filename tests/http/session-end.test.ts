/** How a session ends: by its time, by signing out, here or everywhere. G06, G07, reliability 8 and 11. */
import { describe, expect, test } from 'vitest';
import type { Member } from '../support/cast';
import type { Visitor } from '../support/server';
import { PASSWORD, signInOf } from '../support/sign-in';
import { holding, openSite } from '../support/site';

const site = openSite({ TRUST_PROXY: '1' });
const { memberWithPassword } = signInOf(site);
/** A place of its own, so that no limit reaches over. */
const place = () => ({ 'X-Forwarded-For': '198.51.100.1' });
const signIn = (attempt: Readonly<Record<string, string>>, headers: Record<string, string>, visitor: Visitor) =>
  visitor.post('/connexion', { mot_de_passe: PASSWORD, ...attempt }, headers);
const sessionsOf = ({ id }: Member) => site.cast.sql<{ id: string; days: number }[]>`
  select id, extract(epoch from expires_at - now()) / 86400 as days from auth.sessions where user_id = ${id}`;

describe('a session’s end', () => {
  test('an expired one opens nothing, by the database’s clock, and its cookie goes', async () => {
    const anne = await site.cast.member('Anne');
    const visitor = await site.as(anne);
    expect((await visitor.get('/salons')).status).toBe(200);
    await site.cast.sql`update auth.sessions set expires_at = now() where user_id = ${anne.id}`;
    const answer = await visitor.get('/salons');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('set-cookie')).toMatch(/^aurora_session=;.*Max-Age=0/);
  });

  test('it slides while one comes by, and never beyond half a year', async () => {
    const anne = await memberWithPassword('Anne');
    const visitor = site.stranger();
    await signIn({ courriel: anne.email, rester: 'on' }, place(), visitor);
    await site.cast.sql`update auth.sessions set expires_at = now() + interval '40 days' where user_id = ${anne.id}`;
    const renewed = await visitor.get('/salons');
    expect(renewed.headers.get('set-cookie')).toContain(`Max-Age=${90 * 86_400}`);
    expect((await sessionsOf(anne))[0]?.days).toBeCloseTo(90, 1);
    await site.cast.sql`
      update auth.sessions set created_at = now() - interval '170 days', expires_at = now() + interval '5 days'
      where user_id = ${anne.id}`;
    await visitor.get('/salons');
    expect((await sessionsOf(anne))[0]?.days).toBeCloseTo(10, 1);
    // Whatever its row says: an end that was written too far away opens nothing (found 2c, 6).
    await site.cast.sql`
      update auth.sessions set created_at = now() - interval '181 days', expires_at = now() + interval '5 days'
      where user_id = ${anne.id}`;
    expect((await visitor.get('/salons')).status).toBe(303);
  });

  test('signing out ends this session and no other', async () => {
    const anne = await site.cast.member('Anne');
    const [here, elsewhere] = [await site.as(anne), await site.as(anne)];
    const answer = await here.post('/deconnexion', {});
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/?dit=au-revoir']);
    expect(answer.headers.get('set-cookie')).toMatch(/^aurora_session=;.*Max-Age=0/);
    expect((await here.get('/salons')).status).toBe(303);
    expect((await elsewhere.get('/salons')).status).toBe(200);
  });

  test('« partout » ends them all, and nobody else’s', async () => {
    const anne = await site.cast.member('Anne');
    const paul = await site.as(await site.cast.member('Paul'));
    const [here, elsewhere] = [await site.as(anne), await site.as(anne)];
    await here.post('/deconnexion', { partout: 'on' });
    expect((await elsewhere.get('/salons')).status).toBe(303);
    expect((await paul.get('/salons')).status).toBe(200);
    expect(await sessionsOf(anne)).toHaveLength(0);
  });

  test('signing out twice, or signed out, is harmless', async () => {
    expect((await site.stranger().post('/deconnexion', { partout: 'on' })).status).toBe(303);
  });

  test.each(['', 'x', 'a'.repeat(101), 'a'.repeat(8_000), '%00', '../../x', "' or 1=1 --"])(
    'the cookie %j opens nothing and breaks nothing',
    async (secret) => expect((await holding(site.origin, `aurora_session=${secret}`).get('/salons')).status).toBe(303),
  );
});
