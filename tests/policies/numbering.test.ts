/**
 * G36: whoever reads `changed_seq > last` misses nothing. With ids from a sequence the same follower lost 61 % of a busy
 * salon's messages, because a number taken early may be committed late (docs/decisions, architecture 3).
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changesAfter } from '~/chat/queries';
import { insertMessage } from '~/chat/queries/posts';
import type { Database, Tx } from '~/db';
import { type Stage, stage } from '../support/policies';

let the: Stage;
let databases: readonly Database[];
beforeAll(async () => {
  the = await stage();
  databases = [the.database, the.secondDatabase()];
});
afterAll(() => the.close());

const WRITERS = 8;
const MESSAGES = 50; // by each writer
const HELD_FOR = 25; // readings of the follower while one transaction has its number and has not committed

test('a follower of a busy salon misses nothing, also past a transaction that commits late', async () => {
  const members = await Promise.all(Array.from({ length: WRITERS }, (_, n) => the.cast.member(`Plume ${n}`)));
  const [owner = '', ...others] = members.map(({ id }) => id);
  const { id: salon } = await the.cast.salon({ id: owner, name: '', email: '' });
  for (const id of others) await the.cast.join({ id, name: '', email: '' }, salon);

  let readings = 0;
  let onReading = () => {};
  /** Resolves once the follower has read so many more times. */
  const read = (more: number) => {
    const until = readings + more;
    return new Promise<void>((resolve) => {
      onReading = () => readings >= until && resolve();
    });
  };

  let writing = true;
  const follow = async () => {
    const followed: { id: number; changedSeq: number }[] = [];
    const since = () => followed.at(-1)?.changedSeq ?? 0;
    for (let quiet = 0; quiet < 2; quiet += writing ? 0 : 1) {
      const changes = await the.database.asViewer(owner, (tx) => changesAfter(tx, salon, since()));
      followed.push(...changes);
      readings += 1;
      onReading();
    }
    return followed;
  };

  const say = (tx: Tx, author: string, text: string) =>
    insertMessage(tx, author, salon, { text, replyTo: null, key: null });
  const write = async (author: string, n: number) => {
    for (let count = 0; count < MESSAGES; count += 1) {
      const late = n === 0 && count === 10;
      await (databases[n % 2] as Database).asViewer(author, async (tx) => {
        await say(tx, author, `${n} : ${count}`);
        if (late) await read(HELD_FOR);
      });
    }
  };

  const following = follow();
  await Promise.all([owner, ...others].map(write));
  writing = false;
  const followed = await following;

  expect(new Set(followed.map(({ id }) => id)).size).toBe(WRITERS * MESSAGES);
  expect(followed.map(({ changedSeq }) => changedSeq)).toEqual(
    Array.from({ length: WRITERS * MESSAGES }, (_, n) => n + 1),
  );
  expect(readings).toBeGreaterThan(HELD_FOR);
});
