/**
 * Whatever happens in a salon, what its people read afterwards is what a second account of it says: members (D36, D38), the
 * unread (C-09, D41), notices (C-22), the order of messages (D44), and a page that was kept up to date (contract 3).
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changesAfter, messagePage } from '~/chat/queries';
import { allSeenBy } from '~/chat/rules/hidden';
import { noticesOf } from '~/notices/queries';
import { salonsOf } from '~/salons/queries/lists';
import { roomFor } from '~/salons/queries/room';
import { type Stage, stage } from '../support/policies';
import { type Account, act, apart, type Life, PEOPLE, perform } from '../support/salon-life';

let the: Stage;
beforeAll(async () => {
  the = await stage();
});
afterAll(() => the.close());

async function begun(): Promise<Life> {
  const people = [];
  for (const name of PEOPLE) people.push(await the.cast.member(name));
  const [owner, other] = people;
  if (!owner || !other) throw new Error('nobody');
  // Newcomers may name few people a day (K04).
  await the.cast.sql`update auth.users set created_at = now() - interval '30 days'`;
  const { id: salon } = await the.cast.salon(owner);
  await the.cast.join(other, salon);
  for (const n of PEOPLE.keys())
    await the.cast.sql`
      insert into salon_invitations (salon_id, invited_by, email, token_hash)
      values (${salon}, ${owner.id}, ${`${n}@exemple.fr`}, invitation_hash(${`${salon} ${n}`}))`;
  const account: Account = {
    ...{
      said: [],
      members: new Set([0, 1]),
      banned: new Set(),
      marks: new Map([
        [0, 0],
        [1, 0],
      ]),
    },
    ...{ blocks: new Set(), told: new Set(), isActive: true },
  };
  return { the, people, salon, account };
}

/** What this person reads of the salon. */
async function readBy({ people, salon }: Life, n: number) {
  const id = people[n]?.id ?? '';
  return the.database.asViewer(id, async (tx) => ({
    unread: (await salonsOf(tx, id)).find((card) => card.id === salon)?.membership?.unread,
    notices: (await noticesOf(tx, null, 100)).filter(({ kind }) => kind === 'mention' || kind === 'answer'),
    page: await messagePage(tx, salon, null),
    room: await roomFor(tx, id, salon),
  }));
}

async function compare(life: Life): Promise<void> {
  const { account, salon } = life;
  const [row] = await the.cast.sql`
    select member_count as members, message_count as messages, is_active as active,
      (select count(*)::int from salon_members where salon_id = s.id) as rows,
      (select count(*)::int from salon_members where salon_id = s.id and role = 'owner' and user_id = s.owner_id) as owners,
      (select count(*)::int from salon_members where salon_id = s.id and role = 'owner') as roles,
      (select coalesce(max(changed_seq), 0) = s.last_seq and count(*) = count(distinct changed_seq)
        from chat_messages where salon_id = s.id) as numbered
    from salons s where id = ${salon}`;
  const { size } = account.members;
  const standing = account.said.filter(({ isDeleted }) => !isDeleted);
  expect(row).toEqual({
    ...{ members: size, rows: size, messages: standing.length, active: account.isActive },
    ...{ owners: 1, roles: 1, numbered: true },
  });
  for (const n of PEOPLE.keys()) {
    const seen = await readBy(life, n);
    const isIn = account.members.has(n);
    expect([seen.unread !== undefined, seen.room !== null, isIn && account.banned.has(n)]).toEqual([isIn, isIn, false]);
    const visible = account.said.filter(({ by }) => isIn && !apart(account, n, by));
    const unread = visible.filter(
      ({ by, seq, isDeleted }) => by !== n && !isDeleted && seq > (account.marks.get(n) ?? 0),
    );
    expect(seen.unread ?? 0).toBe(unread.length);
    const shown = allSeenBy(new Set(seen.room?.hidden ?? []), seen.page);
    // Who has come in is told in lines of the same page (D40), of which the second account keeps none.
    const first = seen.page[0]?.seq ?? 0;
    expect(shown.filter(({ isArrival }) => !isArrival).map(({ id }) => id)).toEqual(
      visible.filter(({ seq }) => seq >= first).map(({ id }) => id),
    );
    const named = shown.filter(({ isArrival }) => isArrival).flatMap(({ mentions }) => mentions.map(({ id }) => id));
    expect(named.filter((id) => seen.room?.hidden.includes(id))).toEqual([]);
    const told = visible
      .filter(({ id, isDeleted }) => !isDeleted && account.told.has(`${n} ${id}`))
      .map(({ id }) => id);
    expect([...new Set(seen.notices.map(({ messageId }) => messageId))].toSorted()).toEqual(told.toSorted());
  }
}

test('after any acts of its people, each reads what a second account says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: 15, maxLength: 45 }),
      fc.array(act, { minLength: 5, maxLength: 20 }),
      async (before, after) => {
        const life = await begun();
        for (const each of before) await perform(life, each);
        const [then] = await the.cast.sql<
          { seq: number }[]
        >`select last_seq::int as seq from salons where id = ${life.salon}`;
        const whole = () => the.database.asSystem((tx) => messagePage(tx, life.salon, null));
        const page = new Map((await whole()).map((each) => [each.id, each]));
        for (const each of after) await perform(life, each);
        for (const each of await the.database.asSystem((tx) => changesAfter(tx, life.salon, then?.seq ?? 0)))
          page.set(each.id, each);
        expect([...page.values()].toSorted((a, b) => a.seq - b.seq)).toEqual(await whole());
        await compare(life);
      },
    ),
    { numRuns: 8 },
  );
});
