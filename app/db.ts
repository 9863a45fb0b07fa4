/**
 * The only maker of `postgres()`. A request's statements run in one short transaction that knows who is asking.
 *
 * `sql.begin` on a shared pool must not carry identity: when backends die under load, a statement that waits
 * in the driver's queue can wake up on another connection, outside its transaction (docs/decisions/002).
 * Here each client has one connection, is lent to one transaction at a time, refuses to send anything once
 * that connection has closed, and is then thrown away for good.
 */
import postgres from 'postgres';
import { AppError, fromDatabase } from '~/errors';

const LEASE_WAIT = 3_000; // ms until a request that finds no free connection is answered 503
const OPENING_WAIT = 3_000; // ms
const TIMEOUTS = {
  statement_timeout: 4_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
} as const;

type Types = Record<string, unknown>;
/** A transaction's handle, or the system role's one-statement handle: a tagged template and the driver's `json`. */
export type Tx = Pick<postgres.Sql<Types>, 'json'> &
  (<T extends readonly (object | undefined)[] = postgres.Row[]>(
    strings: TemplateStringsArray,
    ...values: readonly unknown[]
  ) => postgres.PendingQuery<
    T extends readonly never[] ? postgres.Row[] : T extends readonly postgres.MaybeRow[] ? T : never
  >);

export type Database = {
  /** Runs `work` as this member (null: nobody, who sees no rows). Throws AppError `unavailable` when the database is away. */
  asViewer: <T>(viewerId: string | null, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** One statement as this member, with its transaction around it in a single round trip: locks are held for no longer than it runs. */
  asViewerAtOnce: <T extends readonly postgres.MaybeRow[]>(
    viewerId: string,
    statement: (tx: Tx) => postgres.PendingQuery<T>,
  ) => Promise<postgres.RowList<T>>;
  /** Runs `work` as the system: sign-in, jobs, the hub. Never with a member's input as identity. */
  asSystem: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** One statement as the system, in its own transaction: one round trip instead of three. */
  systemStatement: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Rings on `channel` whenever any process notifies it; `onOpen` after each (re)connection. */
  listen: (channel: string, onBell: (topic: string) => void, onOpen: () => void) => Promise<() => Promise<void>>;
  /** Connections now lent, free and in all. */
  usage: () => { viewer: PoolUsage; system: PoolUsage };
  close: () => Promise<void>;
};

export type PoolUsage = { lent: number; idle: number; waiting: number };

export type DatabaseOptions = {
  readonly viewers: number;
  readonly systems: number;
  /** Called with the text of every statement sent; for tests and the bench. */
  readonly onStatement?: (text: string) => void;
};

export const DEFAULT_POOLS: DatabaseOptions = { viewers: 10, systems: 4 };

/** The roles that requests and system work run as. The start is refused if either could bypass row security. */
const VIEWER_ROLE = 'aurora_app';
const SYSTEM_ROLE = 'aurora_system';

export function openDatabase(url: string, options: DatabaseOptions = DEFAULT_POOLS): Database {
  const viewers = leasePool(options.viewers, () => client(url, VIEWER_ROLE, options));
  const systems = leasePool(options.systems, () => client(url, SYSTEM_ROLE, options));
  return {
    asViewer: (viewerId, work) => viewers.use((lease) => transaction(lease, viewerId, work)),
    asViewerAtOnce: (viewerId, statement) => viewers.use((lease) => atOnce(lease, viewerId, statement)),
    asSystem: (work) => systems.use((lease) => transaction(lease, undefined, work)),
    systemStatement: (work) => systems.use((lease) => work(lease.handle)),
    listen: (channel, onBell, onOpen) => listen(url, channel, onBell, onOpen),
    usage: () => ({ viewer: viewers.usage(), system: systems.usage() }),
    close: async () => {
      await Promise.all([viewers.close(), systems.close()]);
    },
  };
}

/** Faults that must stop the start: a role that owns a table or bypasses row security. */
export async function roleFaults(database: Database): Promise<string[]> {
  const ask = (tx: Tx) => tx<{ role: string; bypasses: boolean; owns: boolean }[]>`
    select
      current_user as role,
      (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as bypasses,
      exists (
        select from pg_class c
        where c.relowner = (select oid from pg_roles where rolname = current_user) and c.relkind in ('r', 'p')
      ) as owns`;
  const rows = [...(await database.asViewer(null, ask)), ...(await database.asSystem(ask))];
  return rows
    .filter((row) => row.bypasses || row.owns || ![VIEWER_ROLE, SYSTEM_ROLE].includes(row.role))
    .map((row) => `Le rôle « ${row.role} » pourrait contourner les droits par ligne : le démarrage est refusé.`);
}

/** `undefined`: a system transaction, which carries no identity. The identity ends with the transaction. */
async function transaction<T>(
  lease: Lease,
  viewerId: string | null | undefined,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const tx = lease.handle;
  // Sent together with the first statement of `work`: no round trip is spent on opening.
  const opening = Promise.all([
    tx`begin`,
    viewerId === undefined ? null : tx`select set_config('app.user_id', ${viewerId ?? ''}, true)`,
  ]);
  opening.catch(() => {});
  try {
    const result = await work(tx);
    await opening;
    const answer = await tx`commit`;
    // A transaction that had failed unnoticed answers ROLLBACK to COMMIT.
    if (answer.command !== 'COMMIT') throw new AppError('unavailable', 'rolled back', 5);
    return result;
  } catch (error) {
    await tx`rollback`.catch(() => lease.discard());
    throw error;
  }
}

/**
 * Begin, identity, statement and commit leave together, in this order. A statement that fails leaves the transaction
 * failed, and the COMMIT behind it is answered with ROLLBACK: nothing of it stands.
 */
async function atOnce<T extends readonly postgres.MaybeRow[]>(
  lease: Lease,
  viewerId: string,
  statement: (tx: Tx) => postgres.PendingQuery<T>,
): Promise<postgres.RowList<T>> {
  const tx = lease.handle;
  const [begun, named, answered, closed] = await Promise.allSettled([
    tx`begin`.execute(),
    tx`select set_config('app.user_id', ${viewerId}, true)`.execute(),
    statement(tx).execute(),
    tx`commit`.execute(),
  ]);
  const lost = [begun, named, closed].find((outcome) => outcome.status === 'rejected');
  if (lost) {
    lease.discard();
    throw lost.reason;
  }
  if (answered.status === 'rejected') throw answered.reason;
  if (closed.status === 'fulfilled' && closed.value.command === 'COMMIT') return answered.value;
  throw new AppError('unavailable', 'rolled back', 5);
}

type Lease = { readonly handle: Tx; readonly discard: () => void };

type Client = {
  readonly sql: postgres.Sql<Types>;
  /** What was sent in the present lease and may still wait in the driver's queue. */
  readonly sent: Set<Outstanding>;
  dead: boolean;
};

/** The parts of the driver's query object that decide whether and where it is sent. */
type Outstanding = postgres.PendingQuery<postgres.Row[]> & {
  handler: (query: Outstanding) => unknown;
  reject: (error: unknown) => void;
  /** Set once it was written to a connection; such a query is rejected by the driver itself. */
  readonly state: object | null | undefined;
};

function client(url: string, role: string, options: DatabaseOptions): Client {
  const made: Client = {
    sent: new Set(),
    dead: false,
    sql: connect(url, {
      connection: { application_name: 'aurora50', role, ...TIMEOUTS },
      onclose: () => bury(made),
      debug: options.onStatement && ((_connection, text) => options.onStatement?.(text)),
    }),
  };
  return made;
}

function connect(url: string, options: postgres.Options<Record<string, postgres.PostgresType>>): postgres.Sql<Types> {
  return postgres(url, {
    max: 1,
    connect_timeout: 3,
    idle_timeout: 0,
    onnotice: () => {},
    transform: { ...postgres.camel, undefined: null },
    // The driver would ask every new connection for its array types, and when the connection dies over that
    // question nobody hears it: an unhandled rejection. Ours are few, and named here.
    fetch_types: false,
    types: {
      // Every number of ours stays far below 2^53; parsers refuse larger ones from outside.
      bigint: { to: 20, from: [20], parse: Number, serialize: String },
      texts: arrayType([1009, 1015, 2951], String), // text[], varchar[], uuid[]
      numbers: arrayType([1005, 1007, 1016], Number), // smallint[], integer[], bigint[]
    },
    ...options,
  }) as unknown as postgres.Sql<Types>;
}

/** Arrays of one dimension, as PostgreSQL writes them: `{a,"b \\"c\\"",NULL}`. @param oids the first one is what is sent */
function arrayType(oids: readonly [number, ...number[]], parseOne: (text: string) => unknown): postgres.PostgresType {
  const quoted = (value: unknown) => (value == null ? 'NULL' : `"${String(value).replace(/["\\]/g, '\\$&')}"`);
  return {
    to: oids[0],
    from: [...oids],
    serialize: (values: readonly unknown[]) => `{${values.map(quoted).join(',')}}`,
    parse: (text: string) =>
      [...text.matchAll(/"((?:[^"\\]|\\.)*)"|([^{},]+)/gs)].map(([, inQuotes, plain]) => {
        if (plain === 'NULL') return null;
        return parseOne(plain ?? (inQuotes ?? '').replace(/\\(.)/gs, '$1'));
      }),
  };
}

/**
 * Runs inside the driver's own close handler, before it hands waiting statements to a new connection:
 * cancelling them here is what keeps a statement from ever running outside its transaction.
 */
function bury(dead: Client): void {
  dead.dead = true;
  for (const query of dead.sent) {
    if (!query.state) query.cancel();
  }
  dead.sent.clear();
  void dead.sql.end({ timeout: 0 }).catch(() => {});
}

type Pool = {
  use: <T>(work: (lease: Lease) => Promise<T>) => Promise<T>;
  usage: () => PoolUsage;
  close: () => Promise<void>;
};

function leasePool(size: number, makeClient: () => Client): Pool {
  const idle: Client[] = [];
  const waiting: { resolve: (turn: void) => void; reject: (error: AppError) => void }[] = [];
  let lent = 0;
  let closed = false;

  /** Waits for a place, never for a connection: a place whose client died makes a new one. */
  async function place(): Promise<void> {
    if (closed) throw new AppError('unavailable', 'closing', 5);
    if (lent < size) {
      lent += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const turn = { resolve, reject };
      waiting.push(turn);
      const late = setTimeout(() => {
        waiting.splice(waiting.indexOf(turn), 1);
        reject(new AppError('unavailable', 'no free connection', 3));
      }, LEASE_WAIT);
      turn.resolve = () => {
        clearTimeout(late);
        resolve();
      };
    });
  }

  function leave(): void {
    const next = waiting.shift();
    if (next) next.resolve();
    else lent -= 1;
  }

  async function living(): Promise<Client> {
    for (let found = idle.pop(); found; found = idle.pop()) {
      if (!found.dead) return found;
    }
    const made = makeClient();
    try {
      // Opened before it is lent, so that nothing of a transaction ever waits for a connection.
      await inTime(made.sql`select 1`);
      return made;
    } catch (error) {
      bury(made);
      throw error;
    }
  }

  async function use<T>(work: (lease: Lease) => Promise<T>): Promise<T> {
    await place();
    try {
      const lentClient = await living();
      const lease = lend(lentClient);
      try {
        return await work(lease);
      } finally {
        lease.end();
        if (!lentClient.dead) idle.push(lentClient);
      }
    } catch (error) {
      throw fromDatabase(error);
    } finally {
      leave();
    }
  }

  return {
    use,
    usage: () => ({ lent, idle: idle.filter((each) => !each.dead).length, waiting: waiting.length }),
    close: async () => {
      closed = true;
      for (const turn of waiting.splice(0)) turn.reject(new AppError('unavailable', 'closing', 5));
      await Promise.all(idle.splice(0).map((each) => each.sql.end({ timeout: 2 })));
    },
  };
}

/** A handle that sends nothing once its client has died or its lease has ended. */
function lend(lentClient: Client): Lease & { end: () => void } {
  let open = true;
  const handle = Object.assign(
    (strings: TemplateStringsArray, ...values: readonly unknown[]) => {
      const query = lentClient.sql(strings, ...(values as never[])) as unknown as Outstanding;
      const send = query.handler;
      query.handler = (ready) => {
        if (!open || lentClient.dead) return ready.reject(new AppError('unavailable', 'connection lost', 5));
        lentClient.sent.add(ready);
        return send(ready);
      };
      return query;
    },
    { json: lentClient.sql.json },
  ) as unknown as Tx;
  return {
    handle,
    discard: () => bury(lentClient),
    end: () => {
      open = false;
      lentClient.sent.clear();
    },
  };
}

async function listen(
  url: string,
  channel: string,
  onBell: (topic: string) => void,
  onOpen: () => void,
): Promise<() => Promise<void>> {
  const sql = connect(url, { connection: { application_name: 'aurora50 bell', role: SYSTEM_ROLE } });
  try {
    await inTime(sql.listen(channel, onBell, onOpen));
  } catch (error) {
    // The driver would go on trying, and one day hear every bell beside the connection that took its place.
    await sql.end({ timeout: 0 }).catch(() => {});
    throw error;
  }
  return () => sql.end({ timeout: 1 });
}

/** A proxy that takes the call and drops it is called again by the driver for ever, without a fault. */
async function inTime<T>(opening: Promise<T>): Promise<T> {
  let late: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new AppError('unavailable', 'no connection', 5)), OPENING_WAIT);
  });
  return Promise.race([opening, timeout]).finally(() => clearTimeout(late));
}
