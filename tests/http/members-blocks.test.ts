/** C-22, R08: a block holds both ways, on every surface where one member could meet the other. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import type { Visitor } from '../support/server';
import { mainOf, openSite, words } from '../support/site';
import { eventually, readLivePage, readStream } from '../support/stream-reader';

const site = openSite();
let [anne, bruno, claire]: Member[] = [];
let [asAnne, asBruno, asClaire]: Visitor[] = [];
let salon: string;
let number = 0;

const say = async (who: Visitor | undefined, texte: string, reponse_a = '') => {
  await who?.post(href('messages', { salon }), { texte, reponse_a });
  const [row] = await site.cast.sql<{ id: string }[]>`select id from chat_messages where content = ${texte}`;
  return String(row?.id);
};
const textOf = async (who: Visitor | undefined, path: string) =>
  words(mainOf((await (await who?.get(path))?.text()) ?? ''));
const block = (who: Visitor | undefined, whom: Member | undefined, bloquer = 'on') =>
  who?.post(href('blockMember', { membre: whom?.id ?? '' }), { bloquer });
const unique = (text: string) => `${text} ${(number += 1)}`;

beforeAll(async () => {
  [anne, bruno, claire] = [
    await site.cast.member('Anne Morel'),
    await site.cast.member('Bruno Vidal'),
    await site.cast.member('Claire Roux'),
  ];
  [asAnne, asBruno, asClaire] = [await site.as(anne), await site.as(bruno), await site.as(claire)];
});
beforeEach(async () => {
  salon = (await site.cast.salon(claire as Member)).id;
  await site.cast.join(anne as Member, salon);
  await site.cast.join(bruno as Member, salon);
  await site.cast.sql`delete from blocks`;
});

/** Anne blocks Bruno: neither reads the other, whoever of the two looks. */
describe.each([
  ['who has blocked', () => asAnne, () => asBruno, () => bruno],
  ['who is blocked', () => asBruno, () => asAnne, () => anne],
] as const)('%s', (_who, me, other, them) => {
  test('does not find the other’s words in the room, older pages, or on their own page', async () => {
    const theirs = unique('Des mots de trop');
    const id = await say(other(), theirs);
    const mine = unique('Les miens');
    await say(me(), mine);
    await block(asAnne, bruno);
    const room = await textOf(me(), href('salon', { salon }));
    expect([room.includes(theirs), room.includes(mine)]).toEqual([false, true]);
    expect(await textOf(me(), href('salon', { salon }, { avant: 999 }))).not.toContain(theirs);
    expect((await me()?.get(href('message', { salon, message: id })))?.status).toBe(404);
    expect(await textOf(me(), href('salon', { salon }, { repondre: id }))).not.toContain(theirs);
    expect(await textOf(asClaire, href('salon', { salon }))).toContain(theirs);
  });

  test('reports words that she has read before, which she is not shown again', async () => {
    const theirs = unique('Un mot de trop');
    const id = await say(other(), theirs);
    await block(asAnne, bruno);
    const path = href('reportMessage', { salon, message: id });
    const answer = await me()?.get(path);
    const page = words(mainOf((await answer?.text()) ?? ''));
    expect([answer?.status, page.includes(theirs), page.includes(them()?.name ?? '')]).toEqual([200, false, false]);
    const refused = await me()?.post(path, { nature: 'insulte', motif: '' });
    expect([refused?.status, (await refused?.text())?.includes(theirs)]).toEqual([422, false]);
    const sent = await me()?.post(path, { nature: 'insulte', motif: 'Il m’a insultée avant.' });
    expect(sent?.status).toBe(303);
    const sealed = await site.cast.sql`select words, reported_id from reports where message_id = ${id}`;
    expect(sealed).toEqual([{ words: theirs, reported_id: other() === asAnne ? anne?.id : bruno?.id }]);
  });

  test('does not find them quoted or among the reactions of somebody else', async () => {
    const theirs = unique('Une phrase citée');
    const id = await say(other(), theirs);
    const answer = unique('Je réponds');
    const answered = await say(asClaire, answer, id);
    await other()?.post(href('reactions', { salon, message: answered }), { emoji: 'coeur' });
    await block(asAnne, bruno);
    const room = await textOf(me(), href('salon', { salon }));
    expect(room).toContain(answer);
    expect([room.includes(theirs), room.includes(them()?.name ?? '')]).toEqual([false, false]);
  });

  test('neither reacts to their words nor answers them', async () => {
    const id = await say(other(), unique('Sans réponse'));
    await block(asAnne, bruno);
    expect((await me()?.post(href('reactions', { salon, message: id }), { emoji: 'coeur' }))?.status).toBe(404);
    const answer = await say(me(), unique('Je réponds quand même'), id);
    const rows = await site.cast.sql`
      select reply_to_id as to, (select count(*)::int from message_reactions where message_id = ${id}) as reactions
      from chat_messages where id = ${answer}`;
    expect(rows).toMatchObject([{ to: null, reactions: 0 }]);
  });

  test('does not hear them on the stream or on the live page, which begin anew when the block comes', async () => {
    const cookie = me()?.cookie() ?? '';
    const before = await readStream(site.origin, salon, { cookie });
    await block(asAnne, bruno);
    await eventually(() => before.named('reset').length, 'a reset').toBe(1);
    const [stream, live] = [
      await readStream(site.origin, salon, { cookie }),
      await readLivePage(site.origin, salon, cookie),
    ];
    const [theirs, after] = [unique('Encore des mots'), unique('La suite')];
    await say(other(), theirs);
    await say(asClaire, after);
    await eventually(() => stream.text().includes(after), 'the stream').toBe(true);
    await eventually(() => live.html().includes(after), 'the live page').toBe(true);
    expect([stream.text().includes(theirs), live.html().includes(theirs)]).toEqual([false, false]);
  });

  test('does not meet them in who is here, the members of the salon, the directory or on a card', async () => {
    const name = them()?.name ?? '';
    await readStream(site.origin, salon, { cookie: other()?.cookie() ?? '' });
    const claires = await readStream(site.origin, salon, { cookie: asClaire?.cookie() ?? '' });
    await eventually(() => claires.text().includes(name), 'she is here').toBe(true);
    await block(asAnne, bruno);
    await readStream(site.origin, salon, { cookie: other()?.cookie() ?? '' });
    const stream = await readStream(site.origin, salon, { cookie: me()?.cookie() ?? '' });
    await eventually(() => stream.named('presence').length > 0, 'presence').toBe(true);
    expect(stream.text()).not.toContain(name);
    const cards = await textOf(me(), href('salons'));
    expect([cards.includes('1 personne ici'), cards.includes('2 personnes ici')]).toEqual([true, false]);
    for (const path of [href('salon', { salon }), href('salonMembers', { salon }), href('members', {}, { q: name })])
      expect([path, (await textOf(me(), path)).includes(name)]).toEqual([path, false]);
  });

  test('is not told on the first page what they said, nor how much', async () => {
    await say(other(), unique('À ne pas annoncer'));
    await block(asAnne, bruno);
    const home = await textOf(me(), href('home'));
    expect(home).not.toContain('À ne pas annoncer');
    const [row] = await site.cast.sql<{ name: string }[]>`select name from salons where id = ${salon}`;
    const line = `${row?.name}Autres 3 membres`;
    expect(home).not.toContain(`${line} 1 nouveau message`);
    const salons = await textOf(me(), href('salons'));
    expect([salons.includes(line), salons.includes(`${line} 1 nouveau message`)]).toEqual([true, false]);
  });
});

test('let go again, both read each other’s words, those of before too', async () => {
  const words = unique('Pendant le silence');
  await block(asAnne, bruno);
  await say(asBruno, words);
  await block(asAnne, bruno, '');
  expect(await textOf(asAnne, href('salon', { salon }))).toContain(words);
});
