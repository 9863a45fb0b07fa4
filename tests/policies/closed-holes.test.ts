/**
 * The access faults of the earlier system (R01 to R27, G21), each tried again with the statement that went
 * through then. R19, R21 and R25 concern courses and points and are kept beside those tables.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attempt, causeOf, FORBIDDEN, type Stage, stage, statement } from '../support/policies';
import { PERSONS, type Site, site } from '../support/policies-site';

let the: Stage;
let home: Site;
beforeAll(async () => {
  the = await stage();
  home = await site(the);
});
afterAll(() => the.close());

const tryAs = (person: (typeof PERSONS)[number], text: string) => attempt(the.database, home.idOf(person), text);

describe('R01: what a profile keeps to itself', () => {
  const PRIVATE = [
    'email',
    'stripe_customer_id',
    'stripe_session_id',
    'subscription_type',
    'subscription_started_at',
    'trial_ends_at',
    'onboarding_answers',
    'conversion_triggers',
    'presence_status',
    'last_activity',
    'daily_chat_count',
    'salons_joined',
    'text_size',
  ];

  test.each(PRIVATE)('%s is read from the table by nobody, signed in or out', async (column) => {
    for (const person of PERSONS)
      expect(await tryAs(person, `select ${column} from profiles`), person).toEqual({ outcome: 'denied' });
  });

  test('a whole row is refused, not shortened', async () => {
    expect(await tryAs('member', 'select * from profiles')).toEqual({ outcome: 'denied' });
    expect(await tryAs('member', 'select p from profiles p')).toEqual({ outcome: 'denied' });
  });

  test('one may read one’s own, and nobody’s when signed out', async () => {
    const mine = await tryAs('member', 'select id, email, subscription_type from my_profile()');
    expect(mine).toMatchObject({ rows: [{ id: home.people.member.id, email: home.people.member.email }], count: 1 });
    expect(await tryAs('signed out', 'select id from my_profile()')).toMatchObject({ outcome: 'ran', count: 0 });
  });

  test('a condition on a private column tells nothing either', async () => {
    const guess = `select id from profiles where email = '${home.people.owner.email}'`;
    expect(await tryAs('member', guess)).toEqual({ outcome: 'denied' });
  });
});

describe('R02: what no member sets for herself', () => {
  const RAISES = [
    "subscription_type = 'premium'",
    "trial_ends_at = now() + interval '1 year'",
    "stripe_customer_id = 'cus_mine'",
    'daily_chat_count = 0',
    'daily_profile_views = 0',
    'last_activity_reset = now()',
    'salons_created = 0',
    'salons_joined = 0',
    "app_role = 'admin'",
    "email = 'autre@exemple.fr'",
    "created_at = now() - interval '1 year'",
  ];

  test.each(RAISES)('%s', async (change) => {
    for (const person of ['member', 'admin', 'signed out'] as const)
      expect(await tryAs(person, `update profiles set ${change}`), person).toEqual({ outcome: 'denied' });
  });

  test('her name is hers; another’s is not', async () => {
    const rename = (id: string) => `update profiles set full_name = 'Une autre' where id = '${id}'`;
    expect(await tryAs('member', rename(home.people.member.id))).toMatchObject({ count: 1 });
    expect(await tryAs('member', rename(home.people.owner.id))).toMatchObject({ count: 0 });
  });

  test('what she writes about herself has an end', async () => {
    const endless = `update profiles set interests = array[repeat('x', 5000)]`;
    await expect(tryAs('member', endless)).rejects.toMatchObject({ constraint_name: 'profiles_interests_length' });
  });
});

describe('R04: a salon’s code and the salons that are nobody’s business', () => {
  test('no listing gives a share code, not even of one’s own salon', async () => {
    for (const person of PERSONS)
      expect(await tryAs(person, 'select share_code from salons'), person).toEqual({ outcome: 'denied' });
  });

  test('its members are told the code, and nobody else', async () => {
    for (const person of PERSONS) {
      const told = await tryAs(person, `select salon_share_code('${home.salon}') as code`);
      const isMember = ['owner', 'moderator', 'member', 'unconfirmed'].includes(person);
      expect(told, person).toMatchObject({ rows: [{ code: isMember ? expect.any(String) : null }] });
    }
  });

  test('a private salon answers an outsider like one that does not exist', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000';
    for (const ask of [
      (id: string) => `select id from salons where id = '${id}'`,
      (id: string) => `select id from salons_with_details where id = '${id}'`,
      (id: string) => `select salon_id from join_public_salon('${id}')`,
      (id: string) => `select lock_salon('${id}')`,
      (id: string) => `select user_is_salon_member('${id}')`,
    ]) {
      expect(await tryAs('outsider', ask(home.salon))).toEqual(await tryAs('outsider', ask(nowhere)));
      expect(await tryAs('ex-member', ask(home.salon))).toEqual(await tryAs('ex-member', ask(nowhere)));
    }
  });
});

describe('R09, R10: joining and rank', () => {
  test('nobody writes herself into a salon, as member or as owner', async () => {
    for (const columns of ['salon_id, user_id', 'salon_id, user_id, role']) {
      const role = columns.includes('role') ? ", 'owner'" : '';
      for (const salon of [home.salon, home.open]) {
        const join = `insert into salon_members (${columns}) values ('${salon}', '${home.people.outsider.id}'${role})`;
        expect(await tryAs('outsider', join)).toEqual({ outcome: 'denied' });
      }
    }
  });

  test('an archived salon takes nobody in, by code or from the directory', async () => {
    const [{ code = '' } = {}] = await the.cast.sql<{ code: string }[]>`
      select share_code as code from salons where id = ${home.archived}`;
    const byCode = await tryAs('outsider', `select salon_id from join_salon_via_code('${code}')`);
    const fromList = await tryAs('outsider', `select salon_id from join_public_salon('${home.archived}')`);
    expect([byCode, fromList]).toMatchObject([{ count: 0 }, { count: 0 }]);
  });

  test('signed out, a code opens nothing', async () => {
    const [{ code = '' } = {}] = await the.cast.sql<{ code: string }[]>`
      select share_code as code from salons where id = ${home.open}`;
    const join = tryAs('signed out', `select salon_id from join_salon_via_code('${code}')`);
    await expect(join).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  test.each([
    "role = 'owner'",
    "role = 'moderator'",
    'muted_until = null',
    'joined_at = now()',
    `user_id = auth.uid()`,
    'salon_id = salon_id',
  ])('nobody sets %s', async (change) => {
    for (const person of ['owner', 'moderator', 'member', 'unconfirmed'] as const)
      expect(await tryAs(person, `update salon_members set ${change}`), person).toEqual({ outcome: 'denied' });
  });

  test('of others one reads that they belong, and not where they stopped reading, their bell or a silence', async () => {
    expect(await tryAs('member', 'select user_id, role, joined_at from salon_members')).toMatchObject({
      outcome: 'ran',
    });
    for (const column of ['last_seen_at', 'last_seen_seq', 'notifications_enabled', 'muted_until'])
      for (const person of ['owner', 'moderator', 'member', 'admin'] as const)
        expect(await tryAs(person, `select ${column} from salon_members`), column).toEqual({ outcome: 'denied' });
    for (const person of ['owner', 'member', 'outsider', 'signed out'] as const) {
      const own = await tryAs(person, 'select distinct user_id from my_memberships()');
      const me = home.idOf(person);
      expect(own, person).toMatchObject({ rows: ['owner', 'member'].includes(person) ? [{ userId: me }] : [] });
    }
  });

  test('a reading mark moves forward, by its function, and only one’s own (D41)', async () => {
    for (const change of ['last_seen_seq = 1', 'last_seen_at = now()'])
      expect(await tryAs('member', `update salon_members set ${change}`)).toEqual({ outcome: 'denied' });
    const marks = () => the.cast.sql<{ id: string; seq: number }[]>`
      select user_id as id, last_seen_seq::int as seq from salon_members where salon_id = ${home.salon} order by 1`;
    const move = (who: string, seq: number) =>
      the.database.asViewer(who, (tx) => tx`select move_reading_mark(${home.salon}, ${seq})`);
    const before = await marks();
    const me = home.people.member.id;
    const moved = async () => (await marks()).filter((each, n) => each.seq !== before[n]?.seq);
    for (const who of [home.people.outsider.id, home.people['ex-member'].id]) await move(who, 3);
    expect(await moved()).toEqual([]);
    await move(me, 3);
    for (const seq of [2, 0, -5]) await move(me, seq);
    expect(await moved()).toEqual([{ id: me, seq: 3 }]);
    await move(me, 1_000_000);
    const [{ last = 0 } = {}] = await the.cast.sql<{ last: number }[]>`
      select last_seq::int as last from salons where id = ${home.salon}`;
    expect(await moved()).toEqual([{ id: me, seq: last }]);
  });

  test('an owner does not simply leave (R11)', async () => {
    const leave = `delete from salon_members where salon_id = '${home.salon}'`;
    expect(await tryAs('owner', leave)).toMatchObject({ count: 0 });
    expect(await tryAs('member', leave)).toMatchObject({ count: 1 });
  });

  test('an owner forges neither code, numbers, counts nor another owner (R06)', async () => {
    for (const change of [
      "share_code = 'AAAAAA'",
      'last_seq = 0',
      'member_count = 1000',
      'message_count = 1000',
      'counted_messages = 1000',
      'last_message_at = now()',
      'people_version = 0',
      `owner_id = '${home.people.member.id}'`,
      'created_at = now()',
    ])
      expect(await tryAs('owner', `update salons set ${change}`), change).toEqual({ outcome: 'denied' });
  });
});

describe('identity and system work', () => {
  test.each(['', null])('%j is nobody, and nobody sees no rows', async (identity) => {
    const seen = await the.database.asViewer(identity, async (tx) => {
      const [who] = await tx`select auth.uid() as id, auth.role() as role`;
      return [who, await tx`select id from profiles`, await tx`select id from chat_messages`];
    });
    expect(seen).toEqual([
      { id: null, role: 'anon' },
      expect.objectContaining({ length: 0 }),
      expect.objectContaining({ length: 0 }),
    ]);
  });

  test.each(['garbage', "' or true --", '00000000-0000-4000-8000-00000000000'])(
    'the identity %j reads nothing: the statement fails',
    async (identity) => {
      const reading = the.database.asViewer(identity, (tx) => tx`select id from profiles`);
      expect(await reading.catch(causeOf)).toMatchObject({ code: '22P02' });
    },
  );

  test('an identity that names no member has no salon and no plan', async () => {
    const stranger = '00000000-0000-4000-8000-000000000000';
    expect(await attempt(the.database, stranger, 'select id from my_salons')).toMatchObject({ count: 0 });
    const create = `select create_salon_with_code('Chez moi', '', 'autres', null, '#8B5CF6', 'public', null)`;
    await expect(attempt(the.database, stranger, create)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  test.each([
    'become_member(gen_random_uuid())',
    'count_todays_message(auth.uid())',
    'lock_me()',
    'lock_salon_as_keeper(gen_random_uuid())',
    'random_share_code()',
    'auth.handle_new_user()',
    'number_message()',
  ])('%s is not a member’s to call', async (call) => {
    await expect(
      the.database.asViewer(home.people.owner.id, (tx) => statement(tx, `select ${call}`)),
    ).rejects.toMatchObject(FORBIDDEN);
  });

  test('a member who claims to import is counted and numbered all the same', async () => {
    const { id } = home.people.member;
    const before = await the.cast.sql`select last_seq, message_count from salons where id = ${home.salon}`;
    await the.database.asViewer(id, async (tx) => {
      await tx`select set_config('app.import', 'on', true)`;
      expect(await tx`select is_import() as claimed`).toEqual([{ claimed: false }]);
      await tx`insert into chat_messages (salon_id, user_id, content) values (${home.salon}, ${id}, 'Importé')`;
    });
    const after = await the.cast.sql`select last_seq, message_count from salons where id = ${home.salon}`;
    expect(Number(after[0]?.last_seq)).toBe(Number(before[0]?.last_seq) + 1);
    expect(after[0]?.message_count).toBe(Number(before[0]?.message_count) + 1);
  });
});
