/**
 * Posts that wait for the same salon are stored together (docs/decisions/046). Each takes the salon's row lock until its
 * commit has reached the disk, so a salon alone had as many posts a second as its disk has flushes. Nothing waits in a
 * quiet salon: the first post leaves at once, and what comes while it is under way leaves together after it.
 */
import type { Database } from '~/db';
import { AppError } from '~/errors';
import { insertMessage, type Posted } from './queries';
import type { MessageDraft } from './rules';

/** Of one flush; its statements hold the salon for a few milliseconds. */
const TOGETHER_MAX = 32;
/** Who would wait behind more is told at once to come back. */
const WAITING_MAX = 1_000;
const RETRY = 3; // s

type Post = { readonly viewerId: string; readonly draft: MessageDraft };
type Waiting = Post & {
  readonly stored: (posted: Posted | null) => void;
  readonly refused: (error: unknown) => void;
};

/** Of each salon that is being written to; gone when nobody waits. */
const lines = new WeakMap<Database, Map<string, Waiting[]>>();

/** Stores a post under its author's own identity and rights. @returns null: not a salon of hers */
export function storePost(database: Database, salonId: string, post: Post): Promise<Posted | null> {
  const salons = lines.get(database) ?? new Map<string, Waiting[]>();
  lines.set(database, salons);
  const line = salons.get(salonId);
  return new Promise((stored, refused) => {
    const waiting = { ...post, stored, refused };
    if (!line) {
      const fresh: Waiting[] = [];
      salons.set(salonId, fresh);
      void serve(database, salonId, [waiting], fresh).finally(() => salons.delete(salonId));
    } else if (line.length < WAITING_MAX) line.push(waiting);
    else refused(new AppError('unavailable', 'posts waiting', RETRY));
  });
}

async function serve(database: Database, salonId: string, first: Waiting[], line: Waiting[]): Promise<void> {
  for (let group = first; group.length > 0; group = line.splice(0, TOGETHER_MAX)) {
    const lost = await (group.length === 1 ? alone(database, salonId, group) : together(database, salonId, group));
    // The database is away, or the salon is locked: those behind are told so, and not kept for the same wait again.
    if (lost) for (const { refused } of line.splice(0)) refused(lost);
  }
}

/**
 * Each in a transaction of its own, in their order: the salon's lock lets no two pass at once anyway.
 * @returns what went wrong with the database, if that is what did
 */
async function alone(database: Database, salonId: string, group: readonly Waiting[]): Promise<AppError | null> {
  let lost: AppError | null = null;
  for (const { viewerId, draft, stored, refused } of group) {
    if (lost) {
      refused(lost);
      continue;
    }
    try {
      stored(await database.viewerStatement((tx) => insertMessage(tx, viewerId, salonId, draft)));
    } catch (error) {
      refused(error);
      if (isLost(error)) lost = error;
    }
  }
  return lost;
}

/**
 * One transaction, in which each statement says itself who asks. One that is refused undoes all, and each is tried alone:
 * it costs the others a moment and nothing else. After a lost connection nobody knows what stands, and nothing is repeated.
 */
async function together(database: Database, salonId: string, group: readonly Waiting[]): Promise<AppError | null> {
  // Each post also locks its author's count: two groups that share authors must come to them in one order.
  const posts = [...group].sort((one, other) => one.viewerId.localeCompare(other.viewerId));
  try {
    const made = await database.asViewer(null, (tx) =>
      Promise.all(posts.map(({ viewerId, draft }) => insertMessage(tx, viewerId, salonId, draft))),
    );
    posts.forEach(({ stored }, at) => stored(made[at] ?? null));
    return null;
  } catch (error) {
    if (!isLost(error)) return alone(database, salonId, group);
    for (const { refused } of posts) refused(error);
    return error;
  }
}

/** A deadlock leaves nothing behind, as a refusal does: each is tried alone. */
const DEADLOCK = '40P01';

function isLost(error: unknown): error is AppError {
  return error instanceof AppError && error.code === 'unavailable' && error.detail !== DEADLOCK;
}
