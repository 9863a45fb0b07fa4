/** Found 1, 19: whom the last words of a salon are shown to before they join, asked in SQL. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { salonSeenFromOutside } from '~/salons/queries/lists';
import { showLastWords } from '~/salons/queries/membership';
import type { Member } from '../support/cast';
import { type Stage, stage } from '../support/policies';

let the: Stage;
let owner: Member;
let reader: Member;
let salon: string;

beforeAll(async () => {
  the = await stage();
  [owner, reader] = [await the.cast.member('Anne'), await the.cast.member('Paul')];
  ({ id: salon } = await the.cast.salon(owner));
  await the.cast.sql`insert into chat_messages (salon_id, user_id, content) values (${salon}, ${owner.id}, 'Avant')`;
  await the.database.asViewer(owner.id, (tx) => showLastWords(tx, salon, true));
  await the.cast.sql`insert into chat_messages (salon_id, user_id, content) values (${salon}, ${owner.id}, 'Après')`;
});

afterAll(() => the.close());

const shownTo = (viewer: string | null) =>
  the.database.asViewer(viewer, async (tx) => {
    const found = await tx<{ words: string }[]>`select words from last_words_of(${salon})`;
    return found.map(({ words }) => words);
  });

test('a member reads what was said since the owner chose so, and nothing from before', async () => {
  expect(await shownTo(reader.id)).toEqual(['Après']);
  const seen = await the.database.asViewer(reader.id, (tx) => salonSeenFromOutside(tx, reader.id, salon));
  expect(seen?.lastWords).toMatchObject([{ author: 'Anne', words: 'Après', at: expect.any(Date) }]);
});

test('a stranger reads nothing', async () => {
  expect(await shownTo(null)).toEqual([]);
});

test('a block on either side hides them', async () => {
  for (const [blocker, blocked] of [
    [owner, reader],
    [reader, owner],
  ] as const) {
    await the.cast.sql`insert into blocks (blocker_id, blocked_id) values (${blocker.id}, ${blocked.id})`;
    expect(await shownTo(reader.id)).toEqual([]);
    await the.cast.sql`delete from blocks`;
  }
});

test('whom the salon has shut out reads nothing', async () => {
  await the.cast.sql`
    insert into salon_bans (salon_id, user_id, reason, banned_by) values (${salon}, ${reader.id}, 'Insultes', ${owner.id})`;
  expect(await shownTo(reader.id)).toEqual([]);
  await the.cast.sql`delete from salon_bans`;
});

test('a private salon and an archived one show none', async () => {
  await the.cast.sql`update salons set visibility = 'prive' where id = ${salon}`;
  expect(await shownTo(reader.id)).toEqual([]);
  await the.cast.sql`update salons set visibility = 'public', is_active = false where id = ${salon}`;
  expect(await shownTo(reader.id)).toEqual([]);
  await the.cast.sql`update salons set is_active = true where id = ${salon}`;
  expect(await shownTo(reader.id)).toEqual(['Après']);
});

test('nobody but the owner chooses, and she not the day', async () => {
  expect(await the.database.asViewer(reader.id, (tx) => showLastWords(tx, salon, false))).toBe(false);
  const dating = the.database.asViewer(
    owner.id,
    (tx) => tx`update salons set last_words_shown_since = '2020-01-01' where id = ${salon}`,
  );
  await expect(dating).rejects.toMatchObject({ code: 'forbidden' });
  expect(await shownTo(reader.id)).toEqual(['Après']);
});

test('a deleted message is not among them', async () => {
  await the.cast.sql`update chat_messages set is_deleted = true where content = 'Après'`;
  expect(await shownTo(reader.id)).toEqual([]);
});
