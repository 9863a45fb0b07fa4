/** What keeps a salon orderly: its own rules, a pinned message, a pace, silence for a member (D30, D39, R06, R13). */
import { beforeEach, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { faultsShown, filledIn, mainOf, openSite, words } from '../support/site';
import { eventually, readStream } from '../support/stream-reader';

const site = openSite({ MESSAGES_A_MINUTE: '30' });
let owner: Member;
let moderator: Member;
let member: Member;
let salon: string;
let code: string;
beforeEach(async () => {
  owner = await site.cast.member('Odile');
  moderator = await site.cast.member('Maurice');
  member = await site.cast.member('Mireille');
  ({ id: salon, code } = await site.cast.salon(owner, { name: 'Jardin au balcon' }));
  await site.cast.join(moderator, salon, 'moderator');
  await site.cast.join(member, salon);
});

const post = async (who: Member, path: string, form: Record<string, string> = {}) =>
  (await site.as(who)).post(path, form);
const get = async (who: Member, path: string) => mainOf(await (await (await site.as(who)).get(path)).text());
const room = (who: Member) => get(who, href('salon', { salon }));
const say = async (who: Member, texte: string) => post(who, href('messages', { salon }), { texte });
const lastId = async () => {
  const [row] = await site.cast.sql<{ id: string }[]>`
    select id from chat_messages where salon_id = ${salon} order by seq desc limit 1`;
  return String(row?.id);
};
const FORM = {
  ...{ nom: 'Jardin au balcon', description: '', categorie: 'jardin', ville: '', couleur: '#5C940D' },
  ...{ visibilite: 'public', regles: 'On se dit tu.\nPas de vente ici.', accueil: '', lenteur: '' },
};
const settle = (form: Partial<typeof FORM>) => post(owner, href('salonSettings', { salon }), { ...FORM, ...form });

describe('the rules of a salon', () => {
  test('are read on the landing page, before joining, and by a quiet link in the room', async () => {
    expect(words(await room(member))).not.toContain('Les règles du salon');
    await settle({});
    const landing = mainOf(await (await site.stranger().get(href('shareLink', { code }))).text());
    for (const html of [landing, await get(await site.cast.member('Simone'), href('lookAtSalon', { salon }))]) {
      expect(words(html)).toMatch(/On se dit tu\.\s*Pas de vente ici\./);
    }
    expect(await room(member)).toContain(`${href('lookAtSalon', { salon })}#regles`);
    // A form without them leaves them as they are; an empty field takes them away.
    const { regles: _, ...rest } = FORM;
    await post(owner, href('salonSettings', { salon }), rest);
    expect(words(await get(member, href('lookAtSalon', { salon })))).toContain('Pas de vente ici.');
    await settle({ regles: '' });
    expect(words(await get(member, href('lookAtSalon', { salon })))).not.toContain('Les règles de ce salon');
  });

  test('too long, they come back as typed', async () => {
    const answer = await settle({ regles: 'a'.repeat(2_001) });
    const html = await answer.text();
    expect([answer.status, Object.keys(faultsShown(html).fields)]).toEqual([422, ['regles']]);
    expect(filledIn(html, 'regles')).toHaveLength(2_001);
  });
});

describe('a pinned message', () => {
  const pin = (who: Member, message: string) => post(who, href('pinnedMessage', { salon }), { message });

  test('stands at the top of the room and leads to its place, by the hand of who keeps the salon', async () => {
    await say(member, 'Rendez-vous samedi à dix heures');
    const message = await lastId();
    expect((await pin(member, message)).status).toBe(403);
    expect(await get(member, href('message', { salon, message }))).not.toContain('Épingler');
    expect(await get(moderator, href('message', { salon, message }))).toContain('Épingler');
    const apart = await site.cast.member('Berthe');
    await site.cast.join(apart, salon);
    await site.cast.sql`insert into blocks (blocker_id, blocked_id) values (${apart.id}, ${member.id})`;
    const [hers, his] = [
      await readStream(site.origin, salon, { cookie: await site.cast.session(owner) }),
      await readStream(site.origin, salon, { cookie: await site.cast.session(apart) }),
    ];
    expect((await pin(moderator, message)).status).toBe(303);
    await eventually(() => hers.named('epingle').at(-1)?.data ?? '', 'what the owner hears').toContain('Rendez-vous');
    await eventually(() => his.named('epingle').at(-1)?.data ?? '', 'what is hidden from one apart').toBe(
      '<p id="epingle" class="epingle" hidden=""></p>',
    );
    const seen = await room(member);
    expect(words(seen)).toContain('Épinglé, Mireille : Rendez-vous samedi à dix heures');
    expect(seen).toContain(`${href('salon', { salon }, { message })}#message-${message}`);
    expect(seen).not.toContain('Retirer l’épingle');
    await post(owner, href('pinnedMessage', { salon }), { retirer: 'on' });
    expect(words(await room(owner))).not.toContain('Épinglé');
    await eventually(() => hers.named('epingle').at(-1)?.data ?? '', 'that it is gone').toContain('hidden');
  });

  test('deleted, it is pinned no more; of another salon or by a stranger, never', async () => {
    await say(member, 'Un mot de trop');
    const message = await lastId();
    await pin(owner, message);
    await post(member, href('deleteMessage', { salon, message }));
    expect(words(await room(owner))).not.toContain('Épinglé');
    expect((await pin(owner, message)).status).toBe(404);
    const { id: other } = await site.cast.salon(owner);
    await say(member, 'Ici, et pas ailleurs');
    const here = await lastId();
    expect((await post(owner, href('pinnedMessage', { salon: other }), { message: here })).status).toBe(404);
    expect((await pin(await site.cast.member('Simone'), here)).status).toBe(404);
    expect((await post(owner, href('pinnedMessage', { salon }), { message: 'x' })).status).toBe(422);
  });

  test('of somebody blocked is not shown', async () => {
    await say(member, 'Pour tout le monde');
    await pin(owner, await lastId());
    const blocker = await site.cast.member('Berthe');
    await site.cast.join(blocker, salon);
    await post(blocker, href('blockMember', { membre: member.id }), { bloquer: 'on' });
    expect(words(await room(blocker))).not.toContain('Pour tout le monde');
  });
});

describe('more than anybody types', () => {
  test('waits for its minute with its words, in the first days after half as many; others notice nothing (K04)', async () => {
    const since = (days: number, { id }: Member) =>
      site.cast.sql`update auth.users set created_at = now() - make_interval(days => ${days}) where id = ${id}`;
    await since(8, member);
    await since(6, owner);
    const accepted = async (who: Member) => {
      const answers: Response[] = [];
      for (let n = 1; n <= 31; n += 1) answers.push(await say(who, `Message ${n}`));
      return answers.filter(({ status }) => status === 303).length;
    };
    expect(await accepted(owner)).toBe(15);
    expect(await accepted(member)).toBe(30);
    const refused = await say(member, 'Encore un');
    const html = await refused.text();
    expect([refused.status, Number(refused.headers.get('retry-after')), faultsShown(html).fields.texte]).toEqual([
      429,
      expect.toSatisfy((wait) => wait >= 1 && wait <= 60),
      expect.stringMatching(
        /^Vous écrivez très vite\. Vous pourrez envoyer ce message dans (1.minute|\d+.secondes?).; il reste ici\.$/,
      ),
    ]);
    expect(filledIn(html, 'texte')).toBe('Encore un');
    expect((await say(moderator, 'Tranquillement')).status).toBe(303);
  });
});

describe('a slow salon', () => {
  test('says how long to wait, keeps what was typed, and lets its keepers speak', async () => {
    expect((await settle({ lenteur: '15' })).status).toBe(422);
    await settle({ lenteur: '60' });
    expect(words(await room(member))).toContain('Un message par minute, dans ce salon.');
    expect(words(await room(moderator))).not.toContain('Un message par minute');
    expect((await say(member, 'Un')).status).toBe(303);
    const refused = await say(member, 'Deux');
    const html = await refused.text();
    expect([refused.status, Number(refused.headers.get('retry-after')), faultsShown(html).fields.texte]).toEqual([
      429,
      expect.toSatisfy((wait) => wait >= 1 && wait <= 60),
      expect.stringMatching(/Vous pourrez envoyer ce message dans (\d+ secondes|1 minute) ; il reste ici\./),
    ]);
    expect(filledIn(html, 'texte')).toBe('Deux');
    for (const who of [owner, owner, moderator, moderator]) expect((await say(who, 'Encore')).status).toBe(303);
    await site.cast
      .sql`update salon_members set last_post_at = now() - interval '61 seconds' where user_id = ${member.id}`;
    expect((await say(member, 'Trois')).status).toBe(303);
  });

  test('lets one of ten messages at once through, and repeats none', async () => {
    await settle({ lenteur: '300' });
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => say(member, `Message ${n}`)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    // The same form again is the same message, and no second one.
    const form = { texte: 'Une fois', cle: 'une-cle' };
    await site.cast.sql`update salon_members set last_post_at = null where user_id = ${member.id}`;
    for (const _ of [1, 2]) expect((await post(member, href('messages', { salon }), form)).status).toBe(303);
    expect(await site.cast.sql`select from chat_messages where salon_id = ${salon}`).toHaveLength(2);
  });
});

describe('silence for a member', () => {
  const rule = (who: Member, whom: Member, form: Record<string, string>) =>
    post(who, href('salonMember', { salon, membre: whom.id }), form);

  test('is for a time, is told to her with its end, and is lifted by a keeper', async () => {
    expect((await rule(moderator, member, { action: 'silence', duree: '24' })).status).toBe(303);
    const refused = await say(member, 'Un mot');
    expect([refused.status, words(await refused.text())]).toEqual([
      422,
      expect.stringContaining('suspendu votre parole. Vous pourrez écrire à partir de demain,'),
    ]);
    expect(words(await get(member, href('notices')))).toContain('Vous pourrez écrire de nouveau à partir du');
    expect(words(await get(owner, href('keepMember', { salon, membre: member.id })))).toContain('Lui rendre la parole');
    expect((await rule(owner, member, { action: 'parole' })).status).toBe(303);
    expect((await say(member, 'Merci')).status).toBe(303);
  });

  test('is in the hands of who may remove her, for a length that we know', async () => {
    expect((await rule(moderator, member, { action: 'silence', duree: '2' })).status).toBe(422);
    expect((await rule(moderator, owner, { action: 'silence', duree: '1' })).status).toBe(403);
    expect((await rule(member, moderator, { action: 'silence', duree: '1' })).status).toBe(403);
    expect((await rule(await site.cast.member('Simone'), member, { action: 'silence', duree: '1' })).status).toBe(404);
  });
});

describe('coming in (D40, L04)', () => {
  const join = async (name: string) => {
    const newcomer = await site.cast.member(name);
    await post(newcomer, href('salonMembership', { salon }));
    return newcomer;
  };
  const arrivals = async () => [...(await room(owner)).matchAll(/([^>]*) rejoint le salon</g)].map(([, who]) => who);

  test('is one line of the conversation, which several who follow each other share', async () => {
    const paul = await join('Paul');
    expect(await arrivals()).toEqual(['Paul a']);
    await join('Simone');
    expect(await arrivals()).toEqual(['Simone et Paul ont']);
    await say(member, 'Bonjour à vous deux');
    await join('Zoé');
    expect(await arrivals()).toEqual(['Simone et Paul ont', 'Zoé a']);
    await post(paul, href('leaveSalon', { salon }));
    await post(paul, href('salonMembership', { salon }));
    expect(await arrivals()).toEqual(['Simone et Paul ont', 'Zoé a']);
    const [counts] = await site.cast.sql`select message_count, last_seq::int from salons where id = ${salon}`;
    expect(counts).toEqual({ message_count: 1, last_seq: 4 });
  });

  test('is heard at once, replayed after a cut, and is nothing to read, answer or report', async () => {
    const stream = await readStream(site.origin, salon, { cookie: await site.cast.session(owner) });
    await join('Paul');
    await eventually(() => stream.named('message').length, 'the arrival').toBe(1);
    const [{ data = '' } = {}] = stream.named('message');
    expect(await room(owner)).toContain(data);
    await join('Simone');
    const later = await readStream(site.origin, salon, { cookie: await site.cast.session(owner), depuis: 0 });
    await eventually(() => later.named('message').at(-1)?.data ?? '', 'the replay').toContain('Simone et Paul ont');
    expect(words(await get(member, href('salons')))).not.toContain('nouveau message');
    const message = await lastId();
    expect((await (await site.as(owner)).get(href('message', { salon, message }))).status).toBe(404);
    expect((await post(owner, href('reactions', { salon, message }), { emoji: 'coeur' })).status).toBe(404);
    expect((await post(owner, href('pinnedMessage', { salon }), { message })).status).toBe(404);
  });

  test('is greeted by name, with the words of the salon', async () => {
    const paul = await join('Paul');
    expect(words(await room(paul))).toContain('Bienvenue, Paul. Un simple bonjour suffit');
    await settle({ accueil: 'Dites-nous ce qui pousse chez vous !' });
    expect(words(await room(paul))).toContain('Bienvenue, Paul. Dites-nous ce qui pousse chez vous !');
    await site.cast.sql`update salon_members set joined_at = now() - interval '2 days' where user_id = ${paul.id}`;
    expect(words(await room(paul))).not.toContain('Bienvenue');
  });

  test('of somebody blocked is not told; erased, nobody is named', async () => {
    const paul = await join('Paul');
    await post(member, href('blockMember', { membre: paul.id }), { bloquer: 'on' });
    expect(words(await room(member))).not.toContain('a rejoint le salon');
    await site.cast.sql`delete from message_mentions where user_id = ${paul.id}`;
    await site.cast.sql`update chat_messages set changed_seq = changed_seq where salon_id = ${salon}`;
    expect(words(await room(owner))).toContain('Une personne a rejoint le salon');
  });
});
