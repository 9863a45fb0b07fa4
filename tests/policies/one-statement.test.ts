/**
 * A statement that is its own transaction says itself who asks (docs/decisions/045). Whatever order the planner would
 * like, the identity comes first; it ends with the statement; and what is asked without it is asked by nobody.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storePost } from '~/chat/posting';
import { insertMessage } from '~/chat/queries';
import { openDatabase } from '~/db';
import { roomFor } from '~/salons/queries/room';
import { withParameters } from '../../db/address';
import type { Member } from '../support/cast';
import { type Stage, stage } from '../support/policies';

let the: Stage;
let member: Member;
let stranger: Member;
let salon: string;
beforeAll(async () => {
  the = await stage();
  [member, stranger] = [await the.cast.member('Anne'), await the.cast.member('Paul')];
  salon = (await the.cast.salon(await the.cast.member('Odile'), { visibility: 'prive' })).id;
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
  expect(await the.database.viewerStatement((tx) => roomFor(tx, stranger.id, salon))).toBeNull();
  expect(await the.database.viewerStatement((tx) => insertMessage(tx, stranger.id, salon, words('Non')))).toBeNull();
  expect(await the.database.viewerStatement((tx) => insertMessage(tx, member.id, salon, words('Oui')))).not.toBeNull();
  expect(await stored()).toEqual([['Oui', member.id]]);
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
        expect(await say(member, `${without} ${n}`)).not.toBeNull();
        expect(await say(stranger, 'Non')).toBeNull();
      }
    } finally {
      await database.close();
    }
  },
);

test('nothing about messages is judged at commit, after the statement has been answered', async () => {
  const late = await the.owner`
    select conname from pg_constraint
    where condeferrable and conrelid in ('chat_messages'::regclass, 'salons'::regclass, 'salon_members'::regclass)`;
  expect(late.map((row) => row.conname)).toEqual([]);
});
