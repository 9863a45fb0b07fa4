/** One client with one connection, and what is lent of it to one transaction at a time. */
import type postgres from 'postgres';
import { AppError } from '~/errors';
import { connect } from './connection';
import type { Tx, Types } from './tx';

/** ms that a statement waits for a lock. */
export const LOCK_WAIT = 2_000;
const TIMEOUTS = {
  statement_timeout: 4_000,
  lock_timeout: LOCK_WAIT,
  idle_in_transaction_session_timeout: 10_000,
} as const;

export type Lease = { readonly handle: Tx; readonly discard: () => void };

export type Client = {
  readonly sql: postgres.Sql<Types>;
  /** What was sent in the present lease and may still wait in the driver's queue. */
  readonly sent: Set<Outstanding>;
  dead: boolean;
  /** ms that its statements wait for a lock. */
  lockWait: number;
};

/** The parts of the driver's query object that decide whether and where it is sent. */
type Outstanding = postgres.PendingQuery<postgres.Row[]> & {
  handler: (query: Outstanding) => unknown;
  reject: (error: unknown) => void;
  /** Set once it was written to a connection; such a query is rejected by the driver itself. */
  readonly state: object | null | undefined;
};

/** @param statementEnd ms that a statement may take */
export function client(
  url: string,
  onStatement?: (text: string) => void,
  statementEnd: number = TIMEOUTS.statement_timeout,
): Client {
  const made: Client = {
    sent: new Set(),
    dead: false,
    lockWait: LOCK_WAIT,
    sql: connect(url, {
      connection: { application_name: 'aurora50', ...TIMEOUTS, statement_timeout: statementEnd },
      onclose: () => bury(made),
      debug: onStatement && ((_connection, text) => onStatement(text)),
    }),
  };
  return made;
}

/**
 * Runs inside the driver's own close handler, before it hands waiting statements to a new connection:
 * cancelling them here is what keeps a statement from ever running outside its transaction.
 */
export function bury(dead: Client): void {
  dead.dead = true;
  for (const query of dead.sent) {
    if (!query.state) query.cancel();
  }
  dead.sent.clear();
  void dead.sql.end({ timeout: 0 }).catch(() => {});
}

/** From the next statement on, in ms. Sent with that statement: no round trip is spent on it. */
export function waitForLocks(idle: Client, ms: number): void {
  if (idle.lockWait === ms) return;
  idle.lockWait = ms;
  idle.sql`select set_config('lock_timeout', ${String(ms)}, false)`.execute().catch(() => bury(idle));
}

/** A handle that sends nothing once its client has died or its lease has ended. */
export function lend(lentClient: Client): Lease & { end: () => void } {
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
