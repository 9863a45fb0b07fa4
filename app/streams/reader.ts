/** One open stream and whose it is. */
import type { Hidden } from '~/chat/rules/hidden';
import type { Stream } from '~/realtime/stream';
import type { StreamRequest } from './request';

/** Why somebody may not stay: no longer of this salon, or no longer signed in. Only the second can be mended by her. */
export type Dismissal = 'member' | 'session';

/** What is shown once and kept nowhere: the element, and the event that carries it. */
export type Shown = {
  readonly kind: 'presence' | 'membres' | 'ecrit' | 'epingle';
  readonly html: string;
  readonly event: string;
};

export type Reader = {
  readonly connection: string;
  readonly userId: string;
  readonly sessionId: string;
  readonly salonId: string;
  readonly ip: string;
  readonly stream: Stream;
  readonly heartbeat: string;
  /** N05: what its page is sent so that it gives a sign of life; empty: not yet, or its script does by itself. */
  readonly asksForSign: (now: number) => string;
  /** Whom she does not see (C-22). */
  readonly hidden: Hidden;
  /** What she was shown is not what she may see now: load the page again. */
  readonly reset: () => void;
  /** One event that is never replayed; for everybody the same. */
  readonly show: (shown: Shown) => void;
  /** You may not stay. */
  readonly dismiss: (why: Dismissal) => void;
  /** The server goes, you may come back. */
  readonly pause: () => void;
};

export function identity({ viewer, salonId, ip }: StreamRequest) {
  return { connection: crypto.randomUUID(), userId: viewer.id, sessionId: viewer.sessionId, salonId, ip };
}
