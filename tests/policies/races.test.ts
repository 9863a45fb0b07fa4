/** Two processes on one database, many hands at once (reliability 13: nothing is read and then written). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postMessage } from '~/chat/commands';
import * as chat from '~/chat/queries';
import type { Database } from '~/db';
import { createHub } from '~/realtime/hub';
import * as salons from '~/salons/queries/membership';
import type { Member } from '../support/cast';
import { fates, type Stage, stage, viewerOf } from '../support/policies';

let the: Stage;
let sites: readonly { database: Database; hub: ReturnType<typeof createHub> }[];
beforeAll(async () => {
  the = await stage();
  const second = the.secondDatabase();
  sites = [the, { database: second, hub: createHub(second, () => {}) }];
});
afterAll(() => the.close());

const site = (n: number) => sites[n % 2] as (typeof sites)[number];
const times = <T>(count: number, work: (n: number) => Promise<T>) =>
  fates(Array.from({ length: count }, (_, n) => work(n)));
const post = (n: number, member: Member, salon: string, text: string, key: string | null) =>
  postMessage(site(n), viewerOf(member), salon, { text, replyTo: null, key });
const refusedFor = (detail: string) => expect.objectContaining({ code: 'payment_required', detail });

describe('the same thing at once', () => {
  test('ten joins by one member give one membership (D38)', async () => {
    const member = await the.cast.member('Jeanne');
    const salon = await the.cast.salon(await the.cast.member('Odile'));
    const joins = await times(10, (n) =>
      site(n).database.asViewer(member.id, (tx) =>
        n % 4 < 2 ? salons.joinPublic(tx, salon.id) : salons.joinByCode(tx, salon.code),
      ),
    );
    expect(joins.refused).toEqual([]);
    expect(joins.gave.filter((each) => each?.joined)).toHaveLength(1);
    expect(await the.cast.sql`select member_count from salons where id = ${salon.id}`).toEqual([{ member_count: 2 }]);
    expect(await profile(member)).toMatchObject({ salons_joined: 1 });
  });

  test('fifty posts with one key give one message, and the same answer fifty times (C-07)', async () => {
    const member = await the.cast.member('Jeanne', { plan: 'freemium' });
    const salon = await the.cast.salon(await the.cast.member('Odile'));
    await the.cast.join(member, salon.id);
    const posts = await times(50, (n) => post(n, member, salon.id, 'Une seule fois', 'la-meme-cle'));
    expect(posts.refused).toEqual([]);
    expect(new Set(posts.gave.map((each) => `${each.id} ${each.seq}`)).size).toBe(1);
    expect(await numbers(salon.id)).toEqual({ messages: 1, told: 1, highest: 1, last: 1, places: 1 });
    expect(await profile(member)).toMatchObject({ daily_chat_count: 1 });
  });

  test('the last message of a free day may be sent twice as well: it is stored, and not refused', async () => {
    const { member, salon } = await freeMember(19);
    const posts = await times(10, (n) => post(n, member, salon, 'La vingtième', 'la-vingtieme'));
    expect(posts.refused).toEqual([]);
    expect(new Set(posts.gave.map((each) => each.id)).size).toBe(1);
    expect(await profile(member)).toMatchObject({ daily_chat_count: 20 });
  });

  test('a key that made a message elsewhere makes none here, and tells nothing of it', async () => {
    const { member, salon } = await freeMember(0);
    const other = await the.cast.salon(await the.cast.member('Odile'));
    await the.cast.join(member, other.id);
    await post(0, member, salon, 'Ici', 'une-cle');
    await expect(post(1, member, other.id, 'Là', 'une-cle')).rejects.toMatchObject({ code: 'not_found' });
  });

  test('one form for a salon, sent ten times, makes one salon', async () => {
    const member = await the.cast.member('Jeanne');
    const made = await times(10, (n) => create(n, member, 'meme-formulaire'));
    expect(made.refused).toEqual([]);
    expect(new Set(made.gave).size).toBe(1);
    expect(await profile(member)).toMatchObject({ salons_created: 1 });
  });

  test('one reaction pressed an even number of times is gone, and an odd number stands, once', async () => {
    const member = await the.cast.member('Jeanne');
    const salon = await the.cast.salon(member);
    const { id } = await post(0, member, salon.id, 'Bravo à tous', null);
    for (const presses of [2, 7, 8]) {
      const before = await the.cast.sql`select from message_reactions where message_id = ${id}`;
      const toggles = await times(presses, (n) =>
        site(n).database.asViewer(member.id, (tx) => chat.toggleReaction(tx, id, 'bravo')),
      );
      expect(toggles.refused).toEqual([]);
      const after = await the.cast.sql`select from message_reactions where message_id = ${id}`;
      expect(after.length).toBe((before.length + presses) % 2);
    }
  });
});

describe('limits', () => {
  test('sixty posts at once leave exactly twenty on a free day, over two salons (G17, D25)', async () => {
    const { member, salon } = await freeMember(0);
    const other = await the.cast.salon(await the.cast.member('Odile'));
    await the.cast.join(member, other.id);
    const posts = await times(60, (n) => post(n, member, n % 3 ? salon : other.id, `Message ${n}`, null));
    expect(posts.gave).toHaveLength(20);
    expect(posts.refused).toEqual(Array(40).fill(refusedFor('messages_per_day')));
    const stored = await the.cast.sql`select from chat_messages where user_id = ${member.id}`;
    expect(stored).toHaveLength(20);
    for (const each of [salon, other.id]) {
      const { messages, told, highest, last, places } = await numbers(each);
      expect([told, highest, last, places]).toEqual([messages, messages, messages, messages]);
    }
  });

  test('a new day in Paris begins again, from the same database clock', async () => {
    const { member, salon } = await freeMember(20);
    await expect(post(0, member, salon, 'Trop tard', null)).rejects.toMatchObject({ code: 'payment_required' });
    await the.cast.sql`
      update profiles
      set last_activity_reset = date_trunc('day', now(), 'Europe/Paris') - interval '1 second'
      where id = ${member.id}`;
    const posts = await times(30, (n) => post(n, member, salon, `Demain ${n}`, null));
    expect(posts.gave).toHaveLength(20);
    const [reset] = await the.cast.sql`
      select last_activity_reset = date_trunc('day', now(), 'Europe/Paris') as today from profiles where id = ${member.id}`;
    expect(reset).toEqual({ today: true });
  });

  test('a trial that runs opens what Premium opens; one that is over does not', async () => {
    const { member, salon } = await freeMember(20);
    await the.cast.sql`update profiles set trial_ends_at = now() + interval '1 hour' where id = ${member.id}`;
    await post(0, member, salon, 'À l’essai', null);
    await the.cast.sql`update profiles set trial_ends_at = now() - interval '1 second' where id = ${member.id}`;
    await expect(post(0, member, salon, 'Après', null)).rejects.toMatchObject({ code: 'payment_required' });
  });

  test('one salon owned and three joined, however many are asked for at once', async () => {
    const member = await the.cast.member('Jeanne', { plan: 'freemium' });
    const made = await times(8, (n) => create(n, member, `formulaire-${n}`));
    expect([made.gave.length, made.refused]).toEqual([1, Array(7).fill(refusedFor('salons_owned'))]);
    const keeper = await the.cast.member('Odile');
    const open = await Promise.all(Array.from({ length: 9 }, () => the.cast.salon(keeper)));
    const joined = await times(9, (n) =>
      site(n).database.asViewer(member.id, (tx) => salons.joinPublic(tx, open[n]?.id ?? '')),
    );
    expect([joined.gave.length, joined.refused]).toEqual([3, Array(6).fill(refusedFor('salons_joined'))]);
    expect(await profile(member)).toMatchObject({ salons_created: 1, salons_joined: 3 });
  });
});

async function freeMember(written: number): Promise<{ member: Member; salon: string }> {
  const member = await the.cast.member('Fanny', { plan: 'freemium' });
  const salon = await the.cast.salon(await the.cast.member('Odile'));
  await the.cast.join(member, salon.id);
  await the.cast.sql`
    update profiles
    set daily_chat_count = ${written}, last_activity_reset = date_trunc('day', now(), 'Europe/Paris')
    where id = ${member.id}`;
  return { member, salon: salon.id };
}

function create(n: number, member: Member, key: string): Promise<string> {
  return site(n).database.asViewer(member.id, (tx) =>
    salons.createSalon(tx, {
      name: 'Chez moi',
      description: '',
      category: 'autres',
      city: null,
      colorTheme: '#8B5CF6',
      visibility: 'prive',
      showsLastWords: false,
      key,
    }),
  );
}

async function profile(member: Member) {
  const [found] = await the.cast.sql`
    select daily_chat_count, salons_created, salons_joined from profiles where id = ${member.id}`;
  return found;
}

async function numbers(salonId: string) {
  const [found] = await the.cast.sql<
    { messages: number; told: number; highest: number; last: number; places: number }[]
  >`
    select
      count(m.id)::int as messages, s.message_count as told, max(m.changed_seq)::int as highest,
      s.last_seq::int as last, count(distinct m.seq)::int as places
    from salons s
    left join chat_messages m on m.salon_id = s.id
    where s.id = ${salonId}
    group by s.id`;
  if (!found) throw new Error('no such salon');
  return found;
}
