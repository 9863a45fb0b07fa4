/** What this stand-in for Stripe knows: its objects by id, its clock, and what a card of a customer does. */
import { randomBytes } from 'node:crypto';
import type Stripe from 'stripe';

/** Of the test cards in Stripe's own documentation, what they do; every other number is refused as no card. */
export const CARDS = {
  '4242424242424242': 'good',
  '4000002500003155': 'asks', // 3-D Secure at the first payment
  '4000000000000002': 'declined',
  '4000000000000341': 'fails later', // is accepted at first, and pays nothing afterwards
} as const;
export type CardDoes = (typeof CARDS)[keyof typeof CARDS];
export type Card = { readonly last4: string; readonly does: CardDoes };

export type Tariff = {
  readonly id: string;
  readonly name: string;
  readonly cents: number;
  readonly interval: 'month' | 'year';
  readonly currency?: string;
};

/** Tables that are kept when the stand-in is started again. */
export type Tables = {
  readonly customers: Map<string, Stripe.Customer>;
  readonly deletedCustomers: Map<string, { readonly id: string }>;
  readonly cards: Map<string, Card>;
  readonly subscriptions: Map<string, Stripe.Subscription>;
  readonly schedules: Map<string, Stripe.SubscriptionSchedule>;
  readonly sessions: Map<string, Stripe.Checkout.Session>;
  readonly invoices: Map<string, Stripe.Invoice>;
  readonly charges: Map<string, Stripe.Charge>;
  readonly refunds: Map<string, Stripe.Refund>;
  readonly disputes: Map<string, Stripe.Dispute>;
  /** Pages that a member was sent to: which customer, and where they lead back. */
  readonly portals: Map<string, { readonly customer: string; readonly back: string }>;
  readonly events: Map<string, Stripe.Event>;
  /** Idempotency keys: the question, and the answer it got. */
  readonly answers: Map<string, { readonly question: string; readonly status: number; readonly body: unknown }>;
};

export type World = Tables & {
  readonly tariffs: readonly Tariff[];
  /** Where its pages are, without a slash at the end. */
  origin: string;
  /** Seconds that its clock has been turned forward. */
  ahead: number;
  /** Called with each event, in order. */
  tell: (event: Stripe.Event) => void;
};

export function emptyWorld(tariffs: readonly Tariff[]): World {
  const tables = Object.fromEntries(TABLE_NAMES.map((name) => [name, new Map()])) as unknown as Tables;
  return { ...tables, tariffs, origin: '', ahead: 0, tell: () => {} };
}

export const TABLE_NAMES = [
  'customers',
  'deletedCustomers',
  'cards',
  'subscriptions',
  'schedules',
  'sessions',
  'invoices',
  'charges',
  'refunds',
  'disputes',
  'portals',
  'events',
  'answers',
] as const satisfies readonly (keyof Tables)[];

/** Seconds since 1970 by the stand-in's clock. */
export function clock({ ahead }: World): number {
  return Math.floor(Date.now() / 1_000) + ahead;
}

/** `cus_…` as Stripe makes them: letters and digits alone. */
export function newId(prefix: string, length = 24): string {
  return `${prefix}_${randomBytes(length).toString('base64').replace(/\W/g, 'x').slice(0, length)}`;
}

/** A refusal in Stripe's words. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    readonly code: string | null,
    message: string,
  ) {
    super(message);
  }
}

export function missing(what: string, id: string): Refusal {
  return new Refusal(404, 'invalid_request_error', 'resource_missing', `No such ${what}: '${id}'`);
}

export function invalid(message: string, code: string | null = null): Refusal {
  return new Refusal(400, 'invalid_request_error', code, message);
}

export function found<T>(table: ReadonlyMap<string, T>, what: string, id: string): T {
  const there = table.get(id);
  if (!there) throw missing(what, id);
  return there;
}

export function tariffOf({ tariffs }: World, id: string): Tariff {
  const tariff = tariffs.find((each) => each.id === id);
  if (!tariff) throw missing('price', id);
  return tariff;
}
