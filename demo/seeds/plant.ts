/** Seeds and cleans (X04–X07), each in one transaction; members who live on the site are never touched. */
import { hash } from '@node-rs/argon2';
import type postgres from 'postgres';
import { loadCourses } from '~/courses/files/load';
import { DEMO_PASSWORD } from '~/http/demo-accounts';
import { connect } from '../../db/connect';
import { fill } from '../fill';
import { fillLearning } from '../fill-learning';
import type { Seed } from './seeds';

/** Nothing was changed, for this reason. */
export class SeedFault extends Error {
  override readonly name = 'SeedFault';
}

/** @returns how many members and messages there are now because of it; null: it was there already */
export async function plant(url: string, seed: Seed, now: Date): Promise<{ members: number; messages: number } | null> {
  const { comforts = [], ...data } = seed.data(now);
  const sql = connect(url);
  try {
    const present = await asSystem(sql, (tx) => presentOf(tx, data));
    if (present === data.members.length) return null;
    if (present > 0) throw new SeedFault(`Il reste une partie de ces essais (${seed.title}) : nettoyez-les d’abord.`);
    await fill(sql, data, { now, passwordHash: await hash(DEMO_PASSWORD, { memoryCost: 19_456, timeCost: 2 }) });
    await asSystem(sql, async (tx) => {
      for (const { id, textSize, theme } of comforts)
        await tx`update public.profiles set text_size = ${textSize}, theme = ${theme} where id = ${id}`;
    });
    if (seed.learns) {
      await loadCourses(url);
      await fillLearning(
        sql,
        now,
        data.members.map(({ id }) => id),
      );
    }
    return { members: data.members.length, messages: data.messages.length };
  } finally {
    await sql.end();
  }
}

/** The owner of the schema sees no row: row security is forced. */
async function asSystem<T>(sql: postgres.Sql, work: (tx: Tx) => Promise<T>): Promise<T> {
  let value: { readonly got: T } | undefined;
  await sql.begin(async (tx) => {
    await tx`set local role aurora_system`;
    await tx`select set_config('app.import', 'on', true)`;
    value = { got: await work(tx) };
  });
  if (!value) throw new Error('the transaction did not end');
  return value.got;
}

type Tx = postgres.TransactionSql;
type Rows = ReturnType<Seed['data']>;

/** @throws SeedFault one of the addresses or share codes is somebody else's */
async function presentOf(sql: Tx, { members, salons }: Rows): Promise<number> {
  const ids = members.map(({ id }) => id);
  const [taken] = await sql<{ email: string }[]>`
    select email::text from auth.users
    where email = any(${members.map(({ email }) => email)}::citext[]) and id <> all(${ids}::uuid[])
    limit 1`;
  if (taken) throw new SeedFault(`L’adresse ${taken.email} est déjà celle d’un compte : rien n’a été ajouté.`);
  const [code] = await sql<{ name: string }[]>`
    select name from public.salons
    where share_code = any(${salons.map(({ shareCode }) => shareCode)}) and id <> all(${salons.map(({ id }) => id)}::uuid[])
    limit 1`;
  if (code) throw new SeedFault(`Le code de partage d’un salon d’essai est pris par « ${code.name} ».`);
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from auth.users where id = any(${ids}::uuid[])`;
  return row?.count ?? 0;
}

/**
 * Removes what `plant` made, and what its members have done since.
 * @param force also salons in which members who are no essays have written
 * @returns how many members went
 */
export async function clean(url: string, seed: Seed, { force }: { readonly force: boolean }): Promise<number> {
  const { members, salons } = seed.data(new Date());
  const ids = members.map(({ id }) => id);
  const rooms = salons.map(({ id }) => id);
  const sql = connect(url);
  try {
    return await asSystem(sql, async (tx) => {
      // In the order of their ids, as every erasure locks them (D33).
      await tx`
        select from public.salons
        where id = any(${rooms}::uuid[]) or owner_id = any(${ids}::uuid[])
        order by id
        for update`;
      if (!force) await refuseOthersWords(tx, ids);
      return erase(tx, ids);
    });
  } finally {
    await sql.end();
  }
}

async function refuseOthersWords(tx: Tx, ids: readonly string[]): Promise<void> {
  const [other] = await tx<{ name: string }[]>`
    select s.name
    from public.salons s
    join public.chat_messages m on m.salon_id = s.id
    where s.owner_id = any(${[...ids]}::uuid[]) and m.user_id <> all(${[...ids]}::uuid[])
    limit 1`;
  if (!other) return;
  throw new SeedFault(
    `Des membres qui ne sont pas des essais ont écrit dans « ${other.name} » : rien n’a été retiré. Avec --force, leurs messages partent aussi.`,
  );
}

/** Whoever refers to a row goes before it; what is not named here goes with its account by its foreign key. */
async function erase(tx: Tx, ids: readonly string[]): Promise<number> {
  const theirs = tx`any(${[...ids]}::uuid[])`;
  const emails = tx`(select email from auth.users where id = ${theirs})`;
  await tx`delete from public.salons where owner_id = ${theirs}`;
  await tx`
    with gone as (delete from public.chat_messages where user_id = ${theirs} returning salon_id)
    update public.salons s
    set message_count = (
      select count(*) from public.chat_messages m
      where m.salon_id = s.id and not m.is_deleted and m.user_id <> all(${[...ids]}::uuid[])
    )
    where s.id in (select salon_id from gone)`;
  await tx`
    with gone as (delete from public.salon_members where user_id = ${theirs} returning salon_id)
    update public.salons s
    set member_count = s.member_count - (select count(*) from gone g where g.salon_id = s.id)
    where s.id in (select salon_id from gone)`;
  await tx`delete from public.pictures where user_id = ${theirs}`;
  await tx`delete from public.outbox where user_id = ${theirs} or email in ${emails} or sent_to in ${emails}`;
  await tx`delete from auth.waits where email in ${emails}`;
  await tx`delete from auth.tokens where email in ${emails}`;
  const addresses = await tx<{ email: string }[]>`
    select email::text from auth.users where id = ${theirs}`;
  const { count } = await tx`delete from auth.users where id = ${theirs}`;
  // The account's end asks the provider of letters to forget the address: nobody has told it of these.
  await tx`delete from public.mail_list_wishes where email = any(${addresses.map(({ email }) => email)}::citext[])`;
  return count;
}
