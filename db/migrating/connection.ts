import postgres, { type Sql } from 'postgres';
import { connectionFault, MigrationFault } from './fault';

/** Lends one dedicated connection to a PostgreSQL ≥ 15, and closes it. Throws MigrationFault when there is none. */
export async function oneConnection<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = open(url);
  try {
    const [row] = await sql<{ version: number; name: string }[]>`
      select current_setting('server_version_num')::int as version,
             current_setting('server_version') as name`;
    if ((row?.version ?? 0) < 150_000) throw tooOld(row?.name);
    return await work(sql);
  } catch (error) {
    throw connectionFault(error, addressOf(sql)) ?? error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function open(url: string): Sql {
  try {
    return postgres(url, {
      max: 1,
      connect_timeout: 10,
      fetch_types: false,
      onnotice: () => {},
      connection: { application_name: 'aurora50 migrations' },
    });
  } catch (error) {
    throw new MigrationFault(
      'DATABASE_URL n’est pas une adresse de la forme postgres://utilisateur:motdepasse@machine:port/base.',
      { cause: error },
    );
  }
}

/** Host, port and database, without user or password. */
function addressOf(sql: Sql): string {
  const { host, port, database } = sql.options;
  return `${host.join(',')}:${port.join(',')}/${database}`;
}

function tooOld(name = 'inconnu'): MigrationFault {
  return new MigrationFault(`Cette base est de PostgreSQL ${name} ; il faut la version 15 ou une plus récente.`);
}
