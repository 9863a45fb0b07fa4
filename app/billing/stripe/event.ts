/** What an event says that we use: that something changed, and for whom. Its object is not looked at further. Pure. */
import { z } from 'zod';

export type StripeEvent = {
  readonly id: string;
  readonly type: string;
  readonly createdAt: Date;
  readonly livemode: boolean;
  readonly apiVersion: string | null;
  /** Where the customer stands: an id, the charge that has one, or nowhere. */
  readonly about: { readonly customer: string } | { readonly charge: string } | null;
};

/** The inventory's six and those of S09; what they tell is found in the customer's state. */
const KNOWN =
  /^(checkout\.session\.(completed|expired|async_payment_(succeeded|failed))|customer\.(deleted|updated)|customer\.subscription\.(created|updated|deleted|paused|resumed|trial_will_end|pending_update_(applied|expired))|invoice\.(paid|payment_(succeeded|failed|action_required)|upcoming|finalized|voided|marked_uncollectible)|charge\.(refunded|dispute\.(created|updated|closed)))$/;

export const isKnownType = (type: string): boolean => KNOWN.test(type);

/** Printable ASCII, as all of Stripe's ids and names are. */
const word = (most: number) =>
  z
    .string()
    .regex(/^[\x21-\x7e]+$/)
    .max(most);
const id = word(255).min(4);
const named = z.union([id, z.object({ id }).transform((given) => given.id)]);
/** A thin event has no `data`; it is an event all the same. */
const shape = z.object({
  id: word(255),
  type: word(120),
  created: z.union([z.number().int().min(0).max(32_503_680_000), z.iso.datetime()]),
  livemode: z.boolean(),
  api_version: word(60).nullish(),
  data: z.object({ object: z.record(z.string(), z.unknown()) }).optional(),
});

/** Null: signed, and still no event of Stripe's. */
export function parseEvent(body: Buffer): StripeEvent | null {
  const parsed = shape.safeParse(jsonIn(body));
  if (!parsed.success) return null;
  const { created, api_version, data, ...rest } = parsed.data;
  const at = new Date(typeof created === 'number' ? created * 1_000 : created);
  return {
    ...{ id: rest.id, type: rest.type, livemode: rest.livemode },
    createdAt: at,
    apiVersion: api_version ?? null,
    about: data ? aboutOf(data.object) : null,
  };
}

function aboutOf(object: Readonly<Record<string, unknown>>): StripeEvent['about'] {
  const customer = named.safeParse(object.object === 'customer' ? object.id : object.customer).data;
  if (customer) return { customer };
  const charge = named.safeParse(object.charge).data;
  return charge ? { charge } : null;
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
