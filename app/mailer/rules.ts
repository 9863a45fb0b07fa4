/** The rules of letters out: how many, how long, what an answer means. Pure and synchronous. */
import type { ListName } from '~/config/mail';
import type { Flash } from '~/ui/notice';

/** One place for the numbers of C-23. */
export const CAPS = {
  /** Letters of one kind to one mailbox in an hour: whoever asks again and again gets the first ones. */
  perHour: 6,
  /** Letters of all kinds to one mailbox in a day. */
  perDay: 30,
  /** Letters of the whole site in an hour; the others wait. A thousand new accounts at once are not a thousand members. */
  perHourInAll: 2_000,
  /** To an address that is stopped, in a day: only letters by which its owner proves that it works again. */
  perDayStopped: 2,
} as const;

/**
 * Asked for by whoever reads that mailbox, and using them confirms that she does: they also go to an address that has
 * bounced, or nobody could ever come back from a mailbox that was full for a week.
 */
export const PROVES_ADDRESS: readonly string[] = ['confirmation', 'addressConfirmation', 'signIn', 'reset'];

/** Soft bounces without a delivery in between, after which an address counts as dead. */
export const SOFT_BOUNCES = 3;

/** Days after which nothing in a row says to whom the letter went. */
export const KEPT_DAYS = 30;

/** Minutes that a letter may wait before the site says that its mail is not well. The daily letter is in no hurry. */
export const LATE_MINUTES = 15;

/** A letter as the provider or the folder takes it. */
export type Parcel = {
  /** The outbox row: the same letter has the same key, however often it is tried. */
  readonly id: string;
  readonly template: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly createdAt: Date;
  /** RFC 8058; null for a letter that is a service. */
  readonly unsubscribeUrl: string | null;
  /** The provider has shut this address off and must open it first. */
  readonly reopen: boolean;
};

/** Why nothing leaves at all: our key is refused, we were too fast, nobody answers. */
export type Shut = 'key' | 'rate' | 'away';

export type Outcome =
  | { readonly is: 'sent'; readonly messageId: string | null }
  /** For good: trying again would change nothing. */
  | { readonly is: 'refused'; readonly reason: string }
  /** `seconds`: what was asked of us; null: ours to choose. `shut`: the next letter would fare no better. */
  | { readonly is: 'later'; readonly reason: string; readonly seconds: number | null; readonly shut: Shut | null };

/** Where letters go. Never throws: whatever happens is an outcome. */
export type Post = { readonly send: (parcel: Parcel, signal?: AbortSignal) => Promise<Outcome> };

/** Seconds until a letter's next try: 5, 10, 20 … 10 minutes. `chance` from 0 to 1 spreads them by a quarter. */
export function backOff(attempts: number, chance: number): number {
  const base = Math.min(5 * 2 ** Math.max(0, attempts - 1), 600);
  return base * (0.75 + chance / 2);
}

/** Seconds for which the way out is shut: a refused key is looked at by a person, an absence by the clock. */
export function shutFor(shut: Shut, failures: number, chance: number): number {
  if (shut === 'key') return 300;
  return Math.min(5 * 2 ** failures, 120) * (0.75 + chance / 2);
}

/** What the site calls the provider's word for what became of a letter; undefined: nothing we keep (G29). */
export const ARRIVALS: Readonly<Record<string, Arrival | undefined>> = {
  delivered: 'delivered',
  soft_bounce: 'soft_bounce',
  hard_bounce: 'hard_bounce',
  invalid_email: 'hard_bounce',
  spam: 'complaint',
  complaint: 'complaint',
  blocked: 'blocked',
};
export type Arrival = 'delivered' | 'soft_bounce' | 'hard_bounce' | 'complaint' | 'blocked';

/** What stops an address (C-16). */
export type StopReason = 'hard_bounce' | 'soft_bounces' | 'complaint';

/** How the provider's contact lists are named in `mail_list_wishes`; `contact` is the whole entry there. */
export type WishedList = ListName | 'contact';

/** Whose choice of letters it is: a member's, or that of an address without an account, kept as its hash. */
export type Subscriber =
  | { readonly is: 'member'; readonly userId: string }
  | { readonly is: 'address'; readonly addressHash: string };

/** What the next page says after an action, by the name that its address carries (`routes/flashes.ts`). */
export const flashes = {
  reprise: { tone: 'succes', text: 'Les courriels partent de nouveau vers cette adresse.' },
} as const satisfies Record<string, Flash>;
