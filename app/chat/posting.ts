/**
 * Posts that wait for the same salon are stored together (docs/decisions/046). Each takes the salon's row lock until its
 * commit has reached the disk, so a salon alone had as many posts a second as its disk has flushes. Nothing waits in a
 * quiet salon: the first post leaves at once, and what comes while it is under way leaves together after it.
 */
import { setTimeout } from 'node:timers/promises';
import type { Database } from '~/db';
import { AppError } from '~/errors';
import { insertMessages, type Post, type Posted } from './queries/posts';

/** Of one flush; its statements hold the salon for a few milliseconds. */
const TOGETHER_MAX = 32;
/** Who would wait behind more is told at once to come back. */
const WAITING_MAX = 1_000;
const RETRY = 3; // s

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
      void serve(database, salonId, [waiting], fresh, () => salons.delete(salonId));
    } else if (line.length < WAITING_MAX) line.push(waiting);
    else refused(new AppError('unavailable', 'posts waiting', RETRY));
  });
}

/** @param end takes the line away, in the same turn in which it is found empty: who comes after that begins another */
async function serve(
  database: Database,
  salonId: string,
  first: Waiting[],
  line: Waiting[],
  end: () => void,
): Promise<void> {
  for (let group = first; group.length > 0; group = line.splice(0, TOGETHER_MAX)) {
    const lost = await (group.length === 1 ? alone(database, salonId, group) : together(database, salonId, group));
    // The database is away, or the salon is locked: those behind are told so, and not kept for the same wait again.
    if (lost) for (const { refused } of line.splice(0)) refused(lost);
  }
  end();
}

/**
 * Each in a transaction of its own, in their order: the salon's lock lets no two pass at once anyway.
 * @returns what went wrong with the database, if that is what did
 */
async function alone(database: Database, salonId: string, group: readonly Waiting[]): Promise<AppError | null> {
  let lost: AppError | null = null;
  for (const post of group) {
    const { stored, refused } = post;
    if (lost) {
      refused(lost);
      continue;
    }
    try {
      stored(await one(database, salonId, post));
    } catch (error) {
      refused(error);
      if (isLost(error)) lost = error;
    }
  }
  return lost;
}

/**
 * One statement. One that is refused undoes all, and each is tried alone: it costs the others a moment and nothing else.
 * So is one that found no salon of hers. After a lost connection nobody knows what stands, and nothing is repeated.
 */
async function together(database: Database, salonId: string, group: readonly Waiting[]): Promise<AppError | null> {
  try {
    const made = await database.viewerStatement((tx) => insertMessages(tx, salonId, group));
    group.forEach(({ stored }, at) => made[at] && stored(made[at]));
    return alone(
      database,
      salonId,
      group.filter((_, at) => !made[at]),
    );
  } catch (error) {
    if (!isLost(error)) return alone(database, salonId, group);
    for (const { refused } of group) refused(error);
    return error;
  }
}

/** A deadlock, or a change that came between: it leaves nothing behind, as a refusal does, and may be tried again. */
const UNDONE = ['40P01', '40001'];
/** ms: the other one of a deadlock goes first. */
const OTHERS_FIRST = 50;

async function one(database: Database, salonId: string, post: Post, tries = 3): Promise<Posted | null> {
  try {
    const [made] = await database.viewerStatement((tx) => insertMessages(tx, salonId, [post]));
    return made ?? null;
  } catch (error) {
    if (!isUndone(error) || tries === 1) throw error;
    await setTimeout(OTHERS_FIRST);
    return one(database, salonId, post, tries - 1);
  }
}

const isUndone = (error: unknown) => error instanceof AppError && UNDONE.includes(error.detail);

function isLost(error: unknown): error is AppError {
  return error instanceof AppError && error.code === 'unavailable' && !isUndone(error);
}
