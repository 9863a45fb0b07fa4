/** Talking by plain forms: D45, D46, C-07, and how much the free plan talks. */
import { beforeAll, describe, expect, test } from 'vitest';
import { anchors } from '~/client/protocol';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { item, talkOf, twoInASalon } from '../support/chat';
import type { Visitor } from '../support/server';
import { faultsShown, filledIn, openSite, words } from '../support/site';

const site = openSite();
let anne: Member;
let paul: Member;
let asAnne: Visitor;
let asPaul: Visitor;
let salon: string;
beforeAll(async () => {
  ({ anne, paul, asAnne, asPaul, salon } = await twoInASalon(site));
});
const { stored, last, send, said, at, room } = talkOf(site, () => ({ salon, asAnne }));

describe('a message', () => {
  test('is stored, then shown to everybody in the salon', async () => {
    const answer = await send({ texte: '  Bonjour à tous\r\nil fait beau  ' });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `${href('salon', { salon })}#${anchors.composer}`,
    ]);
    const { id, content } = await last();
    expect(content).toBe('Bonjour à tous\nil fait beau');
    for (const visitor of [asAnne, asPaul]) expect(words(item(await room('', visitor), id))).toContain('il fait beau');
  });

  test('of 4,000 characters is stored whole; one more is refused with every word kept', async () => {
    expect((await send({ texte: 'é'.repeat(4_000) })).status).toBe(303);
    expect((await last()).content).toBe('é'.repeat(4_000));
    expect((await send({ texte: '🌻'.repeat(4_000) })).status).toBe(303);
    const before = await stored();
    const answer = await send({ texte: 'é'.repeat(4_001), cle: 'garde-moi' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(filledIn(page, 'texte')).toBe('é'.repeat(4_001));
    expect(filledIn(page, 'cle')).toBe('garde-moi');
    expect(faultsShown(page).fields.texte).toContain('4 001 caractères, 4 000 au plus');
    expect(await stored()).toEqual(before);
  });

  test.each(['', '   \n ', '\u200b\u200d', '\x01'])('that says nothing (%j) is refused', async (texte) => {
    expect((await send({ texte })).status).toBe(422);
  });

  test('is text and nothing else', async () => {
    const id = await said('<img src=x onerror=alert(1)> & "javascript:alert(1)" http://exemple.fr/?a=1&b=2');
    const shown = item(await room(), id);
    expect(shown).not.toContain('<img');
    expect(shown).not.toMatch(/href="javascript/);
    expect(shown).toMatch(/<a href="http:\/\/exemple.fr\/\?a=1&amp;b=2"[^>]*rel="noopener nofollow ugc"/);
  });

  test('sent twice with one key, or twenty times at once, is one message with one answer', async () => {
    const cle = crypto.randomUUID();
    const before = (await stored()).length;
    const answers = await Promise.all(Array.from({ length: 20 }, () => send({ texte: 'une fois', cle })));
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.headers.get('location')}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(303);
    expect((await stored()).slice(before).map((message) => message.content)).toEqual(['une fois']);
  });

  test('with a used key and other words is refused, keeps them, and the form sends them at the next press', async () => {
    const cle = crypto.randomUUID();
    const before = (await stored()).length;
    await send({ texte: 'la première', cle });
    const answer = await send({ texte: 'la seconde', cle });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Ce formulaire a déjà servi à envoyer un autre message');
    expect(filledIn(page, 'texte')).toBe('la seconde');
    expect((await send({ texte: 'la seconde', cle: filledIn(page, 'cle') ?? '' })).status).toBe(303);
    expect((await stored()).slice(before).map((message) => message.content)).toEqual(['la première', 'la seconde']);
  });

  test('without a key, or with one that is no key, is new each time', async () => {
    const before = (await stored()).length;
    for (const cle of ['', 'k'.repeat(65), '\0']) {
      for (let twice = 0; twice < 2; twice += 1) expect((await send({ texte: 'encore', cle })).status).toBe(303);
    }
    expect(await stored()).toHaveLength(before + 6);
  });

  test('with a key of mine from another salon is not taken for that one', async () => {
    const other = (await site.cast.salon(anne)).id;
    await send({ texte: 'ici', cle: 'partout' });
    const answer = await asAnne.post(href('messages', { salon: other }), { texte: 'là', cle: 'partout' });
    expect(answer.status).toBe(404);
    expect(await stored(other)).toEqual([]);
  });

  test('to a salon that is not mine is not there, and nothing is stored', async () => {
    const secret = (await site.cast.salon(paul, { visibility: 'prive' })).id;
    const open = (await site.cast.salon(paul)).id;
    for (const id of [secret, open]) {
      expect((await asAnne.post(href('messages', { salon: id }), { texte: 'coucou' })).status).toBe(404);
      expect(await stored(id)).toEqual([]);
    }
  });

  test('to a closed salon is refused in words, kept in the form', async () => {
    const closed = (await site.cast.salon(anne, { active: false })).id;
    const answer = await asAnne.post(href('messages', { salon: closed }), { texte: 'trop tard' });
    expect(answer.status).toBe(422);
    expect(await stored(closed)).toEqual([]);
  });

  test('fields of nobody’s form change nothing', async () => {
    await send({ texte: 'moi', user_id: paul.id, seq: '1', salon_id: crypto.randomUUID(), is_deleted: 'true' });
    expect(item(await room(), (await last()).id)).toContain(`data-auteur="${anne.id}"`);
  });
});

describe('the free plan', () => {
  test('has twenty messages a day; the next one keeps its words, and is not counted', async () => {
    const gerard = await site.cast.member('Gérard', { plan: 'freemium' });
    await site.cast.join(gerard, salon);
    const visitor = await site.as(gerard);
    for (let n = 1; n <= 20; n += 1) expect((await send({ texte: `n° ${n}` }, visitor)).status).toBe(303);
    const before = await stored();
    const answer = await send({ texte: 'le vingt et unième', cle: 'demain' }, visitor);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect([filledIn(page, 'texte'), filledIn(page, 'cle')]).toEqual(['le vingt et unième', 'demain']);
    expect(faultsShown(page).fields.texte).toContain('20 messages');
    expect(await stored()).toEqual(before);
    const mine = before.at(-1)?.id ?? 0;
    expect((await visitor.post(at('message', mine), { texte: 'corrigé' })).status).toBe(303);
    expect((await visitor.post(at('reactions', mine), { emoji: 'coeur' })).status).toBe(303);
  });

  test('a refused or repeated post costs nothing', async () => {
    const lise = await site.cast.member('Lise', { plan: 'freemium' });
    await site.cast.join(lise, salon);
    const visitor = await site.as(lise);
    for (let n = 1; n <= 25; n += 1) {
      await send({ texte: '' }, visitor);
      await send({ texte: 'même', cle: 'une seule' }, visitor);
    }
    const [row] = await site.cast.sql`select daily_chat_count from profiles where id = ${lise.id}`;
    expect(row?.daily_chat_count).toBe(1);
  });
});

test('an unconfirmed member reads and does not post', async () => {
  const zoe = await site.cast.member('Zoé', { confirmed: false });
  await site.cast.join(zoe, salon);
  const visitor = await site.as(zoe);
  expect((await visitor.get(href('salon', { salon }))).status).toBe(200);
  const answer = await send({ texte: 'bonjour' }, visitor);
  expect([answer.status, filledIn(await answer.text(), 'texte')]).toEqual([422, 'bonjour']);
});
