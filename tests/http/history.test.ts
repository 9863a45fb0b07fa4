/** Reading back: pages by `avant`, the jump to a message, the unread line (D41); and that reading writes nothing. */
import { beforeAll, describe, expect, test } from 'vitest';
import { PAGE_SIZE } from '~/chat/rules';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import type { Visitor } from '../support/server';
import { messagesOn, openSite } from '../support/site';

const site = openSite();
let anne: Member;
let paul: Member;
let asAnne: Visitor;
let asPaul: Visitor;

beforeAll(async () => {
  anne = await site.cast.member('Anne');
  paul = await site.cast.member('Paul');
  asAnne = await site.as(anne);
  asPaul = await site.as(paul);
});

async function salonWith(count: number): Promise<{ id: string; messages: number[] }> {
  const { id } = await site.cast.salon(anne, { visibility: 'prive' });
  await site.cast.join(paul, id);
  for (let n = 1; n <= count; n += 1) await say(id, `message ${n}`);
  const rows = await site.cast.sql<{ id: number }[]>`
    select id::int from chat_messages where salon_id = ${id} order by seq`;
  return { id, messages: rows.map((row) => row.id) };
}
const say = (salon: string, content: string, author = anne) => site.cast.sql`
  insert into chat_messages (salon_id, user_id, content) values (${salon}, ${author.id}, ${content})`;
const page = async (salon: string, query = '', by = asAnne) => (await by.get(href('salon', { salon }) + query)).text();
const olderOn = (html: string) => /href="[^"]*\?avant=(\d+)" rel="prev"/.exec(html)?.[1];

describe('paging back', () => {
  test.each([0, 1, 49, 50, 51, 100, 130])('through %i messages meets each once, in order', async (count) => {
    const { id, messages } = await salonWith(count);
    const met: number[] = [];
    let html = await page(id);
    for (let pages = 0; pages < 5; pages += 1) {
      const here = messagesOn(html);
      expect(here.length).toBeLessThanOrEqual(PAGE_SIZE);
      met.unshift(...here);
      const older = olderOn(html);
      if (older === undefined) break;
      html = await page(id, `?avant=${older}`);
    }
    expect(met).toEqual(messages);
  });

  test('deleted messages keep their place in it', async () => {
    const { id, messages } = await salonWith(60);
    for (const message of messages.slice(3, 20)) await asAnne.post(href('deleteMessage', { salon: id, message }), {});
    const newest = await page(id);
    const met = [...messagesOn(await page(id, `?avant=${olderOn(newest)}`)), ...messagesOn(newest)];
    expect(met).toEqual(messages);
  });

  test('while others write, the pages behind a cursor stay', async () => {
    const { id, messages } = await salonWith(60);
    const newest = await page(id);
    await say(id, 'entre-temps');
    const older = messagesOn(await page(id, `?avant=${olderOn(newest)}`));
    expect([...older, ...messagesOn(newest)]).toEqual(messages);
  });

  test.each([
    '0',
    '1',
    '9007199254740991',
    '9007199254740992',
    '-1',
    'x',
    '1e3',
    '',
    '%00',
    '1&avant=2',
    "1'%20or%201=1",
  ])('avant=%s is a page or the newest one', async (avant) => {
    const { id } = await salonWith(3);
    expect((await asAnne.get(`${href('salon', { salon: id })}?avant=${avant}`)).status).toBe(200);
  });
});

describe('the jump to a message', () => {
  test('shows it with what stands around it, wherever it is', async () => {
    const { id, messages } = await salonWith(130);
    for (const place of [0, 1, 24, 60, 103, 128, 129]) {
      const wanted = messages[place] ?? 0;
      const here = messagesOn(await page(id, `?message=${wanted}`));
      expect(here, `message ${place}`).toContain(wanted);
      expect(here).toEqual(messages.filter((message) => here.includes(message)));
      if (place > 30 && place < 100) {
        expect(here).toContain(messages[place - 20]);
        expect(here).toContain(messages[place + 20]);
      }
    }
  });

  test('to one of another salon, or to none, is the newest page', async () => {
    const { id, messages } = await salonWith(60);
    const other = await salonWith(1);
    for (const message of [other.messages[0], 999_999_999, 0, 'x', '9223372036854775808']) {
      expect(messagesOn(await page(id, `?message=${message}`))).toEqual(messages.slice(-PAGE_SIZE));
    }
  });
});

describe('the unread line', () => {
  /** The message under the line; null without a line. */
  const under = (html: string) => {
    const at = html.indexOf('id="nouveaux"');
    return at < 0 ? null : messagesOn(html.slice(at))[0];
  };
  const mark = async (salon: string, { id }: Member) => {
    const [row] = await site.cast.sql<{ seq: number }[]>`
      select last_seen_seq::int as seq from salon_members where salon_id = ${salon} and user_id = ${id}`;
    return row?.seq;
  };

  test('stands before the first message one has not seen, once, and for each member at her own place', async () => {
    const { id, messages } = await salonWith(5);
    expect(under(await page(id, '', asPaul))).toBe(messages[0]);
    await expect.poll(() => mark(id, paul)).toBe(5);
    expect(under(await page(id, '', asPaul))).toBeNull();
    await say(id, 'un nouveau');
    await say(id, 'un autre');
    const later = await salonMessages(id);
    expect(under(await page(id, '', asPaul))).toBe(later[5]);

    const lise = await site.cast.member('Lise');
    await site.cast.join(lise, id);
    const asLise = await site.as(lise);
    await site.cast.sql`update salon_members set last_seen_seq = 3 where user_id = ${lise.id}`;
    expect(under(await page(id, '', asLise))).toBe(later[3]);
  });

  test('one’s own and deleted messages are not new', async () => {
    const { id } = await salonWith(0);
    await say(id, 'de Paul', paul);
    await say(id, 'effacé');
    const [, gone = 0] = await salonMessages(id);
    await asAnne.post(href('deleteMessage', { salon: id, message: gone }), {});
    expect(under(await page(id, '', asPaul))).toBeNull();
  });

  test('a page fetched ahead, or one of long ago, has not been read', async () => {
    const { id } = await salonWith(60);
    await asPaul.get(href('salon', { salon: id }), { 'Sec-Purpose': 'prefetch;prerender' });
    await asPaul.get(`${href('salon', { salon: id })}?avant=20`);
    await asPaul.get(href('salons'));
    expect(await mark(id, paul)).toBe(0);
  });

  test('the mark only moves forward, and never past what was said', async () => {
    const { id } = await salonWith(4);
    const moved = async (jusqua: string) => {
      const { status } = await asPaul.post(href('readingMark', { salon: id }), { jusqua });
      return [status, await mark(id, paul)];
    };
    expect(await moved('3')).toEqual([303, 3]);
    expect(await moved('1')).toEqual([303, 3]);
    expect(await moved('9007199254740991')).toEqual([303, 4]);
    for (const jusqua of ['', '-1', 'x', '9223372036854775808', '1.5']) expect(await moved(jusqua)).toEqual([422, 4]);
  });

  test('the list of salons says how much is new', async () => {
    const { id } = await salonWith(2);
    const card = async () => {
      const html = await (await asPaul.get('/salons')).text();
      return html.slice(html.indexOf(`data-salon="${id}"`)).split('</article>')[0];
    };
    expect(await card()).toContain('2\u00a0nouveaux messages');
    await page(id, '', asPaul);
    await expect.poll(() => mark(id, paul)).toBe(2);
    expect(await card()).not.toContain('nouveaux messages');
  });

  async function salonMessages(salon: string): Promise<number[]> {
    const rows = await site.cast.sql<{ id: number }[]>`
      select id::int from chat_messages where salon_id = ${salon} order by seq`;
    return rows.map((row) => row.id);
  }
});

describe('GET and HEAD', () => {
  test('write nothing but sessions and reading marks', async () => {
    const { id, messages } = await salonWith(3);
    const [salon, message] = [id, messages[0] ?? 0];
    const code =
      (await site.cast.sql<{ code: string }[]>`select share_code as code from salons where id = ${id}`)[0]?.code ?? '';
    const paths = [
      '/',
      '/connexion',
      '/inscription',
      '/salons?q=a',
      '/salons/nouveau',
      '/salons/rejoindre?code=ABCDEF',
      href('salon', { salon }, { message }),
      href('salon', { salon }, { avant: 2 }),
      href('salonMembers', { salon }),
      href('leaveSalon', { salon }),
      href('message', { salon, message }),
      href('deleteMessage', { salon, message }),
      href('shareLink', { code }),
      '/deconnexion?partout=on',
      `/salons/${salon}/adhesion`,
      '/confort?taille=4',
      '/sante',
      '/rien',
    ];
    const before = await written();
    for (const path of paths) {
      for (const method of ['GET', 'HEAD']) {
        for (const Cookie of [asPaul.cookie(), '']) {
          await (await fetch(site.origin + path, { method, headers: { Cookie }, redirect: 'manual' })).text();
        }
      }
    }
    expect(await written()).toEqual(before);
  });

  /** Every table's last writers: a row that was only touched shows too. */
  async function written(): Promise<Record<string, string>> {
    const tables = await site.cast.sql<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name
      from pg_tables
      where schemaname in ('public', 'auth') and tablename not in ('sessions', 'salon_members', 'migrations', 'schemaversion')`;
    const states: Record<string, string> = {};
    for (const { name } of tables) {
      if (!(await site.cast.sql`select has_table_privilege(${name}, 'select') as may`)[0]?.may) continue;
      const [row] = await site.cast.sql.unsafe(
        `select count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) || ' ' || coalesce(sum(hashtext(t::text)::bigint), 0) as state from ${name} t`,
      );
      states[name] = row?.state;
    }
    expect(Object.keys(states).length).toBeGreaterThan(6);
    return states;
  }
});
