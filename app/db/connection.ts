/** The only maker of `postgres()`: the connections that are lent (`lease.ts`), and the one that hears NOTIFY. */
import postgres from 'postgres';
import { AppError } from '~/errors';
import { clientOptions } from '../../db/connect';
import type { Types } from './tx';

const OPENING_WAIT = 3_000; // ms

export function connect(
  url: string,
  options: postgres.Options<Record<string, postgres.PostgresType>>,
): postgres.Sql<Types> {
  return postgres({
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
    ...clientOptions(url, options.connection),
  }) as unknown as postgres.Sql<Types>;
}

/** The connection that hears NOTIFY is apart from the pools: it is never lent. @returns what closes it */
export async function listen(
  url: string,
  channel: string,
  onNotification: (topic: string) => void,
  onOpen: () => void,
): Promise<() => Promise<void>> {
  const sql = connect(url, { connection: { application_name: 'aurora50 notifications' } });
  try {
    await inTime(sql.listen(channel, onNotification, onOpen));
  } catch (error) {
    // The driver would go on trying, and one day hear every notification beside the connection that took its place.
    await sql.end({ timeout: 0 }).catch(() => {});
    throw error;
  }
  return () => sql.end({ timeout: 1 });
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

/** A proxy that takes the call and drops it is called again by the driver for ever, without a fault. */
export async function inTime<T>(opening: Promise<T>): Promise<T> {
  return answered(opening, OPENING_WAIT, () => new AppError('unavailable', 'no connection', 5));
}

/** What `work` gives, or after `wait` ms the fault that `late` makes; what comes of `work` after that is nobody's. */
export async function answered<T>(work: Promise<T>, wait: number, late: () => AppError): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), wait);
  });
  return Promise.race([work, end]).finally(() => clearTimeout(timer));
}
