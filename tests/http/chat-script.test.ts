/** What the script of the room's page sends, and the short answers that it gets (C-07). */
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import { talkOf, twoInASalon } from '../support/chat';
import type { Visitor } from '../support/server';
import { openSite } from '../support/site';

const site = openSite();
let asAnne: Visitor;
let salon: string;
beforeAll(async () => {
  ({ asAnne, salon } = await twoInASalon(site));
});
const { stored, last, send, at } = talkOf(site, () => ({ salon, asAnne }));

describe('what the page’s script sends', () => {
  const script = { 'X-Aurora': 'fragment' };

  test('is answered 204 when it is stored, for the stream brings it', async () => {
    const answer = await send({ texte: 'par le script' }, asAnne, script);
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    const { id, content } = await last();
    expect(content).toBe('par le script');
    for (const [path, form] of [
      [at('message', id), { texte: 'corrigé' }],
      [at('reactions', id), { emoji: 'coeur' }],
      [at('deleteMessage', id), {}],
      [href('typing', { salon }), {}],
      [href('readingMark', { salon }), { jusqua: '1' }],
    ] as const) {
      expect([path, (await asAnne.post(path, form, script)).status]).toEqual([path, 204]);
    }
  });

  test('goes a short way while there is nothing else to do, and its answer is the same', async () => {
    const post = (texte: string, session: Visitor, headers = {}) => send({ texte }, session, { ...script, ...headers });
    const marie = await site.cast.member('Marie');
    await site.cast.join(marie, salon);
    const asMarie = await site.as(marie);
    const shapeOf = ({ status, headers }: Response) => [
      status,
      ...[...headers].flatMap(([name, value]) => (/^(date|x-request-id)$/.test(name) ? [] : [`${name}: ${value}`])),
    ];
    const withoutNonce = (shape: unknown[]) => shape.map((each) => String(each).replace(/nonce-[^']+/, ''));
    // Her device has no name yet: the whole way.
    const whole = shapeOf(await post('par le long chemin', asMarie));
    await site.cast.sql`
      update auth.sessions set device = 'Firefox', last_used_at = now(), active_at = now() where user_id = ${marie.id}`;
    await site.cast.sql`update profiles set last_activity = now() where id = ${marie.id}`;
    const short = shapeOf(await post('par le chemin court', asMarie));
    expect(withoutNonce(short)).toEqual(withoutNonce(whole));
    expect((await post('d’ailleurs', asMarie, { Origin: 'https://evil.fr' })).status).toBe(403);
    expect((await post(' ', asMarie)).status).toBe(422);
    expect((await stored()).slice(-2).map(({ content }) => content)).toEqual([
      'par le long chemin',
      'par le chemin court',
    ]);
    await site.cast.sql`delete from auth.sessions where user_id = ${marie.id}`;
    expect((await post('après la fin', asMarie)).status).toBe(303);
    expect((await last()).content).toBe('par le chemin court');
  });

  test('is told to come back when the salon is locked, and is not tried again by itself', async () => {
    const answer = await site.cast.sql.begin(async (sql) => {
      await sql`select from salons where id = ${salon} for update`;
      return send({ texte: 'en vain' }, asAnne, script);
    });
    expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([503, true]);
    expect(await answer.text()).toMatch(/^<p role="alert">/);
    expect((await stored()).filter(({ content }) => content === 'en vain')).toEqual([]);
  });

  test('is answered 422 with the form alone when it is refused', async () => {
    const answer = await send({ texte: 'x'.repeat(4_001), cle: 'k' }, asAnne, script);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toMatch(/^<form id="ecrire"/);
    expect(html).not.toContain('<html');
    expect(html).toContain('x'.repeat(4_001));
    expect(html).toContain('value="k"');
  });

  test('signed out, it is led to sign-in; not there is a few words', async () => {
    const out = await send({ texte: 'a' }, site.stranger(), script);
    expect(out.status).toBe(303);
    const nowhere = await asAnne.post(href('messages', { salon: crypto.randomUUID() }), { texte: 'a' }, script);
    expect([nowhere.status, await nowhere.text()]).toEqual([404, '<p role="alert">Cette page n’est pas là</p>']);
  });
});
