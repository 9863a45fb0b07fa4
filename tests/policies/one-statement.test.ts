/**
 * A statement that is its own transaction says itself who asks (docs/decisions/045). Whatever order the planner would
 * like, the identity comes first; it ends with the statement; and what is asked without it is asked by nobody.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionsByHash } from '~/auth/queries/sessions';
import { storePost } from '~/chat/posting';
import { changesAfter, changesFor } from '~/chat/queries';
import { insertMessage, insertMessages } from '~/chat/queries/posts';
import { type Database, openDatabase, type Tx } from '~/db';
import { roomFor } from '~/salons/queries/room';
import { withParameters } from '../../db/address';
import type { Member } from '../support/cast';
import { type Stage, stage } from '../support/policies';

let the: Stage;
let member: Member;
let stranger: Member;
let owner: Member;
let salon: string;
beforeAll(async () => {
  the = await stage();
  [member, stranger] = [await the.cast.member('Anne'), await the.cast.member('Paul')];
  owner = await the.cast.member('Odile');
  salon = (await the.cast.salon(owner, { visibility: 'prive' })).id;
  await the.cast.join(member, salon);
});
afterAll(() => the.close());

const words = (text: string) => ({ text, replyTo: null, key: null });
const stored = async () =>
  (await the.owner`select content, user_id from chat_messages where salon_id = ${salon} order by seq`).map((row) => [
    row.content,
    row.user_id,
  ]);

test('it shows and stores what a transaction of several statements does, and nothing for anybody else', async () => {
  const alone = await the.database.viewerStatement((tx) => roomFor(tx, member.id, salon));
  expect(alone).toEqual(await the.database.asViewer(member.id, (tx) => roomFor(tx, member.id, salon)));
  expect(alone?.role).toBe('member');
  await storePost(the.database, salon, { viewerId: member.id, draft: words('Changé') });
  const changed = (who: Member) => the.database.viewerStatement((tx) => changesFor(tx, who.id, salon, 0));
  expect(await changed(member)).toEqual(await the.database.asViewer(member.id, (tx) => changesAfter(tx, salon, 0)));
  expect((await changed(member)).at(-1)?.content).toBe('Changé');
  expect(await changed(stranger)).toEqual([]);
  expect(await the.database.viewerStatement((tx) => roomFor(tx, stranger.id, salon))).toBeNull();
  expect(await the.database.viewerStatement((tx) => insertMessage(tx, stranger.id, salon, words('Non')))).toBeNull();
  expect(await the.database.viewerStatement((tx) => insertMessage(tx, member.id, salon, words('Oui')))).not.toBeNull();
  expect(await stored()).toEqual([
    ['Changé', member.id],
    ['Oui', member.id],
  ]);
});

test('a room is one statement, and so is a message', async () => {
  const sent: string[] = [];
  const database = openDatabase(the.url, { viewers: 1, systems: 1, onStatement: (text) => sent.push(text.trim()) });
  try {
    await database.viewerStatement((tx) => roomFor(tx, member.id, salon));
    sent.length = 0;
    await database.viewerStatement((tx) => roomFor(tx, member.id, salon));
    await storePost(database, salon, { viewerId: member.id, draft: words('Une') });
    expect(sent).toEqual([
      expect.stringContaining('people_here('),
      expect.stringContaining('insert into chat_messages'),
    ]);
  } finally {
    await database.close();
  }
});

test('its identity ends with it, also when it was refused', async () => {
  const database = openDatabase(the.url, { viewers: 1, systems: 1 });
  try {
    const left = () =>
      database.viewerStatement((tx) => tx<{ who: string }[]>`select current_setting('app.user_id', true) as who`);
    await database.viewerStatement((tx) => roomFor(tx, member.id, salon));
    expect(await left()).toEqual([{ who: '' }]);
    const tooLong = database.viewerStatement((tx) => insertMessage(tx, member.id, salon, words('é'.repeat(4_001))));
    await expect(tooLong).rejects.toThrow();
    expect(await left()).toEqual([{ who: '' }]);
    const rows = await database.viewerStatement((tx) => tx`select from salon_members`);
    expect(rows.length).toBe(0);
  } finally {
    await database.close();
  }
});

test.each(['nestloop', 'hashjoin', 'mergejoin', 'indexscan', 'material', 'seqscan'])(
  'it is so for a planner that has no %s, with plans of its own and kept ones',
  async (without) => {
    const url = withParameters(the.url, { options: `-c enable_${without}=off` });
    const database = openDatabase(url, { viewers: 1, systems: 1 });
    const room = (by: Member) => database.viewerStatement((tx) => roomFor(tx, by.id, salon));
    const changed = (by: Member) => database.viewerStatement((tx) => changesFor(tx, by.id, salon, 0));
    const say = (by: Member, text: string) =>
      database.viewerStatement((tx) => insertMessage(tx, by.id, salon, words(text)));
    try {
      const [set] = await database.viewerStatement(
        (tx) => tx<{ is: string }[]>`select current_setting(${`enable_${without}`}) as is`,
      );
      expect(set?.is).toBe('off');
      // From the sixth on a prepared statement may have one plan for all.
      for (let n = 0; n < 8; n += 1) {
        expect((await room(member))?.id).toBe(salon);
        expect(await room(stranger)).toBeNull();
        expect([(await changed(member)).length > 0, (await changed(stranger)).length]).toEqual([true, 0]);
        expect(await say(member, `${without} ${n}`)).not.toBeNull();
        expect(await say(stranger, 'Non')).toBeNull();
        await storesEachAsItsAuthor(database, `${without} ${n}`);
      }
    } finally {
      await database.close();
    }
  },
);

/** Posts of several in one statement, in an order in which each is followed by somebody else. */
async function storesEachAsItsAuthor(database: Database, text: string): Promise<void> {
  const authors = [member, owner, member, owner];
  const posts = authors.map(({ id }, n) => ({ viewerId: id, draft: words(`${text}.${n}`) }));
  const made = await database.viewerStatement((tx) => insertMessages(tx, salon, posts));
  const rows = await the.owner<{ seq: string; content: string; by: string; earned: string[] }[]>`
    select m.seq, m.content, m.user_id as by, array(
      select a.user_id from user_activities a where a.type = 'message' and a.source = m.id::text
    ) as earned
    from chat_messages m
    where m.salon_id = ${salon} and m.content like ${`${text}.%`}
    order by m.content`;
  expect(rows.map(({ seq, content, by }) => [Number(seq), content, by])).toEqual(
    authors.map(({ id }, n) => [made[n]?.seq, `${text}.${n}`, id]),
  );
  for (const { by, earned } of rows) expect(earned.filter((who) => who !== by)).toEqual([]);
}

test('of several posts in one statement each is judged as its author’s, and one without a right refuses all', async () => {
  const muted = await the.cast.member('Zoé');
  await the.cast.join(muted, salon);
  await the.owner`update salon_members set muted_until = now() + interval '1 hour' where user_id = ${muted.id}`;
  const send = (...authors: Member[]) =>
    the.database.viewerStatement((tx) =>
      insertMessages(
        tx,
        salon,
        authors.map(({ id }) => ({ viewerId: id, draft: words('Ensemble') })),
      ),
    );
  await expect(send(member, muted, owner)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(send(muted, member)).rejects.toMatchObject({ code: 'forbidden' });
  expect((await stored()).filter(([text]) => text === 'Ensemble')).toEqual([]);
  // Whoever comes first says nothing of the others: those that were not stored are asked alone (`posting.ts`).
  for (const authors of [
    [stranger, member],
    [member, stranger],
  ] as const) {
    const answers = await Promise.all(
      authors.map(({ id }) => storePost(the.database, salon, { viewerId: id, draft: words('À deux') })),
    );
    expect(answers.map((each) => each !== null)).toEqual(authors.map((each) => each === member));
  }
});

test('whom an author does not see, she does not answer; the others of her statement do (C-22)', async () => {
  const odd = await the.cast.member('Octave');
  await the.cast.join(odd, salon);
  await the.cast.sql`insert into blocks (blocker_id, blocked_id) values (${member.id}, ${odd.id})`;
  const said = await the.database.viewerStatement((tx) => insertMessage(tx, odd.id, salon, words('Bonjour')));
  const answer = { ...words('Réponse'), replyTo: said?.id ?? 0 };
  const posts = [member, owner, member].map(({ id }) => ({ viewerId: id, draft: answer }));
  const made = await the.database.viewerStatement((tx) => insertMessages(tx, salon, posts));
  const answered = await the.owner<{ id: string; to: string | null }[]>`
    select id, reply_to_id as to from chat_messages where id = any(${made.map((each) => each?.id ?? 0)}) order by id`;
  const to = new Map(answered.map((row) => [Number(row.id), row.to && Number(row.to)]));
  expect(made.map((each) => to.get(each?.id ?? 0))).toEqual([null, said?.id, null]);
});

test('one plan is kept for one post and for many, and so for sessions', async () => {
  const database = openDatabase(the.url, { viewers: 1, systems: 1 });
  const posts = (many: number) => Array.from({ length: many }, () => ({ viewerId: member.id, draft: words('Encore') }));
  const kept = (tx: Tx) => tx<{ kept: number }[]>`
    select generic_plans::int as kept from pg_prepared_statements where statement like ${'%learns later%'}`;
  try {
    for (let n = 0; n < 10; n += 1) {
      await database.viewerStatement((tx) => insertMessages(tx, salon, posts(1 + (n % 3))));
      await database.systemStatement((tx) => sessionsByHash(tx, ['a', 'b', 'c'].slice(n % 3)));
    }
    for (const plans of [await database.viewerStatement(kept), await database.systemStatement(kept)])
      expect(plans.map((each) => each.kept > 0)).toEqual([true]);
  } finally {
    await database.close();
  }
});

test('nothing about messages is judged at commit, after the statement has been answered', async () => {
  const late = await the.owner`
    select conname from pg_constraint
    where condeferrable and conrelid in ('chat_messages'::regclass, 'salons'::regclass, 'salon_members'::regclass)`;
  expect(late.map((row) => row.conname)).toEqual([]);
});
