/** What is done to a message that stands, by plain forms: D47, D48, D52, R14, F11, F12, F14, K04. */
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { item, talkOf, twoInASalon } from '../support/chat';
import type { Visitor } from '../support/server';
import { faultsShown, filledIn, messagesOn, openSite, words } from '../support/site';

const site = openSite();
let paul: Member;
let asAnne: Visitor;
let asPaul: Visitor;
let salon: string;
beforeAll(async () => {
  ({ paul, asAnne, asPaul, salon } = await twoInASalon(site));
});
const { stored, last, send, said, at, room } = talkOf(site, () => ({ salon, asAnne }));

describe('an answer', () => {
  test('stands under what it answers, by the form the page offers', async () => {
    const question = await said('Qui vient demain ?');
    const page = await room(`?repondre=${question}`, asPaul);
    expect(filledIn(page, 'reponse_a')).toBe(String(question));
    await send({ texte: 'Moi !', reponse_a: String(question) }, asPaul);
    const { id, replyTo } = await last();
    expect(replyTo).toBe(question);
    expect(words(item(await room(), id))).toContain('En réponse à Anne : « Qui vient demain ? »');
  });

  test('to a message of another salon, or to none, is a plain message', async () => {
    const other = (await site.cast.salon(paul, { visibility: 'prive' })).id;
    await asPaul.post(href('messages', { salon: other }), { texte: 'un secret' });
    const [secret] = await stored(other);
    for (const reponse_a of [
      String(secret?.id),
      '999999',
      '9007199254740991',
      '0',
      '-1',
      '9223372036854775808',
      'x',
      '1\0',
    ]) {
      expect((await send({ texte: 'réponse', reponse_a })).status).toBe(303);
      expect((await last()).replyTo).toBeNull();
      expect(await room(`?repondre=${encodeURIComponent(reponse_a)}`)).not.toContain('un secret');
    }
    const refused = await send({ texte: '', reponse_a: String(secret?.id) });
    expect(await refused.text()).not.toContain('un secret');
  });

  test('a refused answer still answers', async () => {
    const question = await said('Et toi ?');
    const page = await (await send({ texte: '', reponse_a: String(question) })).text();
    expect(filledIn(page, 'reponse_a')).toBe(String(question));
    expect(page).toContain('Vous répondez à <b>Anne</b>');
  });
});

describe('correcting', () => {
  test('changes the words, says so, and keeps the place', async () => {
    const id = await said('Bonjur');
    expect(filledIn(await (await asAnne.get(at('message', id))).text(), 'texte')).toBe('Bonjur');
    const answer = await asAnne.post(at('message', id), { texte: 'Bonjour' });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `${href('salon', { salon }, { message: id })}#message-${id}`,
    ]);
    expect(await last()).toMatchObject({ id, content: 'Bonjour', edited: true });
    expect(words(item(await room(), id))).toContain('modifié');
  });

  test('too late or too long comes back with what was typed', async () => {
    const id = await said('Bonjour');
    const long = await asAnne.post(at('message', id), { texte: 'x'.repeat(4_001) });
    expect([long.status, filledIn(await long.text(), 'texte')]).toEqual([422, 'x'.repeat(4_001)]);
    await site.cast.sql`update chat_messages set created_at = now() - interval '15 minutes 1 second' where id = ${id}`;
    const late = await asAnne.post(at('message', id), { texte: 'Bonsoir' });
    expect(late.status).toBe(422);
    const page = await late.text();
    expect(faultsShown(page).fields.texte).toContain('quart d’heure');
    expect(filledIn(page, 'texte')).toBe('Bonsoir');
    expect((await last()).content).toBe('Bonjour');
  });

  test('somebody else’s words is not possible, not even for the owner', async () => {
    const id = await said('à moi', asPaul);
    expect((await asAnne.post(at('message', id), { texte: 'à toi' })).status).toBe(404);
    expect((await last()).content).toBe('à moi');
    expect(await (await asAnne.get(at('message', id))).text()).not.toContain('Enregistrer la correction');
  });
});

describe('deleting', () => {
  test('asks first, empties the message, keeps its place; a second press is no fault', async () => {
    const id = await said('à oublier');
    const question = await said('et ceci ?', asPaul);
    await send({ texte: 'réponse', reponse_a: String(id) }, asPaul);
    expect(await (await asAnne.get(at('deleteMessage', id))).text()).toMatch(/Supprimer ce message\s\?<\/h1>/);
    for (let presses = 0; presses < 2; presses += 1) {
      expect((await asAnne.post(at('deleteMessage', id), {})).status).toBe(303);
    }
    const page = await room();
    expect(page).not.toContain('à oublier');
    expect(words(item(page, id))).toContain('Message supprimé');
    expect(messagesOn(page).indexOf(id)).toBeLessThan(messagesOn(page).indexOf(question));
    expect((await stored()).find((message) => message.id === id)).toMatchObject({ content: '', isDeleted: true });
    expect((await asAnne.get(at('deleteMessage', id))).status).toBe(303);
    expect((await asAnne.post(at('message', id), { texte: 'revenir' })).status).toBe(404);
  });

  test('an owner may delete a member’s message, a member not the owner’s', async () => {
    const hers = await said('de Paul', asPaul);
    expect((await asAnne.post(at('deleteMessage', hers), {})).status).toBe(303);
    const mine = await said('d’Anne');
    expect((await asPaul.post(at('deleteMessage', mine), {})).status).toBe(403);
    expect((await asPaul.get(at('deleteMessage', mine))).status).toBe(403);
    expect((await last()).isDeleted).toBe(false);
  });
});

describe('reacting', () => {
  test('is a switch, and names who did', async () => {
    const id = await said('bonne nouvelle');
    await asPaul.post(at('reactions', id), { emoji: 'bravo' });
    expect(words(item(await room(), id))).toContain('Bravo : Paul');
    const answer = await asPaul.post(at('reactions', id), { emoji: 'bravo' });
    expect(answer.headers.get('location')).toBe(`${href('salon', { salon }, { message: id })}#message-${id}`);
    expect((await last()).reactions).toBe(0);
  });

  test('forty times a minute, however fast, and others go on (K04; found 2b, 11)', async () => {
    const id = await said('bonne nouvelle');
    const zoe = await site.cast.member('Zoé');
    await site.cast.join(zoe, salon);
    const asZoe = await site.as(zoe);
    const react = async () => (await asZoe.post(at('reactions', id), { emoji: 'merci' })).status;
    const statuses = await Promise.all(Array.from({ length: 45 }, react));
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    expect((await asPaul.post(at('reactions', id), { emoji: 'bravo' })).status).toBe(303);
  });

  test('only by the list', async () => {
    const id = await said('essai');
    for (const emoji of ['', '❤️', 'toString', 'coeur ', 'COEUR']) {
      expect((await asPaul.post(at('reactions', id), { emoji })).status).toBe(422);
    }
    expect((await last()).reactions).toBe(0);
  });

  test('to what is deleted is not there', async () => {
    const id = await said('parti');
    await asAnne.post(at('deleteMessage', id), {});
    expect((await asPaul.post(at('reactions', id), { emoji: 'coeur' })).status).toBe(404);
  });
});
