/** The earlier system's access faults, continued: what is said in a salon (R12 to R17). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Attempt, attempt, type Stage, stage } from '../support/policies';
import { type Person, type Site, site } from '../support/policies-site';

let the: Stage;
let home: Site;
beforeAll(async () => {
  the = await stage();
  home = await site(the);
});
afterAll(() => the.close());

const tryAs = (person: Person, text: string) => attempt(the.database, home.idOf(person), text);
const nothing = (tried: Attempt) => (tried.outcome === 'ran' ? tried.count === 0 : true);
const STOPPED = { outcome: 'stopped' };
const DENIED = { outcome: 'denied' };

describe('R13: posting', () => {
  const words = (salon: string, author: string | null) =>
    `insert into chat_messages (salon_id, user_id, content) values ('${salon}', ${author ? `'${author}'` : null}, 'Bonjour')`;

  test('only where one is a member: not next door, not in a public salon, not any more', async () => {
    for (const person of ['outsider', 'ex-member', 'signed out', 'admin'] as const) {
      for (const salon of [home.salon, home.elsewhere, home.open])
        expect(await tryAs(person, words(salon, home.idOf(person))), person).toEqual(STOPPED);
    }
    expect(await tryAs('member', words(home.elsewhere, home.people.member.id))).toEqual(STOPPED);
  });

  test('only as oneself, nor as nobody', async () => {
    expect(await tryAs('member', words(home.salon, home.people.owner.id))).toEqual(STOPPED);
    expect(await tryAs('owner', words(home.salon, home.people.member.id))).toEqual(STOPPED);
    expect(await tryAs('member', words(home.salon, null))).toEqual(STOPPED);
  });

  test('not in an archived salon (D35), not unconfirmed (A05)', async () => {
    expect(await tryAs('owner', words(home.archived, home.people.owner.id))).toEqual(STOPPED);
    expect(await tryAs('unconfirmed', words(home.salon, home.people.unconfirmed.id))).toEqual(STOPPED);
    expect(await tryAs('member', words(home.salon, home.people.member.id))).toMatchObject({ count: 1 });
  });

  test('not while muted; after it, again', async () => {
    const { id } = home.people.moderator;
    const mute = (until: string) => the.cast.sql`update salon_members set muted_until = ${until} where user_id = ${id}`;
    await mute('2099-01-01');
    expect(await tryAs('moderator', words(home.salon, id))).toEqual(STOPPED);
    expect(await tryAs('moderator', `update chat_messages set content = 'Encore moi'`)).toMatchObject({ count: 0 });
    expect(await tryAs('moderator', react(home.messageOf('owner'), id, 'merci'))).toEqual(STOPPED);
    await mute('2020-01-01');
    expect(await tryAs('moderator', words(home.salon, id))).toMatchObject({ count: 1 });
  });

  test.each([
    ['seq', '1000'],
    ['changed_seq', '1000'],
    ['created_at', "'2020-01-01'"],
    ['edited_at', 'now()'],
    ['is_deleted', 'true'],
    ['deleted_at', 'now()'],
    ['id', '1'],
  ])('%s is not the author’s to give', async (column, value) => {
    const { id } = home.people.member;
    const forged = `insert into chat_messages (salon_id, user_id, content, ${column}) values ('${home.salon}', '${id}', 'x', ${value})`;
    expect(await tryAs('member', forged)).toEqual(DENIED);
    expect(await tryAs('member', `update chat_messages set ${column} = ${value}`)).toEqual(DENIED);
  });

  test('an answer to another salon’s message is refused by its key (F12)', async () => {
    const { id } = home.people.member;
    const answer = `insert into chat_messages (salon_id, user_id, content, reply_to_id) values ('${home.salon}', '${id}', 'Si', ${home.messageOf('neighbour')})`;
    await expect(tryAs('member', answer)).rejects.toMatchObject({ constraint_name: 'chat_messages_reply_to_id_fkey' });
  });
});

describe('R14: correcting', () => {
  const edit = (id: number) => `update chat_messages set content = 'Autrement' where id = ${id}`;

  test('one’s own; a moderator and an admin do not put words into anybody’s mouth', async () => {
    expect(await tryAs('member', edit(home.messageOf('member')))).toMatchObject({ count: 1 });
    for (const person of ['owner', 'moderator', 'outsider', 'ex-member', 'admin', 'signed out'] as const)
      expect(await tryAs(person, edit(home.messageOf('member'))), person).toMatchObject({ count: 0 });
    expect(await tryAs('ex-member', edit(home.messageOf('ex-member')))).toMatchObject({ count: 0 });
  });

  test('a message stays in its salon and with its author', async () => {
    for (const change of [
      `salon_id = '${home.archived}'`,
      `user_id = '${home.people.owner.id}'`,
      'user_id = null',
      'reply_to_id = null',
      "client_key = 'x'",
    ])
      expect(await tryAs('member', `update chat_messages set ${change}`), change).toEqual(DENIED);
  });

  test('for a quarter of an hour, and it shows that it was', async () => {
    const id = home.messageOf('member');
    const age = (minutes: number) => the.cast.sql`
      update chat_messages set created_at = now() - make_interval(mins => ${minutes}) where id = ${id}`;
    await age(14);
    const edited = await tryAs('member', `${edit(id)} returning edited_at is not null as marked`);
    expect(edited).toMatchObject({ rows: [{ marked: true }] });
    await age(16);
    expect(await tryAs('member', edit(id))).toMatchObject({ count: 0 });
    await age(0);
  });

  test('not in a salon closed meanwhile', async () => {
    await the.cast.sql`update salons set is_active = false where id = ${home.salon}`;
    expect(await tryAs('member', edit(home.messageOf('member')))).toMatchObject({ count: 0 });
    await the.cast.sql`update salons set is_active = true where id = ${home.salon}`;
  });
});

describe('R15: deleting', () => {
  const asked = (id: number) => `select delete_message(${id}) as deleted`;

  test('is never a DELETE, and never by hand', async () => {
    for (const person of ['owner', 'member', 'admin'] as const) {
      expect(await tryAs(person, 'delete from chat_messages')).toEqual(DENIED);
      expect(await tryAs(person, 'update chat_messages set is_deleted = true')).toEqual(DENIED);
    }
  });

  test.each([
    ['member', true],
    ['owner', true],
    ['moderator', true],
    ['unconfirmed', false],
    ['outsider', false],
    ['ex-member', false],
    ['admin', false],
    ['signed out', false],
  ] as const)('%s deletes a member’s message: %s', async (person, deleted) => {
    expect(await tryAs(person, asked(home.messageOf('member')))).toMatchObject({ rows: [{ deleted }] });
  });

  test('one who has left no longer reaches her own (the salon is not hers)', async () => {
    expect(await tryAs('ex-member', asked(home.messageOf('ex-member')))).toMatchObject({ rows: [{ deleted: false }] });
  });

  test('takes the words and the reactions away, from table and view', async () => {
    const { id: author } = home.people.neighbour;
    const [said] = await the.cast.sql<{ id: string }[]>`
      insert into chat_messages (salon_id, user_id, content) values (${home.open}, ${author}, 'À effacer') returning id`;
    const id = Number(said?.id);
    await the.cast.sql`insert into message_reactions (message_id, user_id, emoji) values (${id}, ${author}, 'coeur')`;
    const seen = await the.database.asViewer(author, async (tx) => {
      await tx`select delete_message(${id})`;
      return tx`
        select m.content, m.deleted_at is not null as dated, v.content as shown, v.reactions
        from chat_messages m
        join chat_messages_with_profiles v on v.id = m.id
        where m.id = ${id}`;
    });
    expect(seen).toEqual([{ content: '', dated: true, shown: '', reactions: null }]);
    const edit = `update chat_messages set content = 'Si' where id = ${id}`;
    expect(await attempt(the.database, author, edit)).toMatchObject({ count: 0 });
    expect(await attempt(the.database, author, react(id, author, 'merci'))).toEqual(STOPPED);
  });
});

describe('R16, R17: reactions', () => {
  test('of another salon are not seen, nor counted', async () => {
    const look = `select id from message_reactions where message_id = ${home.messageOf('neighbour')}`;
    for (const person of ['member', 'owner', 'outsider', 'ex-member', 'admin', 'signed out'] as const)
      expect(nothing(await tryAs(person, look)), person).toBe(true);
  });

  test('go to messages one may answer: not next door, not on what is gone, not as somebody else', async () => {
    const { id } = home.people.member;
    expect(await tryAs('member', react(home.messageOf('neighbour'), id, 'coeur'))).toEqual(STOPPED);
    expect(await tryAs('outsider', react(home.messageOf('member'), home.people.outsider.id, 'coeur'))).toEqual(STOPPED);
    expect(await tryAs('unconfirmed', react(home.messageOf('member'), home.people.unconfirmed.id, 'merci'))).toEqual(
      STOPPED,
    );
    expect(await tryAs('member', react(home.messageOf('owner'), home.people.owner.id, 'merci'))).toEqual(STOPPED);
  });

  test('come from the list: no string of one’s own, by hand or by the toggle', async () => {
    const { id } = home.people.member;
    const known = { constraint_name: 'message_reactions_emoji_known' };
    for (const emoji of ['😈', '', 'Coeur', '<b>'.repeat(100)]) {
      await expect(tryAs('member', react(home.messageOf('owner'), id, emoji))).rejects.toMatchObject(known);
      const toggle = `select toggle_message_reaction(${home.messageOf('owner')}, '${emoji}')`;
      await expect(tryAs('member', toggle)).rejects.toMatchObject(known);
    }
  });

  test('are never changed, and another’s is never taken away', async () => {
    expect(await tryAs('member', "update message_reactions set emoji = 'triste'")).toEqual(DENIED);
    const others = `delete from message_reactions where user_id <> '${home.people.member.id}'`;
    expect(await tryAs('member', others)).toMatchObject({ count: 0 });
  });

  test('the toggle answers null for what one may not see', async () => {
    for (const person of ['outsider', 'ex-member', 'admin', 'signed out'] as const) {
      const toggle = await tryAs(
        person,
        `select toggle_message_reaction(${home.messageOf('member')}, 'bravo') as stands`,
      );
      expect(toggle, person).toMatchObject({ rows: [{ stands: null }] });
    }
  });
});

function react(message: number, user: string, emoji: string): string {
  return `insert into message_reactions (message_id, user_id, emoji) values (${message}, '${user}', '${emoji}')`;
}
