/** Posts that wait for one salon share a flush to disk, and nothing else (docs/decisions/046). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storePost } from '~/chat/posting';
import { type Database, openDatabase } from '~/db';
import type { Member } from '../support/cast';
import { type Stage, stage } from '../support/policies';

let the: Stage;
let members: Member[];
beforeAll(async () => {
  the = await stage();
  members = await Promise.all(['Anne', 'Paul', 'Odile', 'Luc'].map((name) => the.cast.member(name)));
});
afterAll(() => the.close());

async function salonOfAll(): Promise<string> {
  const [owner, ...others] = members as [Member, ...Member[]];
  const { id } = await the.cast.salon(owner);
  for (const member of others) await the.cast.join(member, id);
  return id;
}

const stored = (salon: string) =>
  the.owner<{ text: string; by: string }[]>`
    select content as text, user_id as by from chat_messages where salon_id = ${salon} order by seq`;

const say = (database: Database, salon: string, by: Member, text: string, key: string | null = null) =>
  storePost(database, salon, { viewerId: by.id, draft: { text, replyTo: null, key } });

test('many at once are stored once each, as their own authors’, in far fewer transactions', async () => {
  const salon = await salonOfAll();
  const statements: string[] = [];
  const database = openDatabase(the.url, { viewers: 10, systems: 1, onStatement: (text) => statements.push(text) });
  try {
    const posts = Array.from({ length: 60 }, (_, n) => ({ by: members[n % 4] as Member, text: `Message ${n}` }));
    const made = await Promise.all(posts.map(({ by, text }) => say(database, salon, by, text)));
    expect(new Set(made.map((each) => each?.id)).size).toBe(60);
    const rows = await stored(salon);
    expect(rows.map(({ text, by }) => `${text} ${by}`).sort()).toEqual(
      posts.map(({ text, by }) => `${text} ${by.id}`).sort(),
    );
    expect(statements.filter((text) => text === 'commit').length).toBeLessThan(5);
    expect(database.usage().viewer.waiting).toBe(0);
  } finally {
    await database.close();
  }
});

test('who is refused is refused alone', async () => {
  const salon = await salonOfAll();
  const [anne, paul, odile] = members as [Member, Member, Member];
  const stranger = await the.cast.member('Rémi');
  const muted = await the.cast.member('Zoé');
  await the.cast.join(muted, salon);
  await the.owner`update salon_members set muted_until = now() + interval '1 hour' where user_id = ${muted.id}`;
  const key = crypto.randomUUID();
  const answers = await Promise.allSettled([
    say(the.database, salon, anne, 'Un'),
    say(the.database, salon, stranger, 'Personne'),
    say(the.database, salon, muted, 'Silence'),
    say(the.database, salon, paul, 'Deux', key),
    say(the.database, salon, paul, 'Deux', key),
    say(the.database, salon, odile, 'é'.repeat(4_001)),
    say(the.database, salon, odile, 'Trois'),
  ]);
  expect(answers.map((each) => (each.status === 'rejected' ? 'refused' : each.value && 'stored'))).toEqual([
    'stored',
    null,
    'refused',
    'stored',
    'refused',
    'refused',
    'stored',
  ]);
  expect((await stored(salon)).map(({ text }) => text).sort()).toEqual(['Deux', 'Trois', 'Un']);
});

test('a lost connection is told to all who waited, and nothing is stored twice', async () => {
  const salon = await salonOfAll();
  const [anne] = members as [Member];
  let answers: Promise<PromiseSettledResult<unknown>[]> = Promise.resolve([]);
  await the.owner.begin(async (sql) => {
    await sql`select from salons where id = ${salon} for update`;
    answers = Promise.allSettled(Array.from({ length: 20 }, (_, n) => say(the.database, salon, anne, `Perdu ${n}`)));
    await expect
      .poll(async () => {
        const ended = await the.owner`
          select pg_terminate_backend(pid)
          from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`;
        return ended.length;
      })
      .toBeGreaterThan(0);
    await answers;
  });
  for (const answer of await answers)
    expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } });
  expect((await stored(salon)).length).toBe(0);
  await Promise.all(Array.from({ length: 20 }, (_, n) => say(the.database, salon, anne, `Repris ${n}`)));
  expect((await stored(salon)).length).toBe(20);
});

test.each([
  ['one post', ['Gérard']],
  ['posts that left together', ['Anne', 'Gérard', 'Paul']],
] as const)('%s undone by a deadlock is tried again by itself, and stored once', async (_, names) => {
  const salon = await salonOfAll();
  const gerard = await the.cast.member('Gérard', { plan: 'freemium' });
  await the.cast.join(gerard, salon);
  const [anne, paul] = members as [Member, Member];
  const authors = names.map((name) => ({ Gérard: gerard, Anne: anne, Paul: paul })[name]);
  let posts: Promise<unknown>[] = [];
  await the.owner.begin(async (sql) => {
    // It is the posts' statement that notices the ring, and is undone.
    await sql`set local deadlock_timeout = '20s'`;
    await sql`select from profiles where id = ${gerard.id} for update`;
    posts = authors.map((by) => say(the.database, salon, by, 'Deux fois tenté'));
    await expect
      .poll(async () => {
        const waiting = await the.owner`
          select from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into chat_messages%'`;
        return waiting.length;
      })
      .toBe(1);
    await sql`select from salons where id = ${salon} for update`;
  });
  expect((await Promise.all(posts)).every((each) => each !== null)).toBe(true);
  expect((await stored(salon)).map(({ by }) => by).sort()).toEqual(authors.map(({ id }) => id).sort());
});
