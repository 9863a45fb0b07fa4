import type { Sql } from 'postgres';
import { addressOf } from '../address';
import { addressAs, passwordOf, ROLES, type Role, scramVerifier, signInAsOwner } from '../sign-in';
import { oneConnection, reachable } from './connection';
import { MigrationFault } from './fault';

/**
 * Makes the two request roles where they are missing, lets the connecting user take them on, and lets them sign in by
 * themselves. Throws MigrationFault with the exact SQL for an administrator when the roles cannot be made.
 * @returns why the application goes on as the owner who takes the roles on; null when it signs in as the roles
 */
export async function prepareRoles(url: string): Promise<string | null> {
  return oneConnection(url, async (sql) => {
    for (const statement of await lacking(sql)) await perform(sql, statement);
    signInAsOwner(url, false);
    const why = await openDoors(sql, url);
    signInAsOwner(url, why !== null);
    return why;
  });
}

/** Tries first: a role that can sign in already is left alone, so that a second process changes nothing. */
async function openDoors(sql: Sql, url: string): Promise<string | null> {
  const { username, password } = addressOf(url);
  if (password === '') return 'DATABASE_URL n’a pas de mot de passe';
  for (const role of ROLES) {
    if (await reachable(addressAs(url, role))) continue;
    const why = await openDoor(sql, role, `aurora50 : ${username}`, passwordOf(role, password));
    if (why !== null) return why;
    if (!(await reachable(addressAs(url, role))))
      return `PostgreSQL n’accepte pas la connexion de ${role} (pg_hba.conf)`;
  }
  return null;
}

/** Roles belong to the whole server: where another site's owner has given the password, it stays. */
async function openDoor(sql: Sql, role: Role, mark: string, password: string): Promise<string | null> {
  const [found] = await sql<{ mark: string | null }[]>`
    select shobj_description(oid, 'pg_authid') as mark from pg_roles where rolname = ${role}`;
  if (found?.mark?.startsWith('aurora50 : ') && found.mark !== mark)
    return `un autre site de ce serveur PostgreSQL se sert déjà du rôle ${role}`;
  try {
    await sql.unsafe(`alter role ${role} login password '${scramVerifier(password)}'`);
    await sql.unsafe(`comment on role ${role} is '${mark.replaceAll("'", "''")}'`);
    return null;
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    return `cet utilisateur n’a pas le droit de donner un mot de passe au rôle ${role}`;
  }
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
  if (!state.present) return [`create role ${role} nologin ${ATTRIBUTES};`, grant(state, role)];
  const statements = state.sober ? [] : [`alter role ${role} ${ATTRIBUTES};`];
  return state.ours ? statements : [...statements, grant(state, role)];
}

const ATTRIBUTES = 'nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit';

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
