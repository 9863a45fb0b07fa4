/** Pages that are rendered once and kept: whatever changes shows in the very next one, for this reader and for others. */
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import type { Visitor } from '../support/server';
import { openSite } from '../support/site';

const site = openSite();
let anne: Member;
let paul: Member;
let asAnne: Visitor;
let asPaul: Visitor;
let salon: string;

beforeAll(async () => {
  anne = await site.cast.member('Anne Première');
  paul = await site.cast.member('Paul');
  [asAnne, asPaul] = [await site.as(anne), await site.as(paul)];
  salon = (await site.cast.salon(anne)).id;
  await site.cast.join(paul, salon);
});

const room = async (by: Visitor) => (await by.get(href('salon', { salon }))).text();
const list = async (by: Visitor) => (await by.get(href('salons'))).text();
/** Twice, so that the second is the kept one. */
async function both(page: () => Promise<string>): Promise<string> {
  await page();
  return page();
}

test('a message that is posted, corrected and deleted is so in the next page of every reader', async () => {
  await Promise.all([both(() => room(asAnne)), both(() => room(asPaul))]);
  await asAnne.post(href('messages', { salon }), { texte: 'Premier zéphyr' });
  for (const by of [asAnne, asPaul]) expect(await both(() => room(by))).toContain('Premier zéphyr');
  const [row] = await site.cast.sql<{ id: string }[]>`select id::text from chat_messages where salon_id = ${salon}`;
  const message = { salon, message: row?.id ?? '' };
  await asAnne.post(href('message', message), { texte: 'Second alizé' });
  for (const by of [asAnne, asPaul]) {
    const html = await both(() => room(by));
    expect([html.includes('Second alizé'), html.includes('Premier zéphyr')]).toEqual([true, false]);
  }
  await asAnne.post(href('deleteMessage', message), {});
  for (const by of [asAnne, asPaul]) expect(await room(by)).not.toContain('Second alizé');
});

test('numbers that move with each message are those of this page, in a page that is kept', async () => {
  for (let n = 0; n < 52; n += 1) await asPaul.post(href('messages', { salon }), { texte: `Numéro ${n}` });
  const [before] = await site.cast.sql<{ seq: number }[]>`
    select last_seq::int as seq from salons where id = ${salon}`;
  const seq = before?.seq ?? 0;
  const numbersIn = (html: string) =>
    [/data-depuis="(\w+)"/, /[?]avant=(\w+)" rel="prev"/, /[?]lu=(\w+)"/].map((each) => Number(each.exec(html)?.[1]));
  const [cursor = 0] = (
    await site.cast.sql<{ seq: number }[]>`
      select seq::int from chat_messages where salon_id = ${salon} order by seq desc offset 49 limit 1`
  ).map((row) => row.seq);
  const first = await room(asAnne);
  expect(numbersIn(first).slice(0, 2)).toEqual([seq, cursor]);
  await expect.poll(async () => numbersIn(await room(asAnne))).toEqual([seq, cursor, seq]);
  await asPaul.post(href('messages', { salon }), { texte: 'Encore un' });
  expect(numbersIn(await room(asAnne)).slice(0, 2)).toEqual([seq + 1, cursor + 1]);
  await expect.poll(async () => numbersIn(await room(asAnne))).toEqual([seq + 1, cursor + 1, seq + 1]);
});

test('names and comfort are those of now, and of this reader', async () => {
  await both(() => room(asPaul));
  await site.cast.sql`update profiles set full_name = 'Anne Seconde' where id = ${anne.id}`;
  expect(await room(asPaul)).not.toContain('Anne Première');
  expect(await room(asAnne)).toContain('Vous êtes <strong>Anne Seconde</strong>');
  await asPaul.post(href('comfort'), { taille: '3', retour: '/' });
  expect(await room(asPaul)).toContain('data-taille="3"');
  expect(await room(asAnne)).toContain('data-taille="1"');
});

test('every page has a nonce and a form key of its own, and nothing that stands for them', async () => {
  const seen = await Promise.all([1, 2, 3].map(() => asAnne.get(href('salon', { salon }))));
  const nonces = await Promise.all(
    seen.map(async (answer) => {
      const html = await answer.text();
      const [, nonce] = /nonce="([^"]+)"/.exec(html) ?? [];
      expect(answer.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
      expect([...html.matchAll(/nonce="([^"]+)"/g)].every(([, each]) => each === nonce)).toBe(true);
      return [nonce, /name="cle" value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? expect.unreachable('no key')];
    }),
  );
  expect(new Set(nonces.flat()).size).toBe(6);
});

test('as gzip it is the same page', async () => {
  const known = (html: string) => html.replace(/nonce="[^"]*"|name="cle" value="[^"]*"/g, '');
  for (const path of [href('salon', { salon }), href('salons')]) {
    const plain = known(await (await asAnne.get(path, { 'Accept-Encoding': 'identity' })).text());
    const answer = await asAnne.get(path, { 'Accept-Encoding': 'gzip, br' });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    const body = Buffer.from(await answer.arrayBuffer());
    const text = body[0] === 0x1f ? gunzipSync(body).toString() : body.toString();
    expect(known(text)).toBe(plain);
  }
});

test('a renamed salon has its new name in the next list; who was removed, and who signed out, see neither', async () => {
  await both(() => list(asPaul));
  await site.cast.sql`update salons set name = 'Le banc vert' where id = ${salon}`;
  expect(await list(asPaul)).toContain('Le banc vert');
  await both(() => room(asPaul));
  await site.cast.sql`delete from salon_members where salon_id = ${salon} and user_id = ${paul.id}`;
  expect((await asPaul.get(href('salon', { salon }))).status).toBe(404);
  await site.cast.sql`delete from auth.sessions where user_id = ${anne.id}`;
  expect((await asAnne.get(href('salon', { salon }))).status).toBe(303);
});
