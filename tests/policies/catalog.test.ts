/** Laws of the schema that no statement can show: read from PostgreSQL's own catalog (architecture 2, reliability 2). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Stage, stage } from '../support/policies';
import { asking, ours } from '../support/policies-catalog';

let the: Stage;
const words = asking(() => the.owner);
beforeAll(async () => {
  the = await stage();
});
afterAll(() => the.close());

/** The migrations' own ledger: written by the owner alone, granted to nobody. */
const LEDGER = 'public.schemaversion';

describe('every table', () => {
  test('has row security enabled and forced, and at least one policy', async () => {
    expect(
      await words`
        select name
        from (${ours(the.owner)}) c
        where relkind in ('r', 'p')
          and name <> ${LEDGER}
          and not (relrowsecurity and relforcerowsecurity and exists (select from pg_policy where polrelid = c.oid))`,
    ).toEqual([]);
  });

  test('the list of migrations is shut by row security too, and open to its owner alone (found 2b, 13)', async () => {
    const [ledger] = await the.owner`
      select relrowsecurity as secured, coalesce(array_length(relacl, 1), 0) - (relacl is not null)::int as granted
      from pg_class where oid = ${LEDGER}::regclass`;
    expect(ledger).toEqual({ secured: true, granted: 0 });
  });

  test('has policies that name a role: none speaks for everybody', async () => {
    expect(await words`select polrelid::regclass || ' ' || polname from pg_policy where 0 = any(polroles)`).toEqual([]);
  });

  test('says of every foreign key what becomes of the row, and can look it up', async () => {
    // The answered message alone finds its answers; the salon beside it is there for F12.
    const lookedUpByPart = ['chat_messages_reply_to_id_fkey'];
    const faults = await the.owner<{ conname: string; silent: boolean }[]>`
      select conname, confdeltype = 'a' as silent
      from pg_constraint c
      where contype = 'f'
        and (
          confdeltype = 'a'
          or not exists (
            select
            from pg_index i
            where i.indrelid = c.conrelid
              and (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(c.conkey)] <@ c.conkey
              and (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(c.conkey)] @> c.conkey
          )
        )`;
    expect(faults.filter(({ silent, conname }) => silent || !lookedUpByPart.includes(conname))).toEqual([]);
    expect(await words`select indexname from pg_indexes where indexdef like '%chat_messages % (reply_to_id)%'`).toEqual(
      ['idx_chat_messages_reply_to_id'],
    );
  });

  test('bounds every text', async () => {
    const unbounded = {
      'auth.users.password_hash': 'made by the hasher; nobody but the system role reaches it',
      'auth.tokens.email': 'an address that stands, or will stand, in auth.users; system role only',
      'public.profiles.email': 'copied from auth.users by a trigger, bounded there; no member may write it',
    };
    expect(
      await words`
        select c.name || '.' || a.attname
        from (${ours(the.owner)}) c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        join pg_type t on t.oid = a.atttypid
        where relkind in ('r', 'p')
          and name <> ${LEDGER}
          and (t.typcategory = 'S' or (t.typcategory = 'A' and t.typname in ('_text', '_varchar', '_citext')))
          and a.atttypmod = -1
          and not exists (
            select
            from pg_constraint k
            where k.conrelid = c.oid
              and k.contype = 'c'
              and a.attnum = any(k.conkey)
              and pg_get_constraintdef(k.oid) ~ ('(length\\(\\(?' || a.attname || '\\M|\\(\\(?' || a.attname || '(\\)::text)? (= ANY|~))')
          )
          -- A table whose numbers move all the time checks its words where they are written.
          and not exists (
            select
            from pg_trigger g
            join pg_proc f on f.oid = g.tgfoid
            where g.tgrelid = c.oid
              and a.attnum = any(g.tgattr::int2[])
              and f.prosrc ~ 'check_violation'
              and f.prosrc ~ ('length\\(new\\.' || a.attname || '\\)|new\\.' || a.attname || ' (in|~) ')
          )`,
    ).toEqual(Object.keys(unbounded).sort());
  });
});

test('every view shows what its reader may see', async () => {
  expect(
    await words`
      select name
      from (${ours(the.owner)}) c
      where relkind in ('v', 'm') and coalesce(reloptions::text, '') !~ 'security_invoker=(true|on|1)'`,
  ).toEqual([]);
});
