/** Searching in a salon: French words, permission and blocks in the query, bad input (Y03, D48, C-22, F10). */
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { mainOf, openSite, words } from '../support/site';

const site = openSite({ MESSAGES_A_MINUTE: '30' });
let anne: Member;
let paul: Member;
let salon: string;
const ids: Record<string, string> = {};

async function say(who: Member, content: string, at = 'now()'): Promise<string> {
  const [made] = await site.cast.sql<{ id: string }[]>`
    insert into chat_messages (salon_id, user_id, content) values (${salon}, ${who.id}, ${content}) returning id`;
  await site.cast.sql.begin(async (tx) => {
    await tx`select set_config('app.import', 'on', true)`;
    await tx.unsafe(`update chat_messages set created_at = ${at} where id = ${made?.id ?? 0}`);
  });
  return made?.id ?? '';
}

beforeAll(async () => {
  anne = await site.cast.member('Anne Élouard');
  paul = await site.cast.member('Paul Petit');
  ({ id: salon } = await site.cast.salon(anne, { name: 'Jardin', visibility: 'prive' }));
  await site.cast.join(paul, salon);
  ids.old = await say(anne, 'Les géraniums ont passé l’hiver au sec.', "now() - interval '400 days'");
  ids.paul = await say(paul, 'Mon géranium est en fleurs, le jardinier est content !');
  ids.gone = await say(paul, 'Un géranium de trop');
  ids.html = await say(anne, '<b>persil</b> & ciboulette 100 % maison');
  await site.cast.sql`update chat_messages set is_deleted = true where id = ${ids.gone ?? ''}`;
});

const open = async (query: Record<string, string>, who = anne) => {
  const answer = await (await site.as(who)).get(href('searchSalon', { salon }, query));
  return { status: answer.status, wait: answer.headers.get('retry-after'), html: mainOf(await answer.text()) };
};
const found = async (query: Record<string, string>, who = anne) =>
  [...(await open(query, who)).html.matchAll(/message=(\d+)#/g)].map(([, id]) => id);

describe('words', () => {
  test('are found by their stems, without accents or capitals, the newest first, and marked', async () => {
    for (const q of ['géranium', 'GERANIUMS', 'geranium']) expect(await found({ q })).toEqual([ids.paul, ids.old]);
    expect(await found({ q: 'jardiniers' })).toEqual([ids.paul]);
    const { html } = await open({ q: 'geranium fleur' });
    expect(html).toContain('Mon <mark>géranium</mark> est en <mark>fleurs</mark>');
  });

  test('of a deleted message are never found (D48)', async () => {
    expect(await found({ q: 'trop' })).toEqual([]);
    expect(await found({ q: 'géranium', de: 'Paul' })).toEqual([ids.paul]);
  });

  test('are shown as they were written, never as HTML', async () => {
    expect((await open({ q: 'persil' })).html).toContain('&lt;b&gt;<mark>persil</mark>&lt;/b&gt; &amp;');
  });

  test('that are older than a year are found, and lead to their place, also once the salon is archived (Y03)', async () => {
    await site.cast.sql`update salons set is_active = false where id = ${salon}`;
    expect(await found({ q: 'hiver' }, paul)).toEqual([ids.old]);
    const room = await (await site.as(paul)).get(href('salon', { salon }, { message: Number(ids.old) }));
    expect(words(await room.text())).toContain('Les géraniums ont passé l’hiver au sec.');
    await site.cast.sql`update salons set is_active = true where id = ${salon}`;
  });
});

describe('filters', () => {
  test('by a part of a name, with or without words', async () => {
    expect(await found({ q: 'géranium', de: 'elouard' })).toEqual([ids.old]);
    expect(await found({ de: 'petit' })).toEqual([ids.paul]);
    expect(await found({ de: 'personne' })).toEqual([]);
  });

  test('by days in Paris, the last one whole', async () => {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
    expect(await found({ q: 'géranium', du: today, au: today })).toEqual([ids.paul]);
    expect(await found({ q: 'géranium', au: '2020-01-01' })).toEqual([]);
    // Rubbish is no filter.
    expect(await found({ q: 'géranium', du: '2026-02-31', au: 'demain' })).toEqual([ids.paul, ids.old]);
  });
});

describe('who', () => {
  test('is not in the salon finds nothing: it is not there (F10)', async () => {
    const outsider = await site.cast.member('Odile');
    expect((await open({ q: 'géranium' }, outsider)).status).toBe(404);
    const rows = await site.cast.sql.begin(async (tx) => {
      await tx`select set_config('app.user_id', ${outsider.id}, true)`;
      return tx`select * from search_messages(${salon}, 'géranium', '', '-infinity', 'infinity', 1000, 20)`;
    });
    expect(rows).toHaveLength(0);
  });

  test('has blocked the author, or was blocked by her, does not find her words (C-22)', async () => {
    const marc = await site.cast.member('Marc');
    await site.cast.join(marc, salon);
    for (const [one, other] of [
      [marc, paul],
      [paul, marc],
    ] as const) {
      await site.cast.sql`insert into blocks (blocker_id, blocked_id) values (${one.id}, ${other.id})`;
      expect(await found({ q: 'géranium' }, marc)).toEqual([ids.old]);
      expect(await found({ de: 'Paul' }, marc)).toEqual([]);
      await site.cast.sql`delete from blocks`;
    }
  });
});

test.each([
  ['%', 'trop courants'],
  ["'", 'trop courants'],
  ['le la du', 'trop courants'],
  ['🌷🌷', 'trop courants'],
  ['"', 'trop courants'],
  ['!!! & | ( <-> :*', 'trop courants'],
  ["l'hiver'; drop table chat_messages; --", 'Aucun message'],
  ['introuvable', 'Aucun message'],
  ['a\0b', 'Aucun message'],
  ['-hiver', 'messages trouvés'],
  ['géranium '.repeat(2_000), 'Aucun message'],
])('%j says what to do next', async (q, said) => {
  const { status, html } = await open({ q: q.slice(0, 10_000) });
  expect([status, words(html).includes(said)]).toEqual([200, true]);
});

test('nothing asked shows the form alone, and more than a page goes on by the place of the last', async () => {
  expect(words((await open({})).html)).not.toContain('Aucun message');
  ({ id: salon } = await site.cast.salon(anne));
  await site.cast.sql`insert into chat_messages (salon_id, user_id, content)
    select ${salon}, ${anne.id}, 'Rosier numéro ' || n from generate_series(1, 45) n`;
  const pages: string[][] = [];
  let query: Record<string, string> = { q: 'rosiers' };
  for (let n = 0; n < 3; n += 1) {
    const { html } = await open(query);
    pages.push([...html.matchAll(/numéro (\d+)/g)].map(([, number = '']) => number));
    query = { q: 'rosiers', avant: /avant=(\d+)" rel="next"/.exec(html)?.[1] ?? '' };
  }
  expect(pages.map(({ length }) => length)).toEqual([20, 20, 5]);
  expect(pages.flat()).toEqual(Array.from({ length: 45 }, (_, n) => String(45 - n)));
});

test('a room leads to it', async () => {
  const room = await (await site.as(anne)).get(href('salon', { salon }));
  expect(await room.text()).toContain(`href="${href('searchSalon', { salon })}"`);
});

test('a burst of searches is told how long to wait, and keeps its words; others go on (K04)', async () => {
  const busy = await site.cast.member('Pressée');
  await site.cast.join(busy, salon);
  for (let n = 0; n < 30; n += 1) expect((await open({ q: 'rosiers' }, busy)).status).toBe(200);
  const { status, wait, html } = await open({ q: 'rosiers' }, busy);
  expect([status, wait, words(html)]).toEqual([
    429,
    expect.stringMatching(/^\d+$/),
    expect.stringMatching(/Vous pourrez chercher de nouveau dans (1.minute|\d+.seconde)/),
  ]);
  expect(html).toContain('value="rosiers"');
  // The form alone searches for nothing.
  expect((await open({}, busy)).status).toBe(200);
  expect((await open({ q: 'rosiers' })).status).toBe(200);
});
