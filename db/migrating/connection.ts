import type { Sql } from 'postgres';
import { connect } from '../connect';
import { connectionFault, MigrationFault } from './fault';

type Server = { readonly version: number; readonly name: string; readonly encoding: string };

/** Lends one dedicated connection to a PostgreSQL ≥ 15 with UTF8, and closes it. Throws MigrationFault when there is none. */
export async function oneConnection<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = open(url);
  try {
    const [row] = await sql<Server[]>`
      select current_setting('server_version_num')::int as version,
             current_setting('server_version') as name,
             current_setting('server_encoding') as encoding`;
    if ((row?.version ?? 0) < 150_000) throw tooOld(row?.name);
    if (row?.encoding !== 'UTF8') throw wrongEncoding(row?.encoding);
    return await work(sql);
  } catch (error) {
    throw connectionFault(error, addressOf(sql)) ?? error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Whether PostgreSQL lets this user in. Throws when it cannot be asked. */
export async function reachable(url: string): Promise<boolean> {
  const sql = connect(url, { connect_timeout: 10, fetch_types: false });
  try {
    await sql`select 1`;
    return true;
  } catch (error) {
    // Class 28: refused as this user. 42501: not allowed into this database.
    if (/^(28|42501)/.test((error as { code?: string }).code ?? '')) return false;
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function open(url: string): Sql {
  const connection = {
    application_name: 'aurora50 migrations',
    // Changes nothing; whoever stands between us and PostgreSQL without passing roles on shows itself before anything is made.
    role: 'none',
  };
  return connect(url, { connect_timeout: 10, fetch_types: false, connection });
}

/** Host, port and database, without user or password. */
function addressOf(sql: Sql): string {
  const { host, port, database } = sql.options;
  return `${host.join(',')}:${port.join(',')}/${database}`;
}

function tooOld(name = 'inconnu'): MigrationFault {
  return new MigrationFault(`Cette base est de PostgreSQL ${name} ; il faut la version 15 ou une plus récente.`);
}

/** In SQL_ASCII lengths are counted in bytes, and LATIN1 has no place for « œ » or « 🙂 ». */
function wrongEncoding(name = 'inconnu'): MigrationFault {
  return new MigrationFault(
    `Cette base est en ${name} ; il faut UTF8. Créez-en une autre, par exemple : create database aurora50 encoding 'UTF8' locale 'C.UTF-8' template template0; puis donnez-la dans DATABASE_URL.`,
  );
}
