/** G11, P02: what is stored of a person is exported and erased by the domain that stores it; no table is forgotten. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Tx } from '~/db';
import type { Person, PersonalData } from '~/personal-data';
import { eraseAll, exportAll, HOLDERS } from '~/privacy/holders';
import { collected } from '~/privacy/rules/brought';
import { REGISTER } from '~/privacy/rules/register';
import { memberWithEverything as withEverything } from '../support/everything';
import { type Stage, stage } from '../support/policies';
import { ours } from '../support/policies-catalog';

let the: Stage;
beforeAll(async () => {
  the = await stage();
});
afterAll(() => the.close());

async function exported(tx: Tx, her: Person): Promise<PersonalData> {
  const parts: PersonalData[] = [];
  for await (const { name, rows } of exportAll((work) => work(tx), her))
    parts.push({ [name]: await collected(rows()) });
  return Object.assign({}, ...parts);
}

const memberWithEverything = () => withEverything(the.cast);
const exportOf = (her: Person) => the.database.asSystem((tx) => exported(tx, her));
const erase = (her: Person, messages = false) =>
  the.database.asSystem((tx) => eraseAll(tx, her, { messages, certificates: false }));

/** Columns that say whose a row is: a key to an account or profile, or a name that says so. */
async function personColumns(): Promise<ReadonlyMap<string, readonly { column: string; isId: boolean }[]>> {
  const rows = await the.owner<{ name: string; column: string; isid: boolean }[]>`
    select c.name, a.attname as column, a.atttypid = 'uuid'::regtype as isid
    from (${ours(the.owner)}) c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p')
      and a.attgenerated = ''
      and (
        a.attname ~ '^(member|.*user_id|.*email|sent_to|subject)$'
        or (c.name = 'auth.users' and a.attname = 'id')
        or exists (
          select
          from pg_constraint k
          where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey)
            and k.confrelid in ('auth.users'::regclass, 'public.profiles'::regclass)
        )
      )
    order by c.name, a.attnum`;
  const tables = new Map<string, { column: string; isId: boolean }[]>();
  for (const { name, column, isid } of rows) {
    tables.set(name, [...(tables.get(name) ?? []), { column, isId: isid }]);
  }
  return tables;
}

/** How many rows of each table name her. */
async function rowsOf(her: Person): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const [table, columns] of await personColumns()) {
    if (table in NOBODY) continue;
    const hers = columns.map(({ column, isId }) => (isId ? `${column} = $1::uuid` : `${column}::text = $2::text`));
    const [row] = await the.cast.sql.unsafe(
      `select count(*)::int as n from ${table} where ($1::uuid is null or $2::text is null or ${hers.join(' or ')})`,
      [her.id, her.email],
    );
    counts[table] = row?.n ?? 0;
  }
  return counts;
}

/** Rows that may name her afterwards, with the reason. */
const STAYS: Readonly<Record<string, string>> = {
  'public.mail_stops': 'a complaint stays known, or we would write there again',
  'public.mail_list_wishes': 'the wish that the provider forgets her, until its job has carried it out',
};

/** Tables with a column that is no person of ours. */
const NOBODY: Readonly<Record<string, string>> = {
  'public.erasure_receipts': 'names an account that is gone, for as long as a backup may hold its rows',
};

/** Tables whose rows are told in the tables that they came from. */
const TOLD_WITHIN = ['public.brought_rows'];

describe('every table that names a person', () => {
  test('is named by a personal-data file, or stands here with the reason', async () => {
    const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) =>
      /^[^/\\]+[/\\]personal-data\.ts$/.test(file),
    );
    const words = files.map((file) => readFileSync(`app/${file}`, 'utf8')).join('\n');
    const forgotten = [...(await personColumns()).keys()].filter(
      (table) => !words.includes(`'${table}'`) && !(table in NOBODY) && !TOLD_WITHIN.includes(table),
    );
    expect(forgotten).toEqual([]);
  });

  test('stands in one line of the register of processing (P05)', async () => {
    const lines = REGISTER.flatMap(({ tables }) => tables);
    expect(lines).toEqual([...new Set(lines)]);
    expect([...(await personColumns()).keys()].filter((table) => !lines.includes(table))).toEqual([]);
  });

  test('every domain that has such a file takes part', () => {
    const folders = readdirSync('app', { recursive: true, encoding: 'utf8' })
      .filter((file) => /^[^/\\]+[/\\]personal-data\.ts$/.test(file))
      .map((file) => file.split(/[/\\]/)[0]);
    expect(folders.sort()).toEqual(Object.keys(HOLDERS).sort());
  });
});

describe('a member with something in every table', () => {
  // Whoever is left of the test before is none of the team, which would own what is left (D33).
  beforeEach(() => the.cast.sql`update profiles set app_role = 'member' where app_role = 'admin'`);

  test('finds all of it in her export, and nobody else’s words, and no secret', async () => {
    const { her } = await memberWithEverything();
    const there = await rowsOf(her);
    const nothing = (counts: Readonly<Record<string, number>>) => Object.keys(counts).filter((table) => !counts[table]);
    // A table that stands here is new: `memberWithEverything` puts something into it.
    expect(nothing(there)).toEqual([]);
    const data = await exportOf(her);
    const empty = Object.keys(there).filter((table) => !data[table]?.length && !TOLD_WITHIN.includes(table));
    expect(empty).toEqual([]);
    const text = JSON.stringify(data);
    expect(text).toContain('Mes mots à moi');
    expect(text).toContain('Ma note');
    expect(text).toContain('Apporté d’ailleurs');
    expect(text).not.toMatch(/Monique|password|"hash"|_hash/);
  });

  test('leaves no row after her erasure but those with a reason', async () => {
    const { her, own, alone, other } = await memberWithEverything();
    await erase(her);
    const left = Object.entries(await rowsOf(her)).filter(([, count]) => count > 0);
    expect(left.map(([table]) => table).sort()).toEqual(Object.keys(STAYS).sort());
    const { sql } = the.cast;
    expect(await sql`select list, wanted from mail_list_wishes where email = ${her.email}`).toEqual([
      { list: 'contact', wanted: false },
    ]);
    // What she owned with others goes on under one of them (D33); what was hers alone is gone.
    expect(await sql`select id, owner_id from salons where id in (${own.id}, ${alone.id})`).toEqual([
      { id: own.id, owner_id: other.id },
    ]);
    expect(await sql`select role from salon_members where salon_id = ${own.id}`).toEqual([{ role: 'owner' }]);
    expect(await sql`select salons_created, salons_joined from profiles where id = ${other.id}`).toEqual([
      { salons_created: 2, salons_joined: 0 },
    ]);
    expect(await sql`select member_count from salons where id = ${own.id}`).toEqual([{ member_count: 1 }]);
  });

  test('leaves her salons to the oldest moderator whose account is open, else to the team, else to the oldest member (D33)', async () => {
    const { sql } = the.cast;
    const [her, closed, moderator, member] = [
      await the.cast.member('Partante'),
      await the.cast.member('Suspendue'),
      await the.cast.member('Modératrice'),
      await the.cast.member('Ancienne'),
    ];
    await sql`insert into auth.suspensions (user_id, reason) values (${closed.id}, 'Une raison')`;
    const salonOf = async (...members: readonly (readonly [{ id: string }, string])[]) => {
      const { id } = await the.cast.salon(her);
      for (const [one, role] of members)
        await sql`insert into salon_members (salon_id, user_id, role) values (${id}, ${one.id}, ${role})`;
      return id;
    };
    const [kept, plain, empty] = [
      await salonOf([member, 'member'], [closed, 'moderator'], [moderator, 'moderator']),
      await salonOf([closed, 'moderator'], [member, 'member']),
      await salonOf(),
    ];
    const heirs = (leaving: string) =>
      sql`select heir_of(s.id, ${leaving}) as heir from unnest(${[kept, plain, empty]}::uuid[]) with ordinality s (id, nth) order by nth`.then(
        (rows) => rows.map(({ heir }) => heir),
      );
    expect(await heirs(her.id)).toEqual([moderator.id, member.id, null]);
    const admin = await the.cast.member('Équipe', { role: 'admin' });
    try {
      expect(await heirs(her.id)).toEqual([moderator.id, admin.id, null]);
      await erase(her);
      const owners = await sql`
        select s.id, s.owner_id, m.user_id as member, s.member_count
        from salons s join salon_members m on m.salon_id = s.id and m.role = 'owner'
        where s.id in (${kept}, ${plain}, ${empty})`;
      expect(new Map(owners.map((row) => [row.id, [row.owner_id, row.member, row.member_count]]))).toEqual(
        new Map([
          [kept, [moderator.id, moderator.id, 3]],
          [plain, [admin.id, admin.id, 3]],
        ]),
      );
      const told =
        await sql`select salon_id from notices where user_id in (${moderator.id}, ${admin.id}) and kind = 'salon'`;
      expect(told.map((row) => row.salon_id).sort()).toEqual([kept, plain].sort());
    } finally {
      await sql`update profiles set app_role = 'member' where id = ${admin.id}`;
    }
  });

  test.each([
    { leaves: false, content: '', deleted: true },
    { leaves: true, content: 'Mes mots à moi', deleted: false },
  ])('whose messages keep their place as « Ancien membre » (leaves them: $leaves)', async (wanted) => {
    const { her, message, answer, shared } = await memberWithEverything();
    const before = await seqOf(shared.id);
    await erase(her, wanted.leaves);
    const rows = await the.cast.sql`
      select id::int, full_name, content, is_deleted, reply_full_name, reactions, changed_seq > ${before} as told
      from chat_messages_with_profiles
      where id in (${message}, ${answer})
      order by id`;
    expect(rows).toMatchObject([
      { full_name: 'Ancien membre', content: wanted.content, is_deleted: wanted.deleted, told: true },
      {
        content: 'Les mots de Monique',
        is_deleted: false,
        reply_full_name: 'Ancien membre',
        reactions: null,
        told: true,
      },
    ]);
    expect(rows[0]?.reactions === null).toBe(!wanted.leaves);
  });

  test('is erased beside another who has spoken in the same salons, and a third one’s rows stay', async () => {
    const [one, two] = [await memberWithEverything(), await memberWithEverything()];
    // Each has come to the two salons in another order: without an order of locks they would wait for each other.
    await spoken(one.her, one.shared.id);
    await spoken(two.her, two.shared.id);
    await spoken(one.her, two.shared.id);
    await spoken(two.her, one.shared.id);
    const neighbour = await rowsOf(one.other);
    await Promise.all([erase(one.her), erase(two.her, true)]);
    // Who takes a salon over is told so (D33).
    await the.cast.sql`delete from notices where key like 'heir:%'`;
    const after = await rowsOf(one.other);
    const lost = Object.keys(neighbour).filter((table) => (after[table] ?? 0) < (neighbour[table] ?? 0));
    // Lines about the one who left go with her, as does a reaction with the words that it was for.
    // And what was told of words that are gone.
    const between = [
      'public.blocks',
      'public.dismissed_suggestions',
      'public.moderation_decisions',
      'public.notices',
      'public.profile_views',
      'public.reports',
      'public.salon_bans',
      'public.salon_invitations',
      'public.salon_requests',
    ];
    expect(lost.sort()).toEqual(['public.audit_log', 'public.message_reactions', ...between].sort());
  });
});

async function spoken(member: Person, salon: string): Promise<void> {
  await the.cast.sql`
    insert into chat_messages (salon_id, user_id, content)
    select ${salon}, ${member.id}, 'Bonsoir' from generate_series(1, 400)`;
}

async function seqOf(salon: string): Promise<number> {
  const [row] = await the.cast.sql<{ seq: number }[]>`select last_seq::int as seq from salons where id = ${salon}`;
  return row?.seq ?? 0;
}
