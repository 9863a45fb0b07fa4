/** A site to measure: a real database on a real disk, the demonstration in it, and enough members to fill an evening. */
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { startEmbedded } from '../../db/embedded';
import { migrate, prepareRoles } from '../../db/migrate';
import { projectRoot } from '../../db/project-root';
import { prepareDemo } from '../../demo/prepare';

/** The busy salon's members. */
const MEMBERS = 50;
const MESSAGES = 1_000;
/** Members of the quiet salons, for open streams by the thousand: ten a member. */
const QUIET_SALONS = 25;
const QUIET_MEMBERS = 42;

export type Guest = { readonly id: string; readonly name: string; readonly cookie: string; readonly salonId: string };
export type BenchHouse = {
  readonly url: string;
  /** As the system role. */
  readonly sql: postgres.Sql;
  /** Also sees the peers' tables. */
  readonly owner: postgres.Sql;
  readonly postgresVersion: string;
  readonly salonId: string;
  readonly members: readonly Guest[];
  readonly quiet: readonly Guest[];
  readonly close: () => Promise<void>;
};

export async function openSite(): Promise<BenchHouse> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'aurora50-bench-'));
  // Started by root, the database runs as somebody who must reach it.
  chmodSync(dataDir, 0o755);
  const embedded = await startEmbedded({ dataDir });
  const clear = () => embedded.stop().finally(() => rmSync(dataDir, { recursive: true, force: true }));
  try {
    await prepareRoles(embedded.url);
    await migrate(embedded.url);
    await prepareDemo(embedded.url);
    const sql = postgres(embedded.url, { max: 4, onnotice: () => {}, connection: { role: 'aurora_system' } });
    const [members, ...quiet] = [
      await furnish(sql, MEMBERS),
      ...(await Promise.all(Array.from({ length: QUIET_SALONS }, () => furnish(sql, QUIET_MEMBERS)))),
    ];
    const salonId = members[0]?.salonId ?? '';
    await fill(sql, salonId, MESSAGES);
    for (const [first] of quiet) await fill(sql, first?.salonId ?? '', 1);
    const owner = postgres(embedded.url, { max: 1, onnotice: () => {} });
    await copyForPeers(owner);
    const [version] = await sql<{ version: string }[]>`select current_setting('server_version') as version`;
    const close = async () => {
      await Promise.all([sql.end(), owner.end()]);
      await clear();
    };
    return {
      url: embedded.url,
      sql,
      owner,
      postgresVersion: version?.version ?? '',
      salonId,
      members,
      quiet: quiet.flat(),
      close,
    };
  } catch (error) {
    await clear();
    throw error;
  }
}

/** The peers' tables, and the statistics that autovacuum has made a minute later; only the owner may. */
async function copyForPeers(owner: postgres.Sql): Promise<void> {
  await owner.file(path.join(projectRoot(), 'tests/bench/peers/schema.sql'));
}

/** A salon and its premium members with a session each, the first of them its owner. */
async function furnish(sql: postgres.Sql, count: number): Promise<Guest[]> {
  const sign = randomBytes(4).toString('hex');
  const secrets = Array.from({ length: count }, () => `p${randomBytes(25).toString('hex')}`);
  const hashes = secrets.map((secret) => createHash('sha256').update(secret).digest('hex'));
  const people = await sql<{ id: string }[]>`
    insert into auth.users (email, email_confirmed_at)
    select 'mesure' || n || '.' || ${sign} || '@exemple.fr', now()
    from generate_series(1, ${count}) n
    returning id`;
  const ids = people.map((person) => person.id);
  const names = await sql<{ id: string; name: string }[]>`
    update profiles p
    set full_name = 'Membre ' || t.n || ' ' || ${sign}
    from unnest(${ids}::uuid[]) with ordinality t (id, n)
    where p.id = t.id
    returning p.id, p.full_name as name`;
  await sql`
    insert into subscriptions (id, user_id, plan, status)
    select 'offert_' || id, id, 'premium', 'active' from unnest(${ids}::uuid[]) id`;
  const [salon] = await sql<{ id: string }[]>`
    insert into salons (name, owner_id, share_code, visibility)
    values (${`Salon de mesure ${sign}`}, ${ids[0] ?? ''}, random_share_code(), 'public')
    returning id`;
  const salonId = salon?.id ?? '';
  await sql`
    insert into salon_members (salon_id, user_id, role)
    select ${salonId}, t.id, case when t.n = 1 then 'owner' else 'member' end
    from unnest(${ids}::uuid[]) with ordinality t (id, n)`;
  await sql`
    insert into auth.sessions (id, user_id, expires_at)
    select t.hash, t.id, now() + interval '1 day'
    from unnest(${hashes}::text[], ${ids}::uuid[]) t (hash, id)`;
  const nameOf = new Map(names.map((row) => [row.id, row.name]));
  return ids.map((id, n) => ({ id, name: nameOf.get(id) ?? '', cookie: `aurora_session=${secrets[n]}`, salonId }));
}

/** Sentences of all lengths, with a link, an answer and a reaction here and there. */
async function fill(sql: postgres.Sql, salonId: string, count: number): Promise<void> {
  await sql`
    insert into chat_messages (salon_id, user_id, content)
    select ${salonId}, m.user_id,
      'Message ' || n || '. ' || repeat('Bonjour à tous, j’ai rempoté les tomates ce matin. ', 1 + n % 5)
        || case when n % 10 = 0 then 'https://exemple.fr/photo/' || n else '' end
    from generate_series(1, ${count}) n
    join (
      select user_id, row_number() over (order by user_id) as place, count(*) over () as members
      from salon_members
      where salon_id = ${salonId}
    ) m on m.place = 1 + n % m.members
    order by n`;
  await sql`
    insert into message_reactions (message_id, user_id, emoji)
    select c.id, m.user_id, 'coeur'
    from chat_messages c
    join lateral (
      select user_id from salon_members where salon_id = c.salon_id order by user_id limit 3
    ) m on true
    where c.salon_id = ${salonId} and c.seq % 4 = 0`;
  await sql`
    update chat_messages c
    set reply_to_id = q.id
    from chat_messages q
    where c.salon_id = ${salonId} and c.seq % 7 = 0 and q.salon_id = c.salon_id and q.seq = c.seq - 3`;
}
