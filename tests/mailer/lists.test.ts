/** Brevo's three lists hold who should be on them, whatever the order and however often it is said (M08). */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { keepMailChoices } from '~/mailer/choices/queries';
import { joinList, leaveList } from '~/mailer/queries/lists';
import type { Member } from '../support/cast';
import { type Mailroom, mailroom } from '../support/mailroom';

const LISTS = { BREVO_LIST_MEMBRES: '7', BREVO_LIST_PREMIUM: '8', BREVO_LIST_NEWSLETTER: '9' };
let the: Mailroom;
let anne: Member;
beforeAll(async () => {
  the = await mailroom();
  the.open(LISTS);
  await the.ready();
});
beforeEach(async () => {
  anne = await the.cast.member('Anne', { confirmed: false });
  the.brevo.be('well');
  the.brevo.asked.length = 0;
});
afterAll(() => the.close());

const on = (list: number, email = anne.email) => the.brevo.lists.get(list)?.has(email) ?? false;
const confirm = () => the.cast.sql`update auth.users set email_confirmed_at = now() where id = ${anne.id}`;
const wishes = () =>
  the.cast.sql`select list, wanted, done_at is not null as done from mail_list_wishes where email = ${anne.email}`;
const premium = (wanted: boolean) =>
  the.database.asSystem((tx) => (wanted ? joinList : leaveList)(tx, anne.email, 'premium'));

test('confirming an address joins the members; the newsletter only follows consent', async () => {
  await the.quiet();
  expect(on(7)).toBe(false);
  await confirm();
  await the.quiet();
  expect([on(7), on(8), on(9)]).toEqual([true, false, false]);
  await the.database.asViewer(anne.id, (tx) => keepMailChoices(tx, anne.id, ['newsletter', 'mention']));
  await the.quiet();
  expect(on(9)).toBe(true);
  await the.database.asViewer(anne.id, (tx) => keepMailChoices(tx, anne.id, ['mention']));
  await the.quiet();
  expect(on(9)).toBe(false);
});

test('consent of an unconfirmed member waits for her address', async () => {
  await the.database.asViewer(anne.id, (tx) => keepMailChoices(tx, anne.id, ['newsletter']));
  await the.quiet();
  expect(on(9)).toBe(false);
  await confirm();
  await the.quiet();
  expect(on(9)).toBe(true);
});

test('said twice, it is asked once; taken back before it was done, the last word counts', async () => {
  await premium(true);
  await premium(true);
  await the.quiet();
  expect(the.brevo.asked).toHaveLength(1);
  the.brevo.be({ status: 500 });
  await premium(false);
  await the.quiet();
  await premium(true);
  await premium(false);
  // A try that is under way puts itself off once more.
  await the.quiet();
  the.brevo.be('well');
  await the.timePasses();
  await the.quiet();
  expect(on(8)).toBe(false);
  expect(await wishes(), 'whoever has left is not kept').toEqual([]);
});

test('leaving a list one was never on is done at once', async () => {
  await premium(false);
  await the.quiet();
  expect(await wishes()).toEqual([]);
});

test.each([{ status: 500 }, { status: 401 }, { status: 429, headers: { 'x-sib-ratelimit-reset': '30' } }] as const)(
  '%o: it is tried again',
  async (mood) => {
    the.brevo.be(mood);
    await premium(true);
    await the.quiet();
    expect(await wishes()).toEqual([{ list: 'premium', wanted: true, done: false }]);
    the.brevo.be('well');
    await the.timePasses();
    await the.quiet();
    expect([on(8), await wishes()]).toEqual([true, [{ list: 'premium', wanted: true, done: true }]]);
  },
);

test('a changed address takes its lists along', async () => {
  await confirm();
  await premium(true);
  await the.quiet();
  const next = `nouvelle.${anne.email}`;
  await the.cast.sql`update auth.users set email = ${next} where id = ${anne.id}`;
  await the.quiet();
  expect([on(7), on(8)]).toEqual([false, false]);
  expect([on(7, next), on(8, next)]).toEqual([true, true]);
});

test('an erased account is forgotten there too, and its address here', async () => {
  await confirm();
  await premium(true);
  await the.quiet();
  await the.cast.sql`delete from auth.users where id = ${anne.id}`;
  await the.quiet();
  expect([on(7), on(8)]).toEqual([false, false]);
  expect(the.brevo.asked.at(-1)).toMatchObject({ method: 'DELETE' });
  expect(await wishes()).toEqual([]);
});

test('without a key nobody is asked; with one, those who wait join', async () => {
  const other = await mailroom();
  try {
    const jobs = other.open({ ...LISTS, BREVO_API_KEY: '' });
    await other.database.asSystem((tx) => joinList(tx, 'attend@exemple.fr', 'premium'));
    await other.database.asSystem((tx) => leaveList(tx, 'part@exemple.fr', 'premium'));
    await other.ready();
    await other.quiet();
    expect(other.brevo.asked).toEqual([]);
    expect(await other.cast.sql`select email::text from mail_list_wishes`).toEqual([{ email: 'attend@exemple.fr' }]);
    await jobs.stop();
    other.open(LISTS);
    await expect.poll(() => other.brevo.lists.get(8)?.has('attend@exemple.fr')).toBe(true);
  } finally {
    await other.close();
  }
});

test('capitals are no change of address', async () => {
  await confirm();
  await the.quiet();
  await the.cast.sql`update auth.users set email = upper(email::text) where id = ${anne.id}`;
  await the.quiet();
  expect(on(7)).toBe(true);
});

// Last: the provider's answer never comes.
test('a change of mind while the provider is asked waits for that answer: both are of one queue', async () => {
  the.brevo.be('hang');
  const jobs = () => the.owner<{ queue: string | null; runs: boolean }[]>`
    select j.queue_name as queue, j.locked_at is not null as runs
    from graphile_worker.jobs j
    where j.task_identifier = 'contact' and j.queue_name is not distinct from 'contact:' || (
      select w.id from mail_list_wishes w where w.email = ${anne.email} and w.list = 'premium'
    )
    order by j.id`;
  await premium(true);
  await expect.poll(async () => (await jobs())[0]?.runs).toBe(true);
  await premium(false);
  expect((await jobs()).map(({ runs }) => runs)).toEqual([true, false]);
});
