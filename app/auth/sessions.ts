/**
 * Sessions by lucia (G07): the only module that imports it. The cookie carries a secret; the table keeps its
 * SHA-256. Two instances, because lucia renews by one life for all: the secret's first letter says which.
 */
import {
  type Adapter,
  type DatabaseSession,
  type DatabaseUser,
  generateIdFromEntropySize,
  Lucia,
  TimeSpan,
} from 'lucia';
import type { Database } from '~/db';
import { together } from '~/together';
import * as queries from './queries/sessions';
import { deviceInWords } from './rules/device';
import { SESSION_HOURS, SESSION_MAX_DAYS, STAYING_SESSION_HOURS } from './rules/session';
import type { Viewer } from './rules/viewer';
import { hashOf } from './secrets';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, ViewerAttributes>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: ViewerAttributes;
  }
}
type SessionAttributes = { stays: boolean; proven: boolean; unnoted: boolean; idle: boolean };
type ViewerAttributes = Omit<Viewer, 'id' | 'sessionId' | 'proven'>;

export type Resolved = {
  readonly viewer: Viewer | null;
  readonly cookie: string | null;
  readonly unnoted: boolean;
  readonly idle: boolean;
};

export type Sessions = {
  /**
   * The viewer of a request's Cookie header; `cookie` is a renewed Set-Cookie value, or a blank one for a dead session.
   * `unnoted`: this use of the session is to be written with `note`, after the answer; `idle`: so is that she did
   * something, if what she asks for is an act (D13).
   */
  resolve: (cookieHeader: string) => Promise<Resolved>;
  /**
   * A new session with a new secret (never one that came from outside: session fixation).
   * @param proven false for a sign-in method that asks for nothing of the member's own (G06)
   */
  start: (userId: string, stays: boolean, proven?: boolean) => Promise<{ cookie: string }>;
  /**
   * G06: rights rise, so the secret changes (reliability 8). Null when another window was first and has the new one.
   * @param grace false: the old key opens nothing from now on, not even what is under way
   */
  prove: (viewer: Viewer, grace?: boolean) => Promise<{ cookie: string } | null>;
  /** Writes down that this device was in use. */
  note: (viewer: Viewer, userAgent: string) => Promise<void>;
  /** Ends this session, or all of the member's. Gives the Set-Cookie value that forgets it. */
  end: (viewer: Viewer, everywhere: boolean) => Promise<string>;
  deleteExpired: () => Promise<void>;
};

const STAYING = 'r';
const PASSING = 'p';
const ENTROPY = 25; // bytes: 200 bits, reliability 8 asks for 128

export function sessionStore(database: Database, origin: string): Sessions {
  const cookies = cookiesOf(database, origin);
  const { of, blank } = cookies;

  return {
    resolve: (cookieHeader) => resolved(database, cookies, cookieHeader),
    async start(userId, stays, proven = true) {
      const sessionId = newSecret(stays);
      const session = await of(sessionId).createSession(
        userId,
        { stays, proven, unnoted: true, idle: true },
        { sessionId },
      );
      return { cookie: of(sessionId).createSessionCookie(session.id).serialize() };
    },
    async prove({ sessionId: hash }, grace = true) {
      const secret = newSecret(await database.systemStatement((tx) => queries.sessionStays(tx, hash)));
      const proved = await database.systemStatement((tx) => queries.proveSession(tx, hash, hashOf(secret), grace));
      return proved ? { cookie: of(secret).createSessionCookie(secret).serialize() } : null;
    },
    async note({ sessionId }, userAgent) {
      await database.systemStatement((tx) => queries.noteSession(tx, sessionId, deviceInWords(userAgent)));
    },
    async end(viewer, everywhere) {
      await database.asViewer(viewer.id, (tx) => queries.signOut(tx, everywhere ? null : viewer.sessionId));
      return blank();
    },
    deleteExpired: () => database.systemStatement(queries.deleteExpiredSessions),
  };
}

async function resolved(
  database: Database,
  { of, secretIn, blank }: ReturnType<typeof cookiesOf>,
  cookieHeader: string,
): ReturnType<Sessions['resolve']> {
  const secret = secretIn(cookieHeader);
  if (!secret) return { viewer: null, cookie: null, unnoted: false, idle: false };
  const { session, user } = await of(secret).validateSession(secret);
  if (!session) {
    const viewer = await underItsOldKey(database, hashOf(secret));
    return { viewer, cookie: viewer ? null : blank(), unnoted: false, idle: false };
  }
  return {
    viewer: { ...user, sessionId: hashOf(secret), proven: session.proven },
    cookie: session.fresh ? of(secret).createSessionCookie(secret).serialize() : null,
    unnoted: session.unnoted,
    idle: session.idle,
  };
}

/** lucia's two instances, and the cookie that they share. */
function cookiesOf(database: Database, origin: string) {
  const secure = origin.startsWith('https:');
  const name = secure ? '__Host-aurora_session' : 'aurora_session';
  const adapter = hashingAdapter(database);
  const instance = (hours: number) =>
    new Lucia(adapter, {
      sessionExpiresIn: new TimeSpan(hours, 'h'),
      sessionCookie: { name, attributes: { secure, sameSite: 'lax', path: '/' } },
      getUserAttributes: (attributes) => attributes,
      getSessionAttributes: (attributes) => attributes,
    });
  const passing = instance(SESSION_HOURS);
  const staying = instance(STAYING_SESSION_HOURS);
  // Not lucia's reader: it decodes every cookie of the host and throws at the first stray `%`, whoever set it.
  const ours = new RegExp(`(?:^|;\\s*)${name}=([a-z0-9]{1,100})(?:;|$)`);
  return {
    of: (secret: string) => (secret.startsWith(STAYING) ? staying : passing),
    secretIn: (cookieHeader: string) => ours.exec(cookieHeader)?.[1],
    /** The Set-Cookie value that forgets the session. */
    blank: () => passing.createBlankSessionCookie().serialize(),
  };
}

const newSecret = (stays: boolean) => (stays ? STAYING : PASSING) + generateIdFromEntropySize(ENTROPY);

/** A request that was under way when its session got a new key: served once more, without the new right, and not signed out. */
async function underItsOldKey(database: Database, past: string): Promise<Viewer | null> {
  const hash = await database.systemStatement((tx) => queries.renamedHash(tx, past));
  const found = hash && (await database.systemStatement((tx) => queries.sessionsByHash(tx, [hash]))).get(hash);
  if (!found) return null;
  const { stays, expiresAt, unnoted, idle, ...viewer } = found;
  return { ...viewer, sessionId: past, proven: false };
}

const hoursOf = (stays: boolean) => (stays ? STAYING_SESSION_HOURS : SESSION_HOURS);

/** lucia's port on `postgres`: every id that reaches the database is a hash, every expiry is the database's. */
function hashingAdapter(database: Database): Adapter {
  const run = database.systemStatement;
  // Every request asks; under a load several ask in one statement.
  const byHash = together((hashes) => run((tx) => queries.sessionsByHash(tx, hashes)), { atOnce: 2, most: 64 });
  return {
    async getSessionAndUser(secret): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      const found = await byHash(hashOf(secret));
      if (!found) return [null, null];
      const { id, stays, proven, unnoted, idle, expiresAt, ...attributes } = found;
      return [
        { id: secret, userId: id, expiresAt, attributes: { stays, proven, unnoted, idle } },
        { id, attributes },
      ];
    },
    async setSession(session) {
      const { stays, proven } = session.attributes;
      await run((tx) => queries.insertSession(tx, hashOf(session.id), session.userId, stays, proven, hoursOf(stays)));
    },
    async updateSessionExpiration(secret) {
      const stays = secret.startsWith(STAYING);
      await run((tx) => queries.extendSession(tx, hashOf(secret), hoursOf(stays), SESSION_MAX_DAYS));
    },
    deleteSession: (secret) => run((tx) => queries.deleteSession(tx, hashOf(secret))),
    deleteUserSessions: (userId) => run((tx) => queries.deleteSessionsOf(tx, userId)),
    deleteExpiredSessions: () => run(queries.deleteExpiredSessions),
    getUserSessions: () => Promise.resolve([]),
  };
}
