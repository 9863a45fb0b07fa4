import type { Database, Tx } from '~/db';
import type { Limits } from '~/limits';
import type { Sessions } from '../sessions';

/** What the sign-in commands work with. */
export type Services = { readonly database: Database; readonly sessions: Sessions; readonly limits: Limits };

/**
 * Writes what `members` keeps of a new account (name, consent) in the sign-up's transaction. The route passes it in:
 * `members` imports `auth`, never the reverse (docs/decisions/038).
 * @param userId null: nothing is written, but the same statements run (reliability 10)
 */
export type EnrolMember = (tx: Tx, userId: string | null, name: string | null) => Promise<void>;

/** What is known of the browser that signs in. */
export type Browser = {
  /** The secret of the browser that waits for a letter; null: it waits for none, or keeps no cookies. */
  readonly wait: string | null;
  /** The long-lived secret that tells a device from another. */
  readonly device: string | null;
  /** « Firefox sur Windows » */
  readonly inWords: string;
  /** The session it comes with; it ends when another is opened. */
  readonly sessionId: string | null;
  readonly ip: string;
};

/** What the browser is given after a sign-in. */
export type Opened = {
  /** Set-Cookie value of the session. */
  readonly cookie: string;
  /** The device's secret, the one it had or a new one. */
  readonly device: string;
};
