/** C-04, C-08: which posts are not kept when the session has ended, and how many. */
import { describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Visitor } from '../support/server';
import { PASSWORD, signInOf } from '../support/sign-in';
import { openSite } from '../support/site';

const site = openSite({ TRUST_PROXY: '1' });
const { memberWithPassword } = signInOf(site);

async function member(name = 'Anne') {
  const anne = await memberWithPassword(name);
  return { anne, salon: (await site.cast.salon(anne, { name: 'Jardin au balcon' })).id };
}
let calls = 0;
const place = () => ({ 'X-Forwarded-For': `198.51.100.${++calls}` });
const enter = (visitor: Visitor, email: string) =>
  visitor.post('/connexion', { courriel: email, mot_de_passe: PASSWORD, retour: href('pendingPost') });

describe('what is not kept', () => {
  const rows = async () => Number((await site.cast.sql`select count(*) as n from auth.pending_posts`)[0]?.n);

  test('a password, a code, an unknown field, a press without words', async () => {
    const { salon } = await member();
    const before = await rows();
    const posts: [string, Record<string, string>][] = [
      [href('password'), { ancien: PASSWORD, mot_de_passe: PASSWORD }],
      [href('proof'), { code: '123456' }],
      [href('closeOtherDevices'), {}],
      [href('messages', { salon }), { texte: '  ' }],
      [href('reactions', { salon, message: 1 }), { emoji: 'coeur' }],
    ];
    for (const [path, form] of posts) {
      const answer = await site.stranger().post(path, form, place());
      expect([path, answer.status, answer.headers.get('set-cookie')]).toEqual([path, 303, null]);
    }
    expect(await rows()).toBe(before);
    await site
      .stranger()
      .post(href('messages', { salon }), { texte: 'mot', mot_de_passe: PASSWORD, autre: 'x' }, place());
    const [kept] = await site.cast.sql`select fields from auth.pending_posts where path like ${`%${salon}%`}`;
    expect(Object.keys(kept?.fields as object).sort()).toEqual(['cle', 'texte']);
  });

  test('more than sixty an hour from one place; they are led to sign-in all the same', async () => {
    const { salon } = await member();
    const headers = place();
    const before = await rows();
    const answers = await Promise.all(
      Array.from({ length: 70 }, () => site.stranger().post(href('messages', { salon }), { texte: 'mot' }, headers)),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([303]));
    expect(await rows()).toBeLessThanOrEqual(before + 60);
  });

  test('more than twenty of one sender: the oldest of the same sender make room, and nobody else’s', async () => {
    const { salon } = await member();
    const [one, other] = [place(), place()];
    const text = (n: number) => ({ texte: `mot ${n}` });
    await site.stranger().post(href('messages', { salon }), text(0), other);
    for (let n = 1; n <= 25; n += 1) await site.stranger().post(href('messages', { salon }), text(n), one);
    const kept = await site.cast.sql<{ text: string }[]>`
      select fields->>'texte' as text from auth.pending_posts where path like ${`%${salon}%`} order by created_at`;
    expect(kept.map((row) => row.text)).toEqual(['mot 0', ...Array.from({ length: 20 }, (_, n) => `mot ${n + 6}`)]);
  });

  test('what the table cannot hold: a path of 300 signs, control characters that grow in JSON, half a character', async () => {
    const before = await rows();
    const long = `/salons/${'a'.repeat(300)}/messages`;
    const { salon } = await member();
    for (const [path, texte] of [
      [long, 'mot'],
      [href('messages', { salon }), '\u0001'.repeat(30_000)],
    ] as const) {
      expect((await site.stranger().post(path, { texte }, place())).status).toBe(303);
    }
    expect(await rows()).toBe(before);
  });

  test('what is larger than a form may be, what is no form, and what comes from elsewhere', async () => {
    const { salon } = await member();
    const before = await rows();
    const path = site.origin + href('messages', { salon });
    const send = (headers: Record<string, string>, body: string) =>
      fetch(path, { method: 'POST', headers: { ...place(), ...headers }, body, redirect: 'manual' });
    const form = { Origin: site.origin, 'Content-Type': 'application/x-www-form-urlencoded' };
    expect((await send(form, `texte=${'a'.repeat(70_000)}`)).status).toBe(303);
    expect((await send({ Origin: site.origin, 'Content-Type': 'multipart/form-data' }, 'rien')).status).toBe(303);
    expect((await send({ ...form, Origin: 'https://exemple.org' }, 'texte=mot')).status).toBe(403);
    expect((await send(form, 'texte=a%00b')).status).toBe(303);
    expect(await rows()).toBe(before + 1);
  });

  test('a cookie that is none of ours finds nothing', async () => {
    const { anne } = await member();
    const visitor = site.stranger();
    await enter(visitor, anne.email);
    for (const rubbish of ['x', 'a'.repeat(43), "'", '%00', 'a'.repeat(3_000)]) {
      const answer = await site
        .stranger()
        .get(href('pendingPost'), { Cookie: `${visitor.cookie()}; aurora_garde=${rubbish}` });
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('Aucun texte gardé');
    }
  });
});
