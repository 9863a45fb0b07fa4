/** C-09: what waits for a member is counted from its rows, and a count never stands for what she cannot see. */
import { beforeEach, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import type { Visitor } from '../support/server';
import { faultsShown, mainOf, openSite, words } from '../support/site';

const site = openSite();
let [anne, paul]: Member[] = [];
let [asAnne, asPaul]: Visitor[] = [];
let salon: string;
let asked: string;

const idOf = async (author: Member) => {
  const [row] = await site.cast.sql<{ id: string }[]>`
    select id from chat_messages where user_id = ${author.id} and salon_id = ${salon} order by id desc limit 1`;
  return String(row?.id);
};
const say = async (who: Visitor, author: Member, texte: string, reponse_a?: string) => {
  await who.post(href('messages', { salon }), { texte, ...(reponse_a && { reponse_a }) });
  return idOf(author);
};
/** What the top of a page of hers says; null: nothing waits. */
const counted = async (who = asAnne) => {
  const html = await (await who?.get(href('help')))?.text();
  return /<span class="hors-vue">([^<]*) avis à lire/.exec(html ?? '')?.[1] ?? null;
};
const page = async (who = asAnne) => mainOf((await (await who?.get(href('notices')))?.text()) ?? '');

beforeEach(async () => {
  [anne, paul] = [await site.cast.member('Anne Morel'), await site.cast.member('Paul Vidal')];
  [asAnne, asPaul] = [await site.as(anne), await site.as(paul)];
  salon = (await site.cast.salon(anne, { name: 'Jardin' })).id;
  await site.cast.join(paul, salon);
  // First words earn a badge, which is a notice of its own.
  for (const { id } of [anne, paul])
    await site.cast.sql`insert into notice_refusals (user_id, kind) values (${id}, 'badge')`;
  asked = await say(asAnne, anne, 'Quand tailler les rosiers ?');
});
const answer = (texte = 'En mars.') => say(asPaul as Visitor, paul as Member, texte, asked);

describe('an answer to one’s message', () => {
  test('is told once, with its words and the way to it, and counted at the top of every page', async () => {
    const id = await answer();
    expect(await counted()).toBe('1');
    expect(words(await page())).toContain('Paul Vidal vous répond dans « Jardin »');
    expect(await page()).toContain(`${href('salon', { salon }, { message: id })}#message-${id}`);
    expect(await counted(asPaul)).toBe(null);
  });

  test('is read where it stands: the room, and nothing else to press', async () => {
    await answer();
    await asAnne?.get(href('salon', { salon }));
    await expect.poll(() => counted()).toBe(null);
    expect(words(await page())).toContain('Vous avez tout lu');
  });

  test('to oneself is none', async () => {
    await say(asAnne as Visitor, anne as Member, 'Je me réponds.', asked);
    expect(await counted()).toBe(null);
  });
});

describe('a count that nobody could bring down', () => {
  test.each<[string, (id: string) => Promise<unknown>]>([
    [
      'the message is deleted',
      (id) => asPaul?.post(href('deleteMessage', { salon, message: id }), {}) as Promise<unknown>,
    ],
    [
      'she has left',
      async () => site.cast.sql`delete from salon_members where salon_id = ${salon} and user_id = ${anne?.id ?? ''}`,
    ],
    [
      'she has blocked its author',
      async () => asAnne?.post(href('blockMember', { membre: paul?.id ?? '' }), { bloquer: 'on' }),
    ],
    [
      'its author has blocked her',
      async () => asPaul?.post(href('blockMember', { membre: anne?.id ?? '' }), { bloquer: 'on' }),
    ],
    ['the salon is gone', async () => site.cast.sql`delete from salons where id = ${salon}`],
  ])('is none: %s', async (_why, happens) => {
    const id = await answer('Des mots à ne plus voir');
    expect(await counted()).toBe('1');
    await happens(id);
    expect(await counted()).toBe(null);
    expect(await page()).not.toContain('Des mots à ne plus voir');
  });
});

test.each(['anne', 'paul'])('nobody is told of somebody blocked, whoever blocked (%s)', async (who) => {
  const [blocker, blocked] = who === 'anne' ? [asAnne, paul] : [asPaul, anne];
  await blocker?.post(href('blockMember', { membre: blocked?.id ?? '' }), { bloquer: 'on' });
  await answer();
  expect(await counted()).toBe(null);
});

describe('marks', () => {
  test('are set one by one, or all that the page has shown', async () => {
    const tell = (n: number) =>
      site.cast.sql<
        { id: string }[]
      >`select add_notice(${anne?.id ?? ''}, 'salon', ${`b${n}`}, said => ${`Badge ${n}`}) as id`;
    const [first] = await tell(1);
    const [second] = await tell(2);
    await tell(3);
    await asAnne?.post(href('notices'), { lu: String(first?.id) });
    expect(await counted()).toBe('2');
    // The third came after the page was read.
    await asAnne?.post(href('notices'), { lu: 'tout', jusqua: String(second?.id) });
    expect(await counted()).toBe('1');
    await asAnne?.post(href('notices'), { lu: 'tout' });
    expect(await counted()).toBe(null);
  });

  test('of another member change nothing, and rubbish is refused', async () => {
    await answer();
    const [mine] = await site.cast.sql<{ id: string }[]>`select id from notices where user_id = ${anne?.id ?? ''}`;
    await asPaul?.post(href('notices'), { lu: String(mine?.id) });
    await asPaul?.post(href('notices'), { lu: 'tout' });
    expect(await counted()).toBe('1');
    for (const lu of ['', 'x', '-1', '9'.repeat(40)])
      expect((await asAnne?.post(href('notices'), { lu }))?.status).toBe(422);
  });
});

test('what she has switched off is not told; what is told twice is told once', async () => {
  await asAnne?.post(href('noticeSettings'), { mentions: 'on', invitations: 'on', salons: 'on' });
  await answer();
  expect(await counted()).toBe(null);
  const tell = () => site.cast.sql`select add_notice(${anne?.id ?? ''}, 'salon', 'meme', said => 'Le salon ferme')`;
  await tell();
  await tell();
  expect(await counted()).toBe('1');
});

describe('the bell of a salon (D42)', () => {
  const set = async (form: Record<string, string>) =>
    (await asAnne?.post(href('salonSettings', { salon }), form))?.headers.get('Location');
  const card = async () => words((await (await asAnne?.get(href('salons')))?.text()) ?? '');
  const done = () => href('salonSettings', { salon }, { dit: 'cloche-reglee' });

  test('silent, it tells nothing; with what is said to her kept, it tells that; ringing, it counts all', async () => {
    expect(await set({ notifications: 'rien' })).toBe(done());
    await answer();
    expect(await counted()).toBe(null);
    expect(await card()).toContain('Cloche coupée');
    expect(await card()).not.toContain('nouveau message');
    await set({ notifications: 'mentions' });
    await answer();
    expect(await counted()).toBe('1');
    expect(await card()).not.toContain('2 nouveaux messages');
    await set({ notifications: 'tout' });
    expect(await card()).toContain('2 nouveaux messages');
  });

  test('is silent until a time, and rings again by itself', async () => {
    await set({ notifications: 'tout', pause: 'demain' });
    await answer();
    expect(await counted()).toBe(null);
    expect(await card()).toContain('Cloche coupée');
    const page = words((await (await asAnne?.get(href('salonSettings', { salon })))?.text()) ?? '');
    expect(page).toContain('Oui, jusqu’à demain, 8 h 00');
    // Kept as it was, when another choice is saved.
    await set({ notifications: 'tout', pause: 'garder' });
    expect(await card()).toContain('Cloche coupée');
    await site.cast
      .sql`update salon_members set bell_paused_until = now() - interval '1 second' where salon_id = ${salon}`;
    await answer();
    expect(await counted()).toBe('1');
    expect(await card()).toContain('2 nouveaux messages');
  });

  test('is each member’s own, and what is no bell is refused', async () => {
    await asPaul?.post(href('salonSettings', { salon }), { notifications: 'rien' });
    await answer();
    expect(await counted()).toBe('1');
    const refused = await asPaul?.post(href('salonSettings', { salon }), { notifications: 'fort', pause: 'toujours' });
    expect([refused?.status, Object.keys(faultsShown((await refused?.text()) ?? '').fields).sort()]).toEqual([
      422,
      ['notifications', 'pause'],
    ]);
  });
});

test('pages follow each other without a gap', async () => {
  await site.cast.sql`
    select add_notice(${anne?.id ?? ''}, 'salon', 'b' || n, said => 'Badge numéro ' || n || '.')
    from generate_series(1, 120) n`;
  expect(await counted()).toBe('Plus de 99');
  const seen: string[] = [];
  for (let at: string | undefined = href('notices'); at; ) {
    const html = mainOf((await (await asAnne?.get(at))?.text()) ?? '');
    seen.push(...[...html.matchAll(/>Badge numéro (\d+)\.</g)].map(([, n = '']) => n));
    at = /href="([^"]*)" rel="next"/.exec(html)?.[1];
  }
  expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => String(120 - n)));
});
