/** What a request carries from `http.ts` to its route. */

import type { PendingPosts } from '~/auth/commands/pending-posts';
import type { Providers } from '~/auth/providers';
import type { Viewer } from '~/auth/rules/viewer';
import type { Sessions } from '~/auth/sessions';
import type { Plans } from '~/billing/rules/plans';
import type { StripeDoor } from '~/billing/stripe/client';
import type { Config } from '~/config';
import type { Library } from '~/courses/library';
import type { Database } from '~/db';
import type { Files } from '~/files/commands/draft';
import type { Limits } from '~/limits';
import type { Operating } from '~/operating/rules/figures';
import type { Hub } from '~/realtime/hub';
import type { Comfort } from '~/ui/comfort';

export type { Viewer } from '~/auth/rules/viewer';

/** The parts of the site that every request may use. */
export type Services = {
  readonly config: Config;
  readonly database: Database;
  readonly hub: Hub;
  readonly sessions: Sessions;
  /** The other services for signing in that are configured. */
  readonly providers: Providers;
  /** Null: payment is not set up. */
  readonly stripe: StripeDoor | null;
  readonly limits: Limits;
  /** The same, counted in this process alone: what is asked too often for a statement each time. */
  readonly pace: Limits;
  /** The published courses and what lessons say, kept in this process (Q03). */
  readonly library: Library;
  /** What the plans cost and allow, as last read. */
  readonly plans: () => Plans;
  /** Uploaded pictures: their store, and what reads and cuts them. */
  readonly files: Files;
  /** What was posted after a session had ended (C-08). */
  readonly pendingPosts: PendingPosts;
  /** What this process says of itself, for the team and for `/metrics`. */
  readonly operating: Operating;
  /** @param requestId whose answer it concerns; the one that a request carries fills it in */
  readonly log: (message: string, error?: unknown, requestId?: string) => void;
};

export type RequestContext = Services & {
  readonly viewer: Viewer | null;
  /** She writes courses, or may: her menu has the page of the team. */
  readonly hasDesk: boolean;
  /** Text size and theme, of the account or of this device; also of a page that says what went wrong. */
  readonly comfort: Comfort;
  readonly requestId: string;
  /** For the page's one <style> rule of the viewer's own. */
  readonly nonce: string;
  /** The caller's address, as far as TRUST_PROXY lets it be believed; IPv6 by /64. */
  readonly ip: string;
  /** The page's script sent this and wants the smallest answer (contract 1). */
  readonly fragment: boolean;
  /** How the answer may be compressed, in the words of the request. */
  readonly acceptEncoding: string | null;
  /** Other sites that a form of ours may lead to. */
  readonly formTargets: readonly string[];
  readonly assets: { readonly script: string; readonly styles: string };
  /** Tells the salon's other readers that this member is writing. */
  readonly typing: (salonId: string, viewer: Viewer) => void;
  /** N05: this member's page of the salon has given a sign of life. */
  readonly stillThere: (salonId: string, viewer: Viewer) => void;
  /** Runs after the answer has gone out; a failure is logged and changes nothing. */
  readonly afterAnswer: (work: () => Promise<unknown>) => void;
};

declare module '@remix-run/node' {
  interface AppLoadContext extends RequestContext {}
}
