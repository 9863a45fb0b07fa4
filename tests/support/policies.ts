/** One database with its cast and its roles, and how a test asks as each of them. */
import postgres from 'postgres';
import type { Viewer } from '~/auth/rules/viewer';
import { type Database, openDatabase, type Tx } from '~/db';
import { AppError } from '~/errors';
import { createHub } from '~/realtime/hub';
import { type Cast, castIn, type Member } from './cast';
import { freshDatabase } from './database';

export type Stage = {
  readonly url: string;
  readonly cast: Cast;
  /** The owner of the schema, or the server's administrator: to look at the catalog, to break things, to end backends. */
  readonly owner: postgres.Sql;
  readonly database: Database;
  readonly hub: ReturnType<typeof createHub>;
  /** The same database as another process has it. */
  readonly secondDatabase: () => Database;
  readonly close: () => Promise<void>;
};

export async function stage(): Promise<Stage> {
  const { url, drop } = await freshDatabase();
  const cast = castIn(url);
  const owner = postgres(url, { max: 2, onnotice: () => {} });
  const opened = [openDatabase(url)];
  const [database] = opened as [Database];
  return {
    url,
    cast,
    owner,
    database,
    hub: createHub(database, () => {}),
    secondDatabase() {
      const second = openDatabase(url);
      opened.push(second);
      return second;
    },
    async close() {
      await Promise.all([...opened.map((each) => each.close()), cast.close(), owner.end()]);
      await drop();
    },
  };
}

/** A statement whose text is made in the test; never with anything from outside. */
export function statement(tx: Tx, text: string): postgres.PendingQuery<postgres.Row[]> {
  return tx(Object.assign([text], { raw: [text] }));
}

/** What came of one statement; `denied`: there is no right at all; `stopped`: a policy refused the row. */
export type Attempt =
  | { readonly outcome: 'ran'; readonly rows: readonly postgres.Row[]; readonly count: number }
  | { readonly outcome: 'denied' | 'stopped' };

const UNDONE = new Error('undone');

/** Runs one statement as this member and takes it back. A constraint that refuses is passed on as it is. */
export async function attempt(database: Database, viewerId: string | null, text: string): Promise<Attempt> {
  let ran: Attempt = { outcome: 'denied' };
  try {
    await database.asViewer(viewerId, async (tx) => {
      const rows = await statement(tx, text);
      ran = { outcome: 'ran', rows, count: rows.count };
      throw UNDONE;
    });
  } catch (error) {
    if (error === UNDONE) return ran;
    const { code, message } = causeOf(error);
    // 55000: a view that nobody can write through.
    if (code !== '42501' && code !== '55000') throw error;
    return { outcome: message.includes('row-level security') ? 'stopped' : 'denied' };
  }
  return ran;
}

/** The database's own words under an AppError. */
export function causeOf(error: unknown): { readonly code: string; readonly message: string } {
  const cause = error instanceof AppError ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return { code: '', message: String(cause) };
  return { code: 'code' in cause ? String(cause.code) : '', message: cause.message };
}

/** This member as a page has her. */
export function viewerOf(member: Member): Viewer {
  return {
    id: member.id,
    name: member.name,
    appRole: 'member',
    confirmed: true,
    textSize: 1,
    theme: null,
    sessionId: 'none',
    proven: false,
    chosenStatus: null,
    chosenUntil: null,
    suspended: false,
    isNew: false,
    avatarUrl: null,
    lateUntil: null,
    unreadNotices: 0,
  };
}

/** The fate of many promises: what they gave, and what refused the others. */
export async function fates<T>(work: readonly Promise<T>[]): Promise<{ gave: T[]; refused: unknown[] }> {
  const settled = await Promise.allSettled(work);
  return {
    gave: settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])),
    refused: settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : [])),
  };
}

/** Runs `task(0 … count-1)` with so many at once. */
export async function inParallel(count: number, atOnce: number, task: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await task(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Refused for want of a right, whether by grant or by policy. */
export const FORBIDDEN = { name: 'AppError', code: 'forbidden', detail: 'row_security' };
