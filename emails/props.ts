/**
 * What each letter is written from. Plain JSON, because it waits in the outbox. Times are ISO 8601 in UTC; places are
 * paths of ours (`href(…)`), which only become addresses with ORIGIN when the letter is written.
 */
export type LetterProps = {
  /** A05, W02: the button, then a POST. */
  readonly confirmation: { readonly name: string; readonly path: string; readonly code: string };
  /** A02, G05: a link for the asking browser and a code for any other. Six digits. */
  readonly signIn: { readonly name: string; readonly path: string; readonly code: string };
  /** A09. */
  readonly reset: { readonly name: string; readonly path: string; readonly code: string };
  readonly passwordChanged: { readonly name: string; readonly at: string; readonly path: string };
  /** D07: to the new address. */
  readonly addressConfirmation: { readonly name: string; readonly newEmail: string; readonly path: string };
  /** D07: to the old address, when the change is asked for and when it is done. */
  readonly addressChanged: {
    readonly name: string;
    readonly newEmail: string;
    readonly done: boolean;
    readonly path: string;
  };
  readonly newDevice: { readonly name: string; readonly device: string; readonly at: string; readonly path: string };
  /** G06: six digits for whoever is signed in and proves anew who she is. */
  readonly proof: { readonly name: string; readonly code: string; readonly path: string };
  /** U12: the printed card has opened the account, and is used up. */
  readonly cardUsed: { readonly name: string; readonly device: string; readonly at: string; readonly path: string };
  /** A03: Google or GitHub opens this account from now on. */
  readonly doorAdded: {
    readonly name: string;
    readonly provider: string;
    readonly account: string;
    readonly at: string;
    readonly path: string;
  };
  /** Somebody signed up with an address that has an account: told to its owner alone (enumeration, reliability 10). */
  readonly accountExists: { readonly name: string; readonly path: string };
  /** Somebody asked for a sign-in or reset letter for an address without an account. */
  readonly noAccount: { readonly path: string };
  /** O03: to whoever runs the site, when something is out of order and when it is over. */
  readonly alert: { readonly subject: string; readonly over: boolean; readonly at: string; readonly path: string };
  /** Z03: a receiver of events has been left alone. */
  readonly webhookOff: { readonly at: string; readonly path: string };
  /** W07: shows that letters arrive. */
  readonly selfTest: { readonly at: string; readonly path: string };
  readonly welcome: { readonly name: string; readonly path: string };
  /** F09. */
  readonly invitation: {
    readonly inviter: string;
    readonly salon: string;
    readonly description: string | null;
    readonly path: string;
    readonly until: string;
    /** Who may come in by it; one, in letters from before. */
    readonly people?: number;
  };
  /** R04. */
  readonly joinRequested: {
    readonly name: string;
    readonly asker: string;
    readonly salon: string;
    readonly path: string;
  };
  readonly joinAnswered: {
    readonly name: string;
    readonly salon: string;
    readonly welcome: boolean;
    readonly path: string;
  };
  /** R07. */
  readonly salonClosing: { readonly name: string; readonly salon: string; readonly at: string; readonly path: string };
  /** C-22. */
  readonly salonBanned: {
    readonly name: string;
    readonly salon: string;
    readonly reason: string;
    readonly path: string;
  };
  readonly paymentReceived: {
    readonly name: string;
    readonly plan: 'premium' | 'annuel';
    readonly cents: number;
    readonly paidUntil: string;
    readonly path: string;
  };
  readonly paymentFailed: {
    readonly name: string;
    readonly plan: 'premium' | 'annuel';
    readonly cents: number;
    readonly keptUntil: string;
    readonly path: string;
  };
  /** M05: before each yearly renewal. */
  readonly renewalReminder: {
    readonly name: string;
    readonly cents: number;
    readonly at: string;
    readonly path: string;
  };
  readonly trialEnding: { readonly name: string; readonly at: string; readonly path: string };
  readonly trialEnded: { readonly name: string; readonly at: string; readonly path: string };
  readonly cancellationReceipt: {
    readonly name: string;
    readonly at: string;
    readonly paidUntil: string;
    readonly reference: string;
    /** Paid back because she withdrew within fourteen days, in cents; then everything has ended at once. */
    readonly refundedCents?: number;
    readonly path: string;
  };
  /** M06: `path` is the certificate's public page. */
  readonly courseFinished: {
    readonly name: string;
    readonly course: string;
    readonly path: string;
    /** 1 to 7: whose cover it shows. A letter from before there were covers has none. */
    readonly pillar?: number;
    /** The lesson to read next in another of her courses, as the pages say it; none when there is none. */
    readonly next?: {
      readonly course: string;
      readonly number: number;
      readonly lesson: string;
      readonly path: string;
    };
  };
  /** C-14, U08: one a day at most, never empty. */
  readonly dailyLetter: {
    readonly name: string;
    readonly day: string;
    readonly salons: readonly {
      readonly name: string;
      readonly path: string;
      readonly excerpts: readonly { readonly author: string; readonly text: string }[];
      /** Messages beyond the excerpts. */
      readonly more: number;
    }[];
    readonly path: string;
  };
  readonly mention: {
    readonly name: string;
    readonly author: string;
    readonly salon: string;
    readonly excerpt: string;
    readonly path: string;
  };
  /** DSA, article 17: what was decided, by which rule, what a machine had to do with it, and how to answer. */
  readonly moderationDecision: {
    readonly name: string;
    readonly decision: string;
    readonly rule: string;
    readonly reason: string;
    readonly automation: 'none' | 'detected' | 'decided';
    readonly path: string;
  };
  /** To who has reported: what became of it. */
  readonly reportDecided: { readonly name: string; readonly decision: string; readonly path: string };
  readonly exportReady: { readonly name: string; readonly until: string; readonly path: string };
  /** U06: asked for; until then she may change her mind. */
  readonly erasureAsked: {
    readonly name: string;
    readonly at: string;
    readonly messagesKept: boolean;
    readonly reference: string;
    readonly path: string;
  };
  /** G35: on that day the account is erased, unless its member signs in. */
  readonly idleAccount: {
    readonly name: string;
    readonly at: string;
    readonly isLast: boolean;
    readonly path: string;
  };
  /** `path` is the signed receipt, which anybody may check. */
  readonly erasureReceipt: {
    readonly name: string;
    readonly at: string;
    readonly messagesKept: boolean;
    readonly backupsUntil: string;
    readonly reference: string;
    readonly path: string;
  };
};

export type LetterName = keyof LetterProps;
