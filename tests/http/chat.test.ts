/** Talking by plain forms: D45–D48, D52, R14, C-07, F11, F12, F14. */
import { beforeAll, describe, expect, test } from 'vitest';
import { anchors } from '~/client/protocol';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import type { Visitor } from '../support/server';
import { faultsShown, filledIn, messagesOn, openSite, words } from '../support/site';

const site = openSite();
let anne: Member;
let paul: Member;
let asAnne: Visitor;
let asPaul: Visitor;
let salon: string;

beforeAll(async () => {
  anne = await site.cast.member('Anne');
  paul = await site.cast.member('Paul');
  asAnne = await site.as(anne);
  asPaul = await site.as(paul);
  salon = (await site.cast.salon(anne)).id;
  await site.cast.join(paul, salon);
});

type Stored = {
  id: number;
  content: string;
  replyTo: number | null;
  isDeleted: boolean;
  edited: boolean;
  reactions: number;
};
const stored = (id: string = salon) => site.cast.sql<Stored[]>`
  select id::int, content, reply_to_id::int as "replyTo", is_deleted as "isDeleted", edited_at is not null as edited,
    (select count(*)::int from message_reactions r where r.message_id = m.id) as reactions
  from chat_messages m where salon_id = ${id} order by seq`;
const last = async () => (await stored()).at(-1) ?? expect.unreachable('nothing is stored');

const send = (form: Readonly<Record<string, string>>, by = asAnne, headers = {}) =>
  by.post(href('messages', { salon }), form, headers);
async function said(texte: string, by = asAnne): Promise<number> {
  await send({ texte }, by);
  return (await last()).id;
}
const at = (place: 'message' | 'deleteMessage' | 'reactions', message: number | string) =>
  href(place, { salon, message });
const room = async (query = '', by = asAnne) => (await by.get(href('salon', { salon }) + query)).text();
const item = (html: string, id: number) => new RegExp(`<li id="message-${id}"[\\s\\S]*?</li>`).exec(html)?.[0] ?? '';

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
