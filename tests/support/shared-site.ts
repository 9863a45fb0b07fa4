/**
 * Sites that the files of one process use one after the other: to start a server and to fill a database costs more than
 * most files do. What a file has put into the tables goes at its end. A file that has changed what every site begins
 * with, or has ended the server, leaves no site to the next one.
 */
import postgres from 'postgres';
import { type Cast, castIn } from './cast';
import { freshDatabase } from './database';
import { type RunningServer, startServer } from './server';

export type OpenedSite = {
  readonly url: string;
  readonly cast: Cast;
  /** Its output begins with the file's own. */
  readonly server: RunningServer;
  /** Gives it to the next file, or ends it. @param server the one that runs now: a test may have put another in its place */
  readonly close: (server: RunningServer) => Promise<void>;
};

type Settings = Readonly<Record<string, string>>;
type House = { readonly opened: OpenedSite; readonly first: Furniture };

const houses = new Map<string, House>();

/** A server and a database for one file alone. */
export async function openAlone(settings: Settings): Promise<OpenedSite> {
  const { url, drop } = await freshDatabase();
  const cast = castIn(url);
  const close = async (server: RunningServer) => {
    await cast.close();
    await server.stop();
    await drop();
  };
  return { url, cast, server: await startServer({ DATABASE_URL: url, ...settings }), close };
}

/** What the file before has left of a site with these settings, or a new one. */
export async function openShared(settings: Settings): Promise<OpenedSite> {
  const name = JSON.stringify(settings);
  const house = houses.get(name) ?? (await build(settings));
  houses.delete(name);
  const { opened, first } = house;
  const before = opened.server.output().length;
  return {
    ...opened,
    server: { ...opened.server, output: () => opened.server.output().slice(before) },
    async close(server) {
      const stays = server.process === opened.server.process && runs(server);
      if (stays && (await clear(opened.url, first))) houses.set(name, house);
      else await opened.close(server);
    },
  };
}

async function build(settings: Settings): Promise<House> {
  const opened = await openAlone(settings);
  // It ends with the process it serves, which it does not hold up.
  opened.server.process.unref();
  return { opened, first: await asOwner(opened.url, furniture) };
}

const runs = ({ process }: RunningServer) => process.exitCode === null && process.signalCode === null;

/** By table: a digest of the rows that are there; null where there is none. */
type Furniture = ReadonlyMap<string, string | null>;

/** Rows of its own that a server keeps in its memory too. */
const SERVERS_OWN = ['auth.seals'];

async function furniture(owner: postgres.Sql): Promise<Furniture> {
  const tables = await owner<{ name: string }[]>`
    select format('%I.%I', nspname, relname) as name
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind = 'r' and nspname in ('public', 'auth')`;
  const names = tables.map(({ name }) => name).filter((name) => !SERVERS_OWN.includes(name));
  const each = names.map(
    (name) => `select '${name}' as name, md5(string_agg(t::text, '' order by t::text)) as rows from ${name} t`,
  );
  const found = await owner.unsafe<{ name: string; rows: string | null }[]>(each.join(' union all '));
  return new Map(found.map(({ name, rows }) => [name, rows]));
}

/** Takes out what is there since. @returns whether all is as it was */
async function clear(url: string, first: Furniture): Promise<boolean> {
  try {
    return await asOwner(url, async (owner) => {
      await quiet(owner);
      const now = await furniture(owner);
      if ([...first].some(([name, rows]) => rows !== null && now.get(name) !== rows)) return false;
      const filled = [...now].filter(([name, rows]) => rows !== null && !first.get(name)).map(([name]) => name);
      await owner.begin(async (tx) => {
        // Neither the triggers nor the keys between tables: nothing is deleted here, it has never been.
        await tx`set local session_replication_role = replica`;
        await tx`set local lock_timeout = '5s'`;
        await tx.unsafe([...filled, 'graphile_worker._private_jobs'].map((name) => `delete from ${name};`).join(' '));
        await tx`select pg_notify('aurora50', gen_random_uuid() || ' courses:all')`;
      });
      return true;
    });
  } catch {
    return false;
  }
}

const PATIENCE = 5_000; // ms

/** Waits until the server does nothing any more for the file that has ended. @throws where it goes on */
async function quiet(owner: postgres.Sql): Promise<void> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const [row] = await owner<{ busy: boolean }[]>`
      select exists (select from pg_stat_activity
                     where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle')
          or exists (select from graphile_worker._private_jobs where locked_at is not null) as busy`;
    if (!row?.busy) return;
    if (Date.now() > until) throw new Error('the server is not idle');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function asOwner<T>(url: string, work: (owner: postgres.Sql) => Promise<T>): Promise<T> {
  const owner = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
