import postgres, { type Options, type PostgresType, type Sql } from 'postgres';
import { addressOf } from './address';

/** A client of one connection for a command, a migration or a filling; `app/db` makes the server's own. Throws AddressFault. */
export function connect(url: string, options: Options<Record<string, PostgresType>> = {}): Sql {
  return postgres({ max: 1, onnotice: () => {}, ...options, ...clientOptions(url, options.connection) });
}

/** Where and how the driver connects, without asking it to read the address. */
export function clientOptions(url: string, connection: Options<Record<string, PostgresType>>['connection'] = {}) {
  const { options, ...place } = addressOf(url);
  return { ...place, connection: { ...(options && { options }), ...connection } };
}
