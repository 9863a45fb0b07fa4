/** Response times and errors: what is counted, and what is said of it (O01, O06). */

/** Milliseconds; the last bucket is what took longer. */
export const LIMITS = [5, 10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 750, 1_000, 2_000, 5_000] as const;
export const BUCKETS = LIMITS.length + 1;
/** Days that are kept. */
export const KEPT_DAYS = 30;

export function bucketOf(ms: number): number {
  const at = LIMITS.findIndex((limit) => ms <= limit);
  return at < 0 ? LIMITS.length : at;
}

/** The limit under which this share of the answers stays, in ms; null: longer than the last limit, or no answer. */
export function percentile(buckets: readonly number[], share: number): number | null {
  const all = buckets.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (const [at, count] of buckets.entries()) {
    seen += count;
    if (all > 0 && seen >= all * share) return LIMITS[at] ?? null;
  }
  return null;
}

/** Errors in five minutes are too many from this share on, and not for a handful of answers. */
export const TOO_MANY = { share: 0.05, answers: 20, minutes: 5 } as const;

/** What somebody who looks at the site now is shown of this process. */
export type LiveFigures = {
  readonly startedAt: Date;
  readonly answers: number;
  readonly errors: number;
  readonly streams: number;
  /** ms since other processes were last heard. */
  readonly silence: number;
  readonly pools: Readonly<
    Record<'viewer' | 'system', { readonly lent: number; readonly idle: number; readonly waiting: number }>
  >;
  /** Bytes. */
  readonly memory: number;
};

export type Check = 'ok' | 'failed' | 'off';
export type Checks = Readonly<Record<string, Check>>;

/** What the page of the team and `/metrics` ask of this process. */
export type Operating = {
  readonly checks: () => Promise<Checks>;
  readonly live: () => LiveFigures;
  /** Of every process at this port, for Prometheus. */
  readonly metrics: () => Promise<{ readonly text: string; readonly type: string }>;
};
