/**
 * Sessions by lucia (G07): the only module that imports it. The cookie carries a secret; the table keeps its
 * SHA-256. Two instances, because lucia renews by one life for all: the secret's first letter says which.
 */
import { createHash } from 'node:crypto';
import {
  type Adapter,
  type DatabaseSession,
  type DatabaseUser,
  generateIdFromEntropySize,
  Lucia,
  TimeSpan,
} from 'lucia';
import type { Database } from '~/db';
import * as queries from './queries/sessions';
import { SESSION_HOURS, SESSION_MAX_DAYS, STAYING_SESSION_HOURS } from './rules/session';
import type { Viewer } from './rules/viewer';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, Omit<Viewer, 'id' | 'sessionId'>>;
    DatabaseSessionAttributes: { stays: boolean };
    DatabaseUserAttributes: Omit<Viewer, 'id' | 'sessionId'>;
  }
}

export type Sessions = {
  /** The viewer of a request's Cookie header; `cookie` is a renewed Set-Cookie value, or a blank one for a dead session. */
  resolve: (cookieHeader: string) => Promise<{ viewer: Viewer | null; cookie: string | null }>;
  /** A new session with a new secret (never one that came from outside: session fixation). */
  start: (userId: string, stays: boolean) => Promise<{ cookie: string }>;
  /** Ends this session, or all of the member's. Gives the Set-Cookie value that forgets it. */
  end: (viewer: Viewer, everywhere: boolean) => Promise<string>;
  deleteExpired: () => Promise<void>;
};

const STAYING = 'r';
const PASSING = 'p';
const ENTROPY = 25; // bytes: 200 bits, reliability 8 asks for 128

export function sessionStore(database: Database, origin: string): Sessions {
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
  // Not lucia's reader: it decodes every cookie of the host and throws at the first stray `%`, whoever set it.
  const ours = new RegExp(`(?:^|;\\s*)${name}=([a-z0-9]{1,100})(?:;|$)`);
  const passing = instance(SESSION_HOURS);
  const staying = instance(STAYING_SESSION_HOURS);
  const of = (secret: string) => (secret.startsWith(STAYING) ? staying : passing);

  return {
    async resolve(cookieHeader) {
      const secret = ours.exec(cookieHeader)?.[1];
      if (!secret) return { viewer: null, cookie: null };
      const { session, user } = await of(secret).validateSession(secret);
      if (!session) return { viewer: null, cookie: passing.createBlankSessionCookie().serialize() };
      return {
        viewer: { ...user, sessionId: hashOf(secret) },
        cookie: session.fresh ? of(secret).createSessionCookie(secret).serialize() : null,
      };
    },
    async start(userId, stays) {
      const sessionId = (stays ? STAYING : PASSING) + generateIdFromEntropySize(ENTROPY);
      const session = await of(sessionId).createSession(userId, { stays }, { sessionId });
      return { cookie: of(sessionId).createSessionCookie(session.id).serialize() };
    },
    async end(viewer, everywhere) {
      await database.systemStatement((tx) =>
        everywhere ? queries.deleteSessionsOf(tx, viewer.id) : queries.deleteSession(tx, viewer.sessionId),
      );
      return passing.createBlankSessionCookie().serialize();
    },
    deleteExpired: () => passing.deleteExpiredSessions(),
  };
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

const hoursOf = (stays: boolean) => (stays ? STAYING_SESSION_HOURS : SESSION_HOURS);

/** lucia's port on `postgres`: every id that reaches the database is a hash, every expiry is the database's. */
function hashingAdapter(database: Database): Adapter {
  const run = database.systemStatement;
  return {
    async getSessionAndUser(secret): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      const found = await run((tx) => queries.sessionByHash(tx, hashOf(secret)));
      if (!found) return [null, null];
      const { id, stays, expiresAt, ...attributes } = found;
      return [
        { id: secret, userId: id, expiresAt, attributes: { stays } },
        { id, attributes },
      ];
    },
    async setSession(session) {
      const { stays } = session.attributes;
      await run((tx) => queries.insertSession(tx, hashOf(session.id), session.userId, stays, hoursOf(stays)));
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
