/** Limits (reliability 11) in PostgreSQL, so that all processes count together. They slow down; they never lock an owner out. */
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database, Tx } from '~/db';
import { AppError } from '~/errors';

/** How many, in how many seconds. One place for the numbers. */
const LIMITS = {
  /** Wrong passwords for one address from one place: the owner still gets in from elsewhere. */
  signInPair: { points: 10, duration: 15 * 60 },
  /** Wrong passwords from one place, whatever the address: a household or a library stays below it. */
  signInPlace: { points: 60, duration: 15 * 60 },
  /** G06: wrong passwords and codes of one member who is signed in already. */
  proof: { points: 10, duration: 15 * 60 },
  /** G06: letters with a code for one mailbox. */
  proofLetter: { points: 5, duration: 60 * 60 },
  /** D07: changes of address that one member asks for. */
  addressChange: { points: 5, duration: 60 * 60 },
  /** The same by the mailbox that is written to. */
  addressMailbox: { points: 3, duration: 60 * 60 },
  /** U12: offers to another device by one member. */
  sessionTransfer: { points: 20, duration: 60 * 60 },
  /** Wrong codes and dead links of such offers from one place. */
  sessionTransferPlace: { points: 20, duration: 15 * 60 },
  /** U12: wrong access cards for one address from one place, and from one place in all. */
  cardPair: { points: 10, duration: 15 * 60 },
  cardPlace: { points: 30, duration: 15 * 60 },
  /** C-08: posts that are put aside for whoever signs in again; beyond that the browser keeps them itself. */
  pendingPostPlace: { points: 60, duration: 60 * 60 },
  /** A03: answers of providers from one place; each costs them and us two questions. */
  providerPlace: { points: 60, duration: 15 * 60 },
  /** New accounts from one place. */
  signUpPlace: { points: 60, duration: 60 * 60 },
  /** C-23: letters that one door may be asked to write to one mailbox, whether it has an account or not. */
  letterMailbox: { points: 3, duration: 60 * 60 },
  /** The same for all doors together. */
  letterMailboxDay: { points: 10, duration: 24 * 60 * 60 },
  /** W06: the confirmation is not asked for again before it can have arrived. */
  letterPause: { points: 1, duration: 60 },
  /** Letters asked for from one place; a club with one connection stays below it. */
  letterPlace: { points: 60, duration: 60 * 60 },
  /** Wrong codes of letters for one address, whatever letter they were in. The link and the password still open. */
  codeMailbox: { points: 20, duration: 24 * 60 * 60 },
  codePlace: { points: 30, duration: 15 * 60 },
  /** D37: wrong share codes from one member. */
  shareCode: { points: 10, duration: 3 * 60 },
  /** The same from one place, signed in or not; a club with one connection stays below it. */
  shareCodePlace: { points: 30, duration: 3 * 60 },
  /** U04: certificates made again in another name, of one member. */
  renewCertificate: { points: 10, duration: 24 * 60 * 60 },
} as const;
export type LimitName = keyof typeof LIMITS;

export type Limits = {
  /** @throws AppError too_many when the limit is already reached */
  check: (name: LimitName, key: string) => Promise<void>;
  /** One more of what is limited. */
  count: (name: LimitName, key: string) => Promise<void>;
  /** Check and count at once. @throws AppError too_many */
  take: (name: LimitName, key: string) => Promise<void>;
  forget: (name: LimitName, key: string) => Promise<void>;
};

export function limitStore(database: Database): Limits {
  const storeClient = { query: (query: PgQuery) => database.systemStatement((tx) => run(tx, query)) };
  const limiter = (name: LimitName) =>
    new RateLimiterPostgres({
      storeClient,
      storeType: 'client',
      schemaName: 'auth',
      tableName: 'rate_limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      ...LIMITS[name],
    });
  const limiters = Object.fromEntries(Object.keys(LIMITS).map((name) => [name, limiter(name as LimitName)])) as Record<
    LimitName,
    RateLimiterPostgres
  >;

  return {
    async check(name, key) {
      const state = await limiters[name].get(short(key));
      if (state && state.consumedPoints >= LIMITS[name].points) throw tooMany(state);
    },
    async count(name, key) {
      await limiters[name].penalty(short(key));
    },
    async take(name, key) {
      try {
        await limiters[name].consume(short(key));
      } catch (refusal) {
        throw refusal instanceof RateLimiterRes ? tooMany(refusal) : refusal;
      }
    },
    async forget(name, key) {
      await limiters[name].delete(short(key));
    },
  };
}

/** Rows that count nothing any more. */
export async function deleteExpiredLimits(tx: Tx): Promise<void> {
  await tx`
    delete from auth.rate_limits
    where expire < ${Date.now()}`;
}

function tooMany(state: RateLimiterRes): AppError {
  return new AppError('too_many', 'rate_limit', Math.max(1, Math.ceil(state.msBeforeNext / 1_000)));
}

/** The key column holds 255 characters; a longer key is cut, so that near-equal ones count together. */
function short(key: string): string {
  return key.slice(0, 200);
}

type PgQuery = { readonly text: string; readonly values: readonly unknown[] };

/** The library speaks `$1 … $n`; ours is a tagged template. Placeholders become the template's holes, in their order. */
async function run(tx: Tx, { text, values }: PgQuery): Promise<{ rows: unknown[]; rowCount: number }> {
  const pieces = text.split(/\$\d+/);
  const order = [...text.matchAll(/\$(\d+)/g)].map((match) => values[Number(match[1]) - 1]);
  const rows = await tx(Object.assign(pieces, { raw: pieces }), ...order);
  return { rows: [...rows], rowCount: rows.count };
}
