/** Events: kept, signed as Stripe signs them, and told again until somebody has heard. */
import { createHmac } from 'node:crypto';
import type Stripe from 'stripe';
import { eventObject } from './more-objects';
import type { World } from './world';

export const VERSION = '2026-10-28.endive';

export function eventOf(world: World, type: string, object: unknown): void {
  const event = eventObject(world, type, object, VERSION);
  world.events.set(event.id, event);
  world.tell(event);
}

/** `t=…,v1=…` over the very bytes that are sent. @param at seconds since 1970 */
export function signature(body: string, secret: string, at = Math.floor(Date.now() / 1_000)): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;
}

export type Teller = {
  /** From now on events go there. */
  readonly address: (url: string, secret: string) => void;
  readonly tell: (event: Stripe.Event) => void;
  /** Tells these again, in this order, each answer awaited. @returns the statuses */
  readonly again: (events: readonly Stripe.Event[]) => Promise<readonly number[]>;
  /** Everything that was to be told has been heard, or given up. */
  readonly quiet: () => Promise<void>;
  readonly close: () => void;
};

/** Waits between the tries, in ms; Stripe's are longer. */
const TRIES = [0, 500, 2_000, 8_000, 30_000];

/** Several events are under way at once, so they arrive in any order. */
export function teller(tries: readonly number[] = TRIES): Teller {
  let place: Endpoint | null = null;
  const closed = new AbortController();
  const underWay = new Set<Promise<void>>();

  async function untilHeard(event: Stripe.Event): Promise<void> {
    for (const wait of tries) {
      await pause(wait, closed.signal);
      if (closed.signal.aborted) return;
      const status = place ? await post(event, place, closed.signal) : 0;
      if (status >= 200 && status < 300) return;
    }
  }

  return {
    address: (url, secret) => {
      place = { url, secret };
    },
    tell: (event) => {
      if (!place) return;
      const telling = untilHeard(event).finally(() => underWay.delete(telling));
      underWay.add(telling);
    },
    async again(events) {
      const statuses: number[] = [];
      for (const event of events) statuses.push(place ? await post(event, place, closed.signal) : 0);
      return statuses;
    },
    async quiet() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    close: () => closed.abort(),
  };
}

type Endpoint = { readonly url: string; readonly secret: string };

/** @returns the status of the answer; 0: none */
async function post(event: Stripe.Event, { url, secret }: Endpoint, closed: AbortSignal): Promise<number> {
  const body = JSON.stringify(event, null, 2);
  const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Stripe-Signature': signature(body, secret) };
  const signal = AbortSignal.any([closed, AbortSignal.timeout(10_000)]);
  try {
    const answer = await fetch(url, { method: 'POST', body, headers, signal, redirect: 'manual' });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    timer.unref();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
