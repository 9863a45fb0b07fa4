/** An erasure that is carried out leaves nothing, once, whatever happens on its way (P02, U06, C-21). */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startCheckout } from '~/billing/commands/checkout';
import { syncCustomer } from '~/billing/commands/sync';
import { stripeDoor } from '~/billing/stripe/client';
import type { Database } from '~/db';
import { askErasure, changeMind } from '~/privacy/commands/ask';
import { applyTombstones, carryOut, type House } from '~/privacy/commands/erase';
import { sweepPrivacy } from '~/privacy/commands/sweep';
import { BACKUPS_KEPT_DAYS } from '~/privacy/rules/erasure';
import { pruneTombstones, tombstoneFile, tombstonesIn } from '~/privacy/tombstones';
import { type StripeStandIn, startStripeStandIn } from '../../demo/stripe-stand-in';
import type { Member } from '../support/cast';
import { memberWithEverything } from '../support/everything';
import { type Mailroom, mailroom, until } from '../support/mailroom';
import { payOn } from '../support/payment';
import { viewerOf } from '../support/policies';
import { holds, tracesOf } from '../support/traces';

const LISTS = { BREVO_LIST_MEMBRES: '7' };
const MARKER = 'quetsche-bergamote';
let the: Mailroom;
let stripe: StripeStandIn;
let house: House;
/** There is always another one. */
let admin: Member;

beforeAll(async () => {
  the = await mailroom();
  stripe = await startStripeStandIn();
  const door = stripeDoor(stripe.config);
  house = the.house(LISTS, door);
  the.open(LISTS, door);
  await the.ready();
  admin = await the.cast.member('Adèle Roche', { role: 'admin' });
});
beforeEach(() => {
  stripe.be('well');
  the.brevo.be('well');
});
afterEach(async () => {
  await the.owner`delete from erasures`;
});
afterAll(async () => {
  await the.close();
  await stripe.close();
});

const nothingKept = { messages: false, certificates: false };
const ask = (member: Member, left = nothingKept, days = 0) =>
  askErasure(house, viewerOf(member), left, new Date(), days);
const wordsOf = ({ email, name }: Member) => [email, name, MARKER];
const accountOf = ({ id }: Member) => the.cast.sql`select from auth.users where id = ${id}`;
const receipts = () => the.cast.sql<{ reference: string }[]>`select reference from erasure_receipts order by erased_at`;
const lettersTo = ({ email }: Member) => the.brevo.sent.filter(({ to }) => to === email).map(({ tags }) => tags[0]);

let n = 0;
/** Somebody who pays, is known to Brevo, and has something in every table. */
async function payingMember() {
  n += 1;
  const made = await memberWithEverything(the.cast, `Zéphyrine Trasnel ${n}`, MARKER);
  const { her } = made;
  await the.owner`delete from erasures where user_id = ${her.id}`;
  await the.owner`delete from mail_stops where email = ${her.email}`;
  await the.owner`delete from subscriptions where user_id = ${her.id}`;
  await the.owner`delete from invoices where user_id = ${her.id}`;
  await the.owner`delete from stripe_customers where user_id = ${her.id}`;
  const payment = { database: the.database, stripe: stripeDoor(stripe.config) };
  const urls = { success: 'http://localhost:20999/', cancel: 'http://localhost:20999/' };
  await payOn(await startCheckout(payment, her.id, { plan: 'premium', urls, now: new Date() }));
  const customer = [...stripe.world.customers.values()].find(({ email }) => email === her.email)?.id ?? '';
  await syncCustomer(payment, customer);
  await the.quiet();
  return { ...made, customer };
}

const subscriptionsOf = (customer: string) =>
  [...stripe.world.subscriptions.values()].filter((each) => each.customer === customer).map(({ status }) => status);
/** Stripe's own: an invoice bears its buyer by law, events and answers to a repeated question are its journal of some days. */
const STRIPES_OWN = ['invoices', 'events', 'answers'];
/** In anything else that the stand-in keeps. */
const atStripe = (member: Member) => {
  const kept = Object.entries(stripe.world).filter(([name]) => !STRIPES_OWN.includes(name));
  const text = kept.map(([, table]) => JSON.stringify(table instanceof Map ? [...table.values()] : null)).join();
  return holds(text, wordsOf(member));
};
const atBrevo = ({ email }: Member) => the.brevo.contacts.has(email) || the.brevo.journal.has(email);

async function leavesNothing(her: Member, customer: string, subscriptions = 1): Promise<void> {
  await until(() => !atStripe(her) && !atBrevo(her));
  await until(async () => (await tracesOf(the.owner, wordsOf(her))).length === 0).catch(() => {});
  expect(await tracesOf(the.owner, [...wordsOf(her)], [house.config.dataDir])).toEqual([]);
  expect(the.told.filter((line) => holds(line, wordsOf(her)))).toEqual([]);
  expect(subscriptionsOf(customer)).toEqual(Array(subscriptions).fill('canceled'));
  expect(lettersTo(her).filter((tag) => tag === 'erasureReceipt')).toEqual(['erasureReceipt']);
}

test('no trace of address, name or words in tables, files, outbox, jobs, journal, Stripe or Brevo', async () => {
  const { her, customer } = await payingMember();
  expect((await tracesOf(the.owner, wordsOf(her))).length).toBeGreaterThan(8);
  expect([atStripe(her), atBrevo(her)]).toEqual([true, true]);
  await ask(her);
  await until(async () => (await accountOf(her)).length === 0);
  await leavesNothing(her, customer);
  // At once, and as somebody new.
  const [again] = await the.cast.sql<{ id: string }[]>`
    insert into auth.users (email, email_confirmed_at) values (${her.email}, null) returning id`;
  await the.cast.sql`update auth.users set email_confirmed_at = now() where id = ${again?.id ?? ''}`;
  await until(() => the.brevo.lists.get(7)?.has(her.email) ?? false);
  expect(again?.id).not.toBe(her.id);
});

test('within seven days she changes her mind, and nothing has happened', async () => {
  const { her } = await memberWithEverything(the.cast, 'Blandine');
  await the.owner`delete from erasures where user_id = ${her.id}`;
  await ask(her, nothingKept, 7);
  expect(await carryOut(house, her.id, new Date())).toBe('nothing');
  expect(await changeMind(house, viewerOf(her))).toBe(true);
  expect(await changeMind(house, viewerOf(her))).toBe(false);
  expect(await carryOut(house, her.id, new Date())).toBe('nothing');
  expect(await accountOf(her)).toHaveLength(1);
});

test('asked twice it is one erasure with the newest choice and one letter; carried out twice at once, one receipt', async () => {
  const her = await the.cast.member('Odette');
  const salon = await the.cast.salon(admin);
  await the.cast.sql`
    insert into chat_messages (salon_id, user_id, content) values (${salon.id}, ${her.id}, 'Mes mots restent')`;
  await ask(her, nothingKept, 7);
  await ask(her, { messages: true, certificates: false }, 7);
  await until(() => lettersTo(her).length > 0);
  expect(lettersTo(her)).toEqual(['erasureAsked']);
  await the.owner`update erasures set asked_at = now() - interval '8 days', due_at = now() where user_id = ${her.id}`;
  const outcomes = await Promise.all([1, 2, 3].map(() => carryOut(house, her.id, new Date())));
  expect(outcomes.filter((outcome) => outcome === 'erased').length).toBeLessThanOrEqual(1);
  await until(async () => (await accountOf(her)).length === 0);
  const rows = await the.cast.sql`
    select content, full_name from chat_messages_with_profiles where salon_id = ${salon.id}`;
  expect(rows).toEqual([{ content: 'Mes mots restent', full_name: 'Ancien membre' }]);
  await until(() => lettersTo(her).length > 1);
  expect(lettersTo(her)).toEqual(['erasureAsked', 'erasureReceipt']);
});

test('an owner of ten salons with a live and a past-due subscription: each salon has its heir or goes, both end', async () => {
  const { her, customer } = await payingMember();
  const [live] = [...stripe.world.subscriptions.values()].filter((each) => each.customer === customer);
  if (!live) throw new Error('nobody has paid');
  stripe.world.subscriptions.set('sub_late', { ...live, id: 'sub_late', status: 'past_due' });
  await syncCustomer({ database: the.database, stripe: stripeDoor(stripe.config) }, customer);
  const both = await the.cast.sql`select status from subscriptions where user_id = ${her.id} order by 1`;
  expect(both.map(({ status }) => status)).toEqual(['active', 'past_due']);
  const [first, keeper] = [await the.cast.member('Première'), await the.cast.member('Modératrice')];
  const salons = await Promise.all(Array.from({ length: 10 }, () => the.cast.salon(her)));
  for (const [at, { id }] of salons.entries()) {
    if (at < 6) await the.cast.join(first, id);
    if (at < 3) await the.cast.join(keeper, id, 'moderator');
    await the.cast.sql`insert into chat_messages (salon_id, user_id, content) values (${id}, ${her.id}, ${MARKER})`;
  }
  await ask(her);
  await until(async () => (await accountOf(her)).length === 0);
  await leavesNothing(her, customer, 2);
  const left = await the.cast.sql<{ id: string; owner: string; role: string }[]>`
    select s.id, case p.app_role when 'admin' then 'the team' else p.full_name end as owner, m.role from salons s
    join profiles p on p.id = s.owner_id
    join salon_members m on m.salon_id = s.id and m.user_id = s.owner_id
    where s.id = any(${salons.map(({ id }) => id)})`;
  const ownerOf = new Map(left.map(({ id, owner, role }) => [id, `${owner} ${role}`]));
  expect(salons.map(({ id }) => ownerOf.get(id))).toEqual([
    ...Array(3).fill('Modératrice owner'),
    ...Array(3).fill('the team owner'),
    ...Array(4).fill(undefined),
  ]);
});

test('with Stripe away nothing is erased; it is finished later, once', async () => {
  const { her, customer } = await payingMember();
  stripe.be('away');
  await the.cast.sql`
    insert into erasures (user_id, reference, keeps_messages, keeps_certificates, due_at)
    values (${her.id}, 'E-2026-AAAAAAAAAA', false, false, now() + interval '1 hour')`;
  await the.cast.sql`update erasures set asked_at = now() - interval '1 day', due_at = now() where user_id = ${her.id}`;
  await expect(carryOut(house, her.id, new Date())).rejects.toThrow();
  expect(await accountOf(her)).toHaveLength(1);
  stripe.be('well');
  await the.timePasses();
  await until(async () => (await accountOf(her)).length === 0);
  await leavesNothing(her, customer);
});

test('with Brevo away the rows go, and its contact and the receipt follow when it is back', async () => {
  const { her, customer } = await payingMember();
  the.brevo.be({ status: 500 });
  await ask(her);
  await until(async () => (await accountOf(her)).length === 0);
  expect(atBrevo(her)).toBe(true);
  the.brevo.be('well');
  const passing = setInterval(() => void the.timePasses().catch(() => {}), 300);
  await until(() => !atBrevo(her)).finally(() => clearInterval(passing));
  await leavesNothing(her, customer);
});

describe('killed after any step', () => {
  const KILLED = new Error('killed');
  /** Dies at its n-th use of the database: before it, or after it without hearing of it. */
  function dying(database: Database, at: number, before: boolean): Database {
    let calls = 0;
    const dies = async <T>(work: () => Promise<T>): Promise<T> => {
      calls += 1;
      if (calls > at || (calls === at && before)) throw KILLED;
      const result = await work();
      if (calls >= at) throw KILLED;
      return result;
    };
    return {
      ...database,
      asSystem: (work) => dies(() => database.asSystem(work)),
      systemStatement: (work) => dies(() => database.systemStatement(work)),
    };
  }

  const STEPS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

  test('these are all the steps there are', async () => {
    const { her } = await payingMember();
    await the.owner`alter table erasures disable trigger erasures_queue`;
    await ask(her).finally(() => the.owner`alter table erasures enable trigger erasures_queue`);
    let calls = 0;
    const counted = <T>(work: () => Promise<T>): Promise<T> => {
      calls += 1;
      return work();
    };
    const database: Database = {
      ...the.database,
      asSystem: (work) => counted(() => the.database.asSystem(work)),
      systemStatement: (work) => counted(() => the.database.systemStatement(work)),
    };
    expect(await carryOut({ ...house, database }, her.id, new Date())).toBe('erased');
    expect(calls).toBe(STEPS.length);
  });

  test.each(STEPS)('step %s', async (step) => {
    for (const before of [true, false]) {
      const { her, customer } = await payingMember();
      // No worker knows of it: the test is the one that carries it out.
      await the.owner`alter table erasures disable trigger erasures_queue`;
      await ask(her).finally(() => the.owner`alter table erasures enable trigger erasures_queue`);
      await carryOut({ ...house, database: dying(the.database, step, before) }, her.id, new Date()).catch((error) => {
        if (error !== KILLED) throw error;
      });
      await carryOut(house, her.id, new Date());
      await leavesNothing(her, customer);
    }
  });
});

test('the last administrator is held until there is another, and two who leave at once leave one', async () => {
  await the.owner`update profiles set app_role = 'member' where app_role = 'admin' and id <> ${admin.id}`;
  expect(await ask(admin)).toBe('last_admin');
  const other = await the.cast.member('Odile', { role: 'admin' });
  for (const each of [admin, other]) await ask(each, nothingKept, 7);
  await the.owner`update erasures set asked_at = now() - interval '8 days', due_at = now()`;
  await Promise.all([admin, other].map(({ id }) => carryOut(house, id, new Date())));
  await until(async () => (await the.cast.sql`select from erasures where is_held`).length === 1);
  const [left] = await the.cast.sql<{ id: string }[]>`select id from profiles where app_role = 'admin'`;
  expect([admin.id, other.id]).toContain(left?.id);
  const successor = await the.cast.member('Suzanne', { role: 'admin' });
  expect(await carryOut(house, left?.id ?? '', new Date())).toBe('erased');
  admin = successor;
});

describe('a backup that is older', () => {
  test('is erased again from the list beside it, and ends the same', async () => {
    const { her } = await payingMember();
    const salon = await the.cast.salon(admin);
    await the.cast.sql`
      insert into chat_messages (salon_id, user_id, content) values (${salon.id}, ${her.id}, ${MARKER})`;
    const [account] = await the.cast.sql`select * from auth.users where id = ${her.id}`;
    await ask(her, { messages: false, certificates: false });
    await until(async () => (await accountOf(her)).length === 0);
    const kept = await tombstonesIn(tombstoneFile(house.config));
    expect(JSON.stringify(kept)).not.toContain(her.email);
    // As an older backup has it: the account with its words, and no receipt.
    await the.owner`delete from erasure_receipts where user_id = ${her.id}`;
    await the.cast.sql`
      insert into auth.users (id, email, email_confirmed_at) values (${her.id}, ${account?.email}, now())`;
    await the.cast.sql`update profiles set full_name = ${her.name} where id = ${her.id}`;
    await the.cast.sql`
      insert into chat_messages (salon_id, user_id, content) values (${salon.id}, ${her.id}, ${MARKER})`;
    expect(await applyTombstones(house, kept)).toBe(1);
    expect(await applyTombstones(house, kept)).toBe(0);
    await until(async () => (await tracesOf(the.owner, wordsOf(her))).length === 0);
    const again = await the.cast.sql`select keeps_messages from erasure_receipts where user_id = ${her.id}`;
    expect(again).toEqual([{ keeps_messages: false }]);
  });

  test('is needed no longer once every backup of then is gone: the id goes from the table and from the list', async () => {
    const later = new Date(Date.now() + (BACKUPS_KEPT_DAYS + 10) * 86_400_000);
    expect((await tombstonesIn(tombstoneFile(house.config))).length).toBeGreaterThan(0);
    await pruneTombstones(house.config, later);
    expect(await tombstonesIn(tombstoneFile(house.config))).toEqual([]);
    await the.owner`update erasure_receipts set backups_until = now() - interval '1 day'`;
    await sweepPrivacy(house, new Date());
    expect(await the.cast.sql`select from erasure_receipts where user_id is not null`).toEqual([]);
    expect((await receipts()).length).toBeGreaterThan(0);
    expect(readdirSync(path.dirname(tombstoneFile(house.config)))).toEqual(['liste.jsonl']);
  });
});
