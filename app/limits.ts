/**
 * Rate limits (reliability 11): how often something may be done in a window of time. They slow down; they never lock an
 * owner out. Each domain declares its own in its `rules`. The rows stand in PostgreSQL (`auth/queries/rate-limits.ts`),
 * so that all processes count together, by the database's clock.
 *
 * A place is taken before the attempt is judged and given back when it was right. Checking first and counting
 * afterwards would let everything through that arrives in between: of 1,000 share codes sent at once, 516 were judged.
 */
import { AppError } from '~/errors';

export type Limit = {
  /** Unique; the beginning of the row's key. */
  readonly name: string;
  /** How many in one window. */
  readonly points: number;
  readonly seconds: number;
};

/** One limit for one key: an account, an address, a mailbox. */
export type Counted = readonly [limit: Limit, key: string];

export type Limits = {
  /** One more of each, or of none. @throws AppError too_many */
  readonly take: (...counted: readonly Counted[]) => Promise<void>;
  /** For what turned out to be right after `take`. */
  readonly giveBack: (...counted: readonly Counted[]) => Promise<void>;
  /** Takes, judges, and gives back when `work` found something: only wrong attempts count. @throws AppError too_many */
  readonly judge: <T>(counted: readonly Counted[], work: () => Promise<T | null>) => Promise<T | null>;
  /** How many of each are used in the window that runs now (Z02). */
  readonly used: (...counted: readonly Counted[]) => Promise<readonly number[]>;
  /** Starts again from nothing. */
  readonly forget: (...counted: readonly Counted[]) => Promise<void>;
};

/** What the rows can do; each is one statement that is committed when it answers. */
export type LimitRows = {
  /** One more on each row; a window that is over begins anew. */
  readonly add: (rows: readonly LimitRow[]) => Promise<readonly CountedRow[]>;
  readonly subtract: (keys: readonly string[]) => Promise<void>;
  readonly remove: (keys: readonly string[]) => Promise<void>;
  /** Of windows that run. */
  readonly read: (keys: readonly string[]) => Promise<readonly Pick<CountedRow, 'key' | 'points'>[]>;
};
export type LimitRow = { readonly key: string; readonly seconds: number };
export type CountedRow = {
  readonly key: string;
  readonly points: number;
  /** Seconds until the window is over. */
  readonly left: number;
};

export function createLimits(rows: LimitRows): Limits {
  async function take(...counted: readonly Counted[]): Promise<void> {
    const now = await rows.add(counted.map(([limit, key]) => ({ key: rowKey(limit, key), seconds: limit.seconds })));
    const full = counted.flatMap(([limit, key]) =>
      now.filter((row) => row.key === rowKey(limit, key) && row.points > limit.points),
    );
    if (full.length === 0) return;
    // A refused attempt counts nowhere: otherwise whoever is over one limit would use up a household's shared one.
    await giveBack(...counted);
    throw new AppError('too_many', 'rate_limit', Math.max(1, ...full.map((row) => row.left)));
  }

  const giveBack = (...counted: readonly Counted[]) => rows.subtract(counted.map(([limit, key]) => rowKey(limit, key)));

  return {
    take,
    giveBack,
    async judge(counted, work) {
      await take(...counted);
      const found = await work().catch(async (error) => {
        // It was not judged: the queue was full, or the database away.
        if (error instanceof AppError && error.code === 'unavailable') await giveBack(...counted).catch(() => {});
        throw error;
      });
      if (found !== null) await giveBack(...counted);
      return found;
    },
    async used(...counted) {
      const keys = counted.map(([limit, key]) => rowKey(limit, key));
      const rowsNow = await rows.read(keys);
      return keys.map((key) => rowsNow.find((row) => row.key === key)?.points ?? 0);
    },
    forget: (...counted) => rows.remove(counted.map(([limit, key]) => rowKey(limit, key))),
  };
}

/** More rows than this, and those whose window is over are thrown away. */
const ROWS_KEPT = 5_000;

/** Rows of this process alone, for what is counted at every post: no statement. Several processes allow as many times more. */
export function rowsInMemory(now: () => number = Date.now): LimitRows {
  const rows = new Map<string, { points: number; ends: number }>();
  const running = (key: string) => {
    const row = rows.get(key);
    return row && row.ends > now() ? row : undefined;
  };
  const counted = (key: string, { points, ends }: { points: number; ends: number }): CountedRow => ({
    key,
    points,
    left: Math.ceil((ends - now()) / 1_000),
  });
  return {
    async add(asked) {
      if (rows.size > ROWS_KEPT) for (const key of rows.keys()) if (!running(key)) rows.delete(key);
      return asked.map(({ key, seconds }) => {
        const row = running(key) ?? { points: 0, ends: now() + seconds * 1_000 };
        row.points += 1;
        rows.set(key, row);
        return counted(key, row);
      });
    },
    async subtract(keys) {
      for (const row of keys.map(running)) if (row) row.points -= 1;
    },
    async remove(keys) {
      for (const key of keys) rows.delete(key);
    },
    async read(keys) {
      return keys.flatMap((key) => {
        const row = running(key);
        return row ? [counted(key, row)] : [];
      });
    },
  };
}

/** The key column holds 255 characters; a longer key is cut, so that near-equal ones count together. */
function rowKey({ name }: Limit, key: string): string {
  return `${name}:${key.slice(0, 200)}`;
}
