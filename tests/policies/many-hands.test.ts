/** Many members in one salon at once, on two processes: the lock order (salon first) and the numbers under load. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as chat from '~/chat/queries';
import { insertMessage } from '~/chat/queries/posts';
import type { Database } from '~/db';
import * as salons from '~/salons/queries/membership';
import type { Member } from '../support/cast';
import { causeOf, fates, inParallel, type Stage, stage } from '../support/policies';

let the: Stage;
let databases: readonly Database[];
beforeAll(async () => {
  the = await stage();
  databases = [the.database, the.secondDatabase()];
});
afterAll(() => the.close());

const database = (n: number) => databases[n % 2] as Database;

test('edits, reactions, deletions and answers at once: no deadlock, every number once, every answer on a page told', async () => {
  const members = await Promise.all(Array.from({ length: 8 }, (_, n) => the.cast.member(`Main ${n}`)));
  const salon = await the.cast.salon(members[0] as Member);
  for (const each of members.slice(1)) await the.cast.join(each, salon.id, 'moderator');
  const originals = await Promise.all(
    members.map(async (by, n) => ({ by, id: await said(n, by, salon.id, `Original ${n}`, null) })),
  );
  const answers: number[] = [];
  await inParallel(400, 16, async (n) => {
    const member = members[Math.floor(n / 32) % 8] as Member;
    const original = originals[Math.floor(n / 4) % 8] as (typeof originals)[number];
    if (n % 4 === 1) return void answers.push(await said(n, member, salon.id, `Réponse ${n}`, original.id));
    await database(n).asViewer<unknown>(n % 4 === 0 ? original.by.id : member.id, async (tx) => {
      if (n % 4 === 0) return chat.editMessage(tx, original.by.id, salon.id, original.id, `Corrigé ${n}`);
      // To answers only: a reaction is a later change of its message, which no answer shows.
      if (n % 4 === 2) return chat.toggleReaction(tx, answers[n % answers.length] ?? 0, 'merci');
      return n > 300 && n % 8 === 3 ? chat.deleteMessage(tx, original.id) : chat.changesAfter(tx, salon.id, 0);
    });
  });
  const [numbers] = await the.cast.sql`
    select
      max(m.changed_seq) = s.last_seq as all_told, bool_and(m.changed_seq >= m.seq) as forward,
      count(*) filter (where m.reply_to_id is not null)::int as answers,
      count(*) filter (where m.edited_at is not null)::int > 0 as edited,
      count(*) filter (where m.is_deleted)::int as deleted
    from chat_messages m
    join salons s on s.id = m.salon_id
    where s.id = ${salon.id}
    group by s.id`;
  expect(numbers).toEqual({ all_told: true, forward: true, answers: 100, edited: true, deleted: 4 });
  const untold = await the.cast.sql`
    select q.id, q.changed_seq, a.id as answer, a.changed_seq as told
    from chat_messages q
    join chat_messages a on a.reply_to_id = q.id
    where q.salon_id = ${salon.id}
      and a.changed_seq < q.changed_seq
      -- Those that a page shows: what is further back is read with its original.
      and a.seq >= (select seq from chat_messages where salon_id = ${salon.id} order by seq desc offset 49 limit 1)`;
  expect(untold).toEqual([]);
});

test('whoever joins or leaves waits for the salon before anything else is locked', async () => {
  const member = await the.cast.member('Jeanne', { plan: 'freemium' });
  const [left, joined] = [
    await the.cast.salon(await the.cast.member('Odile')),
    await the.cast.salon(await the.cast.member('Odile')),
  ];
  await the.cast.join(member, left.id);
  const waiting = await the.owner.begin(async (holder) => {
    await holder`set local role aurora_system`;
    await holder`select from salons where id in (${left.id}, ${joined.id}) for update`;
    const deeds = [
      the.database.asViewer(member.id, (tx) => salons.leaveSalon(tx, member.id, left.id)),
      the.database.asViewer(member.id, (tx) => salons.joinPublic(tx, joined.id)),
    ];
    await lockWaits(2);
    // Refused at once, were one of these rows held by somebody who waits.
    await holder`select from profiles where id = ${member.id} for update nowait`;
    await holder`select from salon_members where user_id = ${member.id} for update nowait`;
    return { deeds };
  });
  expect(await Promise.all(waiting.deeds)).toEqual([{ left: true }, { salonId: joined.id, joined: true }]);
});

test('leaving in two windows at once is leaving; nobody is taken for the owner', async () => {
  const member = await the.cast.member('Jeanne');
  const salon = await the.cast.salon(await the.cast.member('Odile'));
  await the.cast.join(member, salon.id);
  const leave = (n: number) => database(n).asViewer(member.id, (tx) => salons.leaveSalon(tx, member.id, salon.id));
  const left = await fates([0, 1, 2, 3, 4, 5].map(leave));
  expect(left.refused).toEqual([]);
  expect(left.gave.filter(Boolean)).toEqual([{ left: true }]);
  expect(await the.cast.sql`select member_count from salons where id = ${salon.id}`).toEqual([{ member_count: 1 }]);
});

test('free members who join, leave and post at once never wait for each other in a ring', async () => {
  const members = await Promise.all(
    Array.from({ length: 4 }, (_, n) => the.cast.member(`Va-et-vient ${n}`, { plan: 'freemium' })),
  );
  const open = await Promise.all(Array.from({ length: 3 }, async () => the.cast.salon(await the.cast.member('Odile'))));
  const failed: string[] = [];
  await inParallel(400, 16, async (n) => {
    const member = members[n % 4] as Member;
    const salon = open[Math.floor(n / 12) % 3]?.id ?? '';
    await database(n)
      .asViewer<unknown>(member.id, async (tx) => {
        if (n % 3 === 0) return salons.joinPublic(tx, salon);
        if (n % 3 === 1) return insertMessage(tx, member.id, salon, { text: 'Bonjour', replyTo: null, key: null });
        return salons.leaveSalon(tx, member.id, salon);
      })
      .catch((error) => failed.push(`${error.code} ${causeOf(error).code}`));
  });
  expect(failed.filter((each) => !/^(payment_required|forbidden)/.test(each))).toEqual([]);
});
/** Resolves once so many statements of this database wait for a lock. */
async function lockWaits(count: number): Promise<void> {
  for (let waits = 0; waits < count; ) {
    const rows = await the.owner`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    waits = rows.length;
  }
}

async function said(n: number, by: Member, salon: string, text: string, replyTo: number | null): Promise<number> {
  const made = await database(n).asViewer(by.id, (tx) => insertMessage(tx, by.id, salon, { text, replyTo, key: null }));
  return made?.id ?? 0;
}
