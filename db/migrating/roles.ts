import type { Sql } from 'postgres';
import { oneConnection } from './connection';
import { MigrationFault } from './fault';

/** Members' requests run as the first, system work as the second (architecture 2). */
export const ROLES = ['aurora_app', 'aurora_system'] as const;

/**
 * Makes the two request roles where they are missing and lets the connecting
 * user take them on. Throws MigrationFault with the exact SQL for an
 * administrator when the user may not.
 */
export async function prepareRoles(url: string): Promise<void> {
  await oneConnection(url, async (sql) => {
    for (const statement of await lacking(sql)) await perform(sql, statement);
  });
}

type State = {
  readonly user: string;
  readonly version: number;
  readonly present: boolean;
  readonly sober: boolean;
  readonly ours: boolean;
};

/** The statements that the roles still need; none when all is well. */
async function lacking(sql: Sql): Promise<string[]> {
  const [app, system] = ROLES;
  return [...(await lackingFor(sql, app)), ...(await lackingFor(sql, system))];
}

async function lackingFor(sql: Sql, role: string): Promise<string[]> {
  const state = await stateOf(sql, role);
  if (!state.present) return [`create role ${role} ${ATTRIBUTES};`, grant(state, role)];
  const statements = state.sober ? [] : [`alter role ${role} ${ATTRIBUTES};`];
  return state.ours ? statements : [...statements, grant(state, role)];
}

const ATTRIBUTES = 'nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit';

/**
 * The owner needs both to become a role and to have its rights: functions are handed to aurora_system and then
 * granted further. PostgreSQL 16 tells these apart (SET, INHERIT) from ADMIN, which is all that a creator gets by
 * herself; 15 knows only membership.
 */
async function stateOf(sql: Sql, role: string): Promise<State> {
  const [row] = await sql<State[]>`
    select quote_ident(current_user) as user, version, found.oid is not null as present,
           coalesce(not (rolsuper or rolbypassrls or rolcreaterole), false) as sober,
           coalesce(pg_has_role(found.oid, case when version >= 160000 then 'SET' else 'MEMBER' end)
             and pg_has_role(found.oid, 'USAGE'), false) as ours
      from (select current_setting('server_version_num')::int as version) as server
      left join pg_roles as found on found.rolname = ${role}`;
  if (!row) throw new MigrationFault('La base de données n’a pas répondu.');
  return row;
}

function grant({ user, version }: State, role: string): string {
  return `grant ${role} to ${user}${version >= 160_000 ? ' with inherit true, set true' : ''};`;
}

async function perform(sql: Sql, statement: string): Promise<void> {
  try {
    await sql.unsafe(statement);
  } catch (error) {
    const { code } = error as { code?: string };
    // Another process made it in the same instant.
    if (code === '42710' || code === '23505') return;
    if (code === '42501' || code === '0LP01') throw askAdministrator(await lacking(sql), error);
    throw error;
  }
}

function askAdministrator(statements: readonly string[], cause: unknown): MigrationFault {
  return new MigrationFault(
    `Cet utilisateur n’a pas le droit de préparer les rôles d’Aurora50. Un administrateur de PostgreSQL doit exécuter ceci, une seule fois :\n\n${statements.join('\n')}\n\nPuis relancez.`,
    { cause },
  );
}
