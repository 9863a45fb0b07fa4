import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deleteMessage, editMessage, postMessage, toggleReaction } from '~/chat/commands';
import { messagePage } from '~/chat/queries';
import { renderList } from '~/chat/rendering';
import { PAGE_SIZE, REACTIONS, type ReactionEmoji } from '~/chat/rules';
import { AppError } from '~/errors';
import type { Member } from '../support/cast';
import { ear, ground, join, type Process, startProcess, viewerOf } from '../support/realtime-site';
import { parseEvent, type ServerEvent } from '../support/stream-reader';

const here = ground();

type Act =
  | { readonly do: 'post'; readonly who: number; readonly text: string; readonly answers: number | null }
  | { readonly do: 'edit'; readonly who: number; readonly which: number; readonly text: string }
  | { readonly do: 'delete'; readonly who: number; readonly which: number }
  | { readonly do: 'react'; readonly who: number; readonly which: number; readonly emoji: ReactionEmoji }
  | { readonly do: 'rename'; readonly who: number };

const MEMBERS = 3;
const who = fc.nat(MEMBERS - 1);
const which = fc.nat(60);
const text = fc.oneof(
  fc.constantFrom('bonjour', 'une ligne\net une autre', '<b>& "gras"</b>', 'data: x\n\nevent: fin', '👩‍🌾 à demain'),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .map((value) => value.replace(/[^\P{C}\n]/gu, '').trim())
    .filter((value) => value !== ''),
);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('post'), who, text, answers: fc.option(which) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('edit'), who, which, text }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete'), who, which }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('react'),
      who,
      which,
      emoji: fc.constantFrom(...(Object.keys(REACTIONS) as ReactionEmoji[])),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename'), who }) },
) as fc.Arbitrary<Act>;

/** What the browser holds: messages by element id, in their order on the page. */
type Page = Map<string, string>;

const idOf = (html: string): string => /^<li id="(message-\d+)"/.exec(html)?.[1] ?? '';
const seqOf = (html = ''): number => Number(/ data-seq="(\d+)"/.exec(html)?.[1] ?? 0);

/** Contract 3, word for word. */
function apply(page: Page, { data }: ServerEvent): void {
  const newest = seqOf([...page.values()].at(-1));
  if (page.has(idOf(data)) || seqOf(data) > newest) page.set(idOf(data), data);
}

/** A new name is not an event: it shows on the next page. Everything else must be the same to the letter. */
const nameless = (page: Page): string[] => [...page.values()].map((html) => html.replace(/Nom\d+/g, 'Nom'));

/** D03: names on a page that nobody bears any more. */
async function oldNamesIn(page: Page): Promise<string[]> {
  const rows = await here.cast.sql<{ name: string }[]>`select full_name as name from profiles`;
  const borne = new Set(rows.map((row) => row.name));
  return [...page.values()].flatMap((html) => html.match(/Nom\d+/g) ?? []).filter((name) => !borne.has(name));
}

async function freshPage(process: Process, member: Member, salonId: string): Promise<Page> {
  const messages = await process.database.asViewer(member.id, (tx) => messagePage(tx, salonId, null));
  const items = renderList(messages).parts.map((part) => part.html.slice(part.html.indexOf('<li id="message-')));
  return new Map(items.map((html) => [idOf(html), html]));
}

/** @param known messages that were there before, and are changed like the others */
async function play(
  process: Process,
  salonId: string,
  members: readonly Member[],
  acts: readonly Act[],
  known: readonly number[] = [],
) {
  const posted: number[] = [...known];
  for (const each of acts) {
    const member = members[each.who] as Member;
    const viewer = viewerOf(member);
    const target = 'which' in each ? (posted[each.which % Math.max(1, posted.length)] ?? 0) : 0;
    try {
      if (each.do === 'post') {
        const replyTo = each.answers === null ? null : (posted[each.answers % Math.max(1, posted.length)] ?? null);
        posted.push((await postMessage(process, viewer, salonId, { text: each.text, replyTo, key: null })).id);
      } else if (each.do === 'edit') await editMessage(process, viewer, salonId, target, each.text);
      else if (each.do === 'delete') await deleteMessage(process, viewer, salonId, target);
      else if (each.do === 'react') await toggleReaction(process, viewer, salonId, target, each.emoji);
      else await rename(member);
    } catch (error) {
      // Somebody else's message, or one that is gone: refused, and nothing changed.
      if (!(error instanceof AppError)) throw error;
    }
  }
  return posted;
}

let names = 0;
async function rename(member: Member): Promise<void> {
  names += 1;
  await here.cast.sql`update profiles set full_name = ${`Nom${names}`} where id = ${member.id}`;
}

/** What a reader with this cursor hears, as it stands on the wire. */
async function replay(process: Process, salonId: string, member: Member, cursor: number): Promise<ServerEvent[]> {
  const listener = ear(cursor);
  let wire = '';
  expect(
    await join(process, salonId, member, {
      ...listener,
      deliver: (batch) => {
        wire += batch.bytes.toString();
      },
    }),
  ).toBe('live');
  const events = wire.split('\n\n').flatMap((block) => parseEvent(block) ?? []);
  process.feed.leave(salonId, listener);
  return events;
}

test('a page as it was, and what is replayed to it, is the page as it is (contract 3)', async () => {
  const process = await startProcess(here.url);
  const members: Member[] = [];
  for (let i = 0; i < MEMBERS; i += 1) members.push(await here.cast.member(`Nom${i}`));
  const [owner, ...others] = members as [Member, ...Member[]];
  const run = fc.asyncProperty(
    fc.array(act, { maxLength: 60 }),
    fc.array(act, { minLength: 1, maxLength: 60 }),
    fc.array(fc.nat(200), { maxLength: 4 }),
    async (before, away, cuts) => {
      const { id } = await here.cast.salon(owner);
      for (const other of others) await here.cast.join(other, id);
      const known = await play(process, id, members, before);
      const page = await freshPage(process, owner, id);
      const [{ seq } = { seq: 0 }] = await here.cast.sql<{ seq: number }[]>`
        select last_seq::int as seq from salons where id = ${id}`;
      await play(process, id, members, away, known);

      const events = await replay(process, id, owner, seq);
      const ids = events.map((each) => each.id ?? 0);
      expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
      // Cut anywhere, and come back with the last number that was heard.
      const heard: ServerEvent[] = [];
      let rest = events;
      for (const cut of cuts) {
        heard.push(...rest.slice(0, cut % (rest.length + 1)));
        rest = await replay(process, id, owner, heard.at(-1)?.id ?? seq);
      }
      heard.push(...rest);

      for (const event of heard) {
        apply(page, event);
        const once = [...page];
        apply(page, event);
        expect([...page]).toEqual(once);
      }
      const fresh = await freshPage(process, owner, id);
      expect(nameless(page).slice(-fresh.size)).toEqual(nameless(fresh));
      expect(await oldNamesIn(fresh)).toEqual([]);
      expect(fresh.size).toBe(Math.min(PAGE_SIZE, page.size));
    },
  );
  await fc.assert(run, { numRuns: 25, endOnFailure: false });
}, 90_000);
