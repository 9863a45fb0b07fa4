/** The functions that the inventory names (F12 to F23, L03): what each does for whom. Pages run the same ones. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { causeOf, type Stage, stage, statement } from '../support/policies';
import { PERSONS, type Person, type Site, site } from '../support/policies-site';

let the: Stage;
let home: Site;
beforeAll(async () => {
  the = await stage();
  home = await site(the);
});
afterAll(() => the.close());

/** What this person reads with one expression, as text; « ✗ »: she has no right to ask; « – »: there is none for her. */
async function read(person: Person, expression: string): Promise<string> {
  try {
    const rows = await the.database.asViewer(home.idOf(person), (tx) =>
      statement(tx, `select (${expression})::text as answer`),
    );
    return rows.length === 0 ? '–' : (rows[0]?.answer ?? '–');
  } catch (error) {
    if (causeOf(error).code === '42501') return '✗';
    throw error;
  }
}
const readers = async (expression: string) => {
  const answers = await Promise.all(PERSONS.map(async (person) => [person, await read(person, expression)] as const));
  return answers.filter(([, answer]) => answer !== '–').map(([person]) => person);
};

const IN_THE_SALON: readonly Person[] = ['owner', 'moderator', 'member', 'unconfirmed'];
const inside = PERSONS.filter((person) => IN_THE_SALON.includes(person));

describe('what is said of a message', () => {
  const said = () => home.messageOf('owner');

  test('is read by whoever sees the message, and by nobody else (R12, R16)', async () => {
    expect(await readers(`select full_name from get_reply_message_info('${home.salon}', ${said()})`)).toEqual(inside);
    expect(await readers(`select reactions from get_message_reactions_summary(${said()})`)).toEqual(inside);
    expect(await readers(`select message_id from get_all_message_reactions_batch(array[${said()}]::bigint[])`)).toEqual(
      inside,
    );
  });

  test('names the answered one with its first words, and none of another salon (F12)', async () => {
    const info = (salon: string, message: number) =>
      read('member', `select row_to_json(i) from get_reply_message_info('${salon}', ${message}) i`);
    expect(JSON.parse(await info(home.salon, said()))).toMatchObject({
      id: said(),
      excerpt: 'Bonjour de owner',
      is_deleted: false,
    });
    expect(await info(home.elsewhere, said())).toBe('–');
    expect(await info(home.salon, home.messageOf('neighbour'))).toBe('–');
  });

  test('is the same one by one, for many at once, and in the view of the page (F15, F16)', async () => {
    const messages = [said(), home.messageOf('member')];
    const batch = JSON.parse(
      await read(
        'member',
        `select json_object_agg(message_id, reactions) from get_all_message_reactions_batch(array[${messages.join()}]::bigint[])`,
      ),
    );
    for (const message of messages) {
      const one = JSON.parse(await read('member', `select reactions from get_message_reactions_summary(${message})`));
      const page = await read('member', `select reactions from chat_messages_with_profiles where id = ${message}`);
      expect([batch[message], JSON.parse(page)]).toEqual([one, one]);
      expect(one).toHaveLength(1);
    }
  });
});

test('a reaction by its other name is the same toggle, and follows the same rights (F13, F14, R17)', async () => {
  const toggle = (person: Person, name: string) => read(person, `${name}(${home.messageOf('owner')}, 'merci')`);
  expect(await toggle('member', 'handle_message_reaction')).toBe('true');
  expect(await toggle('member', 'toggle_message_reaction')).toBe('false');
  for (const person of ['outsider', 'ex-member', 'signed out', 'admin'] as const)
    expect(await toggle(person, 'handle_message_reaction'), person).toBe('–');
  expect(await toggle('unconfirmed', 'handle_message_reaction')).toBe('✗');
});

describe('sessions and presence', () => {
  const hashIn = (cookie: string) =>
    createHash('sha256')
      .update(cookie.slice(cookie.indexOf('=') + 1))
      .digest('hex');
  const alive = async (hash: string) => (await the.cast.sql`select from auth.sessions where id = ${hash}`).length === 1;

  test('one signs oneself out, and nobody else, by whatever hash (F18)', async () => {
    const [mine, other] = [
      hashIn(await the.cast.session(home.people.member)),
      hashIn(await the.cast.session(home.people.owner)),
    ];
    for (const person of ['outsider', 'signed out'] as const) {
      await read(person, `handle_user_signout('${other}')`);
      await read(person, 'handle_user_signout(null)');
    }
    await read('member', `handle_user_signout('${other}')`);
    expect([await alive(mine), await alive(other)]).toEqual([true, true]);
    await read('member', `handle_user_signout('${mine}')`);
    expect([await alive(mine), await alive(other)]).toEqual([false, true]);
    await read('owner', 'handle_user_signout(null)');
    expect(await alive(other)).toBe(false);
  });

  test('an act and a chosen state are the asker’s own (F20, F21)', async () => {
    const hash = hashIn(await the.cast.session(home.people.member));
    const stored = async () =>
      (
        await the.cast.sql`
          select is_manual_status as manual, last_activity is not null as acted
          from profiles where id = ${home.people.member.id}`
      )[0];
    await the.cast.sql`update profiles set last_activity = null where id = ${home.people.member.id}`;
    for (const person of ['outsider', 'owner', 'signed out'] as const) {
      expect(await read(person, `select rpc_update_activity('${hash}')`), person).toBe('–');
      await read(person, `select rpc_set_manual_status('busy', null)`);
    }
    expect(await stored()).toEqual({ manual: false, acted: false });
    await read('member', `select rpc_update_activity('${hash}')`);
    expect(await read('member', `select rpc_set_manual_status('busy', null)`)).toBe(home.salon);
    expect(await stored()).toEqual({ manual: true, acted: true });
  });

  test.each([
    'check_inactive_users()',
    'rpc_check_inactive_users()',
    `update_user_activity('00000000-0000-4000-8000-000000000000', 'x')`,
    `handle_user_signin('00000000-0000-4000-8000-000000000000', 'x', true, true, 1)`,
    `update_message_count('00000000-0000-4000-8000-000000000000', 1, 1, null)`,
  ])('%s is called by no member (F03, F17, F22)', async (call) => {
    for (const person of PERSONS) expect(await read(person, `select 1 from ${call}`), person).toBe('✗');
  });

  test('the sweep by its two names gives the same (F22, F23)', async () => {
    for (const name of ['check_inactive_users', 'rpc_check_inactive_users'])
      expect(await the.database.systemStatement((tx) => statement(tx, `select * from ${name}()`))).toHaveLength(1);
  });
});
