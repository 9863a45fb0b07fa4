/** Counts answers and faults of this process, until they are written down every minute. */
import { createHash } from 'node:crypto';
import { BUCKETS, bucketOf, TOO_MANY } from './rules/figures';

export type Answered = {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
};
export type RouteCount = { method: string; route: string; answers: number; errors: number; buckets: number[] };
export type FaultCount = {
  fingerprint: string;
  what: string;
  place: string;
  occurrences: number;
  lastRequest: string | null;
};

export type Recorder = {
  readonly note: (answer: Answered) => void;
  /** @param message the journal's own words, which hold nothing of a member's */
  readonly fault: (message: string, error: unknown, requestId?: string) => void;
  /** What has come since it was last asked. */
  readonly take: () => { readonly routes: RouteCount[]; readonly faults: FaultCount[] };
  readonly totals: () => { readonly answers: number; readonly errors: number };
  readonly tooManyErrors: () => boolean;
};

export function createRecorder(clock: () => number = Date.now): Recorder {
  let routes = new Map<string, RouteCount>();
  let faults = new Map<string, FaultCount>();
  const totals = { answers: 0, errors: 0 };
  const recent = lastMinutes(clock);
  return {
    note({ method, route, status, ms }) {
      const failed = status >= 500 ? 1 : 0;
      const key = `${method} ${route}`;
      const count = routes.get(key) ?? {
        method,
        route,
        answers: 0,
        errors: 0,
        buckets: Array<number>(BUCKETS).fill(0),
      };
      routes.set(key, count);
      count.answers += 1;
      count.errors += failed;
      count.buckets[bucketOf(ms)] = (count.buckets[bucketOf(ms)] ?? 0) + 1;
      totals.answers += 1;
      totals.errors += failed;
      recent.add(failed);
    },
    fault(message, error, requestId) {
      const group = groupOf(message, error);
      const count = faults.get(group.fingerprint) ?? { ...group, occurrences: 0, lastRequest: null };
      faults.set(group.fingerprint, count);
      count.occurrences += 1;
      count.lastRequest = requestId ?? count.lastRequest;
    },
    take() {
      const taken = { routes: [...routes.values()], faults: [...faults.values()] };
      [routes, faults] = [new Map(), new Map()];
      return taken;
    },
    totals: () => ({ ...totals }),
    tooManyErrors: recent.tooManyErrors,
  };
}

/** Answers of the last minutes, minute by minute. */
function lastMinutes(clock: () => number) {
  const recent = new Map<number, { answers: number; errors: number }>();
  const minuteOf = () => Math.floor(clock() / 60_000);
  return {
    add(failed: number) {
      const minute = minuteOf();
      const { answers, errors } = recent.get(minute) ?? { answers: 0, errors: 0 };
      recent.set(minute, { answers: answers + 1, errors: errors + failed });
      for (const old of recent.keys()) if (old <= minute - TOO_MANY.minutes) recent.delete(old);
    },
    tooManyErrors() {
      const since = minuteOf() - TOO_MANY.minutes;
      const spans = [...recent].filter(([minute]) => minute > since).map(([, counts]) => counts);
      const answers = spans.reduce((sum, each) => sum + each.answers, 0);
      const errors = spans.reduce((sum, each) => sum + each.errors, 0);
      return answers >= TOO_MANY.answers && errors > answers * TOO_MANY.share;
    },
  };
}

/** Its kind and its place in the program. The error's own message stays out: it may hold what somebody typed. */
function groupOf(message: string, error: unknown): { fingerprint: string; what: string; place: string } {
  const { name = 'Error', code, stack = '' } = (error ?? {}) as { name?: string; code?: string; stack?: string };
  const what = `${message.replace(/\d+/g, '#').slice(0, 120)} (${name}${code ? ` ${code}` : ''})`.slice(0, 200);
  const frame = stack.split('\n').find((line) => /^\s+at /.test(line) && !/node:|node_modules/.test(line)) ?? '';
  const place = frame
    .trim()
    .replace(/^at /, '')
    .replace(/\(?(file:\/\/)?\/\S*\/(?=[^/]+:\d)/, '(')
    .slice(0, 300);
  return { fingerprint: createHash('sha256').update(`${what} ${place}`).digest('hex').slice(0, 16), what, place };
}
