/**
 * The history of a trial: what was posted and answered, what was stored, what each reader received; and what in it
 * breaks the promise of docs/reliability.md. Pure.
 */

export type Outcome = 'acknowledged' | 'refused' | 'unknown';

export type Post = {
  /** Stands in the message's words, and makes its key. */
  readonly n: number;
  readonly salon: string;
  /** When it was first sent, in milliseconds of one clock. */
  readonly invoked: number;
  /** When its last answer came; later than everything while it has none. */
  answered: number;
  /** `refused`: answered 4xx each time it was sent. `unknown`: without an answer, or answered 503, the last time. */
  outcome: Outcome;
};

export type StoredPost = { readonly n: number; readonly salon: string; readonly seq: number };

/** What one reader received over all of its connections. */
export type Received = {
  readonly reader: string;
  readonly salon: string;
  /** Nothing up to this number is owed: where the reader began, or the page that it read after a `reset`. */
  readonly from: number;
  readonly has: (seq: number) => boolean;
  /** The number of the post that came under this change number, from whichever reader; undefined when none came. */
  readonly postUnder: (seq: number) => number | undefined;
  readonly repeated: readonly number[];
  readonly inverted: readonly number[];
  /** Came under a change number with other words than another reader got. */
  readonly altered: readonly number[];
};

export const BREACHES = {
  lost: 'acknowledged, and not stored',
  doubled: 'stored more than once',
  granted: 'refused, and stored all the same',
  overtaken: 'sent after another was acknowledged, and numbered before it',
  missed: 'stored, and not received',
  repeated: 'received twice by one reader',
  inverted: 'received after a later one',
  altered: 'received with other words than are stored',
} as const;
export type Breach = keyof typeof BREACHES;
export type Verdict = Readonly<Record<Breach, readonly string[]>>;

export function verdictOn(
  posts: readonly Post[],
  stored: readonly StoredPost[],
  readers: readonly Received[],
): Verdict {
  const rows = groupBy(stored, ({ n }) => n);
  const bySalon = groupBy(stored, ({ salon }) => salon);
  const named = (each: readonly Post[]) => each.map(({ n }) => `post ${n}`);
  const owed = (reader: Received) => (bySalon.get(reader.salon) ?? []).filter(({ seq }) => seq > reader.from);
  const atReaders = (what: (reader: Received) => readonly number[]) =>
    readers.flatMap((reader) => what(reader).map((seq) => `number ${seq} at ${reader.reader}`));
  return {
    lost: named(posts.filter(({ n, outcome }) => outcome === 'acknowledged' && !rows.has(n))),
    doubled: named(posts.filter(({ n }) => (rows.get(n)?.length ?? 0) > 1)),
    granted: named(posts.filter(({ n, outcome }) => outcome === 'refused' && rows.has(n))),
    overtaken: [...bySalon.values()].flatMap((salon) => named(overtaken(posts, salon))),
    missed: atReaders((reader) =>
      owed(reader)
        .map(({ seq }) => seq)
        .filter((seq) => !reader.has(seq)),
    ),
    repeated: atReaders((reader) => reader.repeated),
    inverted: atReaders((reader) => reader.inverted),
    altered: atReaders((reader) => [
      ...reader.altered,
      ...owed(reader).flatMap(({ n, seq }) => (reader.has(seq) && reader.postUnder(seq) !== n ? [seq] : [])),
    ]),
  };
}

function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** From the last number to the first: none may have been sent after one with a later number was answered. */
function overtaken(posts: readonly Post[], salon: readonly StoredPost[]): Post[] {
  const postOf = new Map(posts.map((post) => [post.n, post]));
  let earliestAnswer = Number.POSITIVE_INFINITY;
  const found: Post[] = [];
  for (const { n } of [...salon].sort((one, other) => other.seq - one.seq)) {
    const post = postOf.get(n);
    if (!post) continue;
    if (earliestAnswer < post.invoked) found.push(post);
    if (post.outcome === 'acknowledged') earliestAnswer = Math.min(earliestAnswer, post.answered);
  }
  return found;
}

export const held = (verdict: Verdict): boolean => Object.values(verdict).every((found) => found.length === 0);

/** One line for each breach, with its first examples. */
export function describeVerdict(verdict: Verdict): string {
  return Object.entries(verdict)
    .filter(([, found]) => found.length > 0)
    .map(([breach, found]) => `${found.length} ${BREACHES[breach as Breach]}: ${found.slice(0, 5).join(', ')}`)
    .join('\n');
}
