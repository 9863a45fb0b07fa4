/**
 * A stand-in for Stripe on loopback: customers, Checkout with a page that can be paid, subscriptions with a clock that can be
 * turned, invoices, a portal, refused cards, the bank's confirmation, and signed events. `npm run dev`, the demonstration and
 * the tests use it, and the official library is its client. It is no part of a site in production: `server.ts` starts it
 * only for a demonstration that nobody but this machine reaches.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { StripeConfig } from '~/config/stripe';
import { turnClock } from './clock';
import { type Hall, listen, type Mood } from './server';
import { type Teller, teller } from './telling';
import { emptyWorld, newId, TABLE_NAMES, type Tariff, type World } from './world';

export type StripeStandIn = {
  /** As the settings of the site would have it. */
  readonly config: StripeConfig;
  readonly origin: string;
  readonly world: World;
  readonly events: Teller;
  /** Questions to `/v1` so far: `GET /v1/invoices`. */
  readonly asked: readonly string[];
  readonly be: (mood: Mood) => void;
  /** Forward; what falls due on the way happens. */
  readonly turn: (seconds: number) => void;
  readonly close: () => Promise<void>;
};

export type StandInOptions = {
  readonly tariffs?: readonly Tariff[];
  /** A file in which it keeps what it knows; null: in memory alone. */
  readonly file?: string | null;
  /** 0: any free one. */
  readonly port?: number;
  /** Waits between the tries to tell an event (ms). */
  readonly tries?: readonly number[];
};

export const TARIFFS: readonly Tariff[] = [
  { id: 'price_doublure_mois', name: 'Aurora50 Premium', cents: 4_700, interval: 'month' },
  { id: 'price_doublure_an', name: 'Aurora50 Annuel', cents: 47_000, interval: 'year' },
];

export async function startStripeStandIn(options: StandInOptions = {}): Promise<StripeStandIn> {
  const { tariffs = TARIFFS, file = null, port = 0, tries } = options;
  const world = emptyWorld(tariffs);
  if (file) recall(world, file);
  const events = teller(tries);
  world.tell = events.tell;
  const key = newId('sk_test', 24);
  const keep = file ? keeper(world, file) : () => {};
  const hall: Hall = { world, key, mood: 'well', asked: [], changed: keep };
  const server = await listen(hall, port);
  const [month = '', year = ''] = tariffs.map(({ id }) => id);
  return {
    config: {
      ...{ secretKey: key, livemode: false, webhookSecrets: [newId('whsec', 32)], base: world.origin },
      prices: { premium: [month], annuel: [year] },
    },
    origin: world.origin,
    world,
    events,
    asked: hall.asked,
    be: (mood) => {
      hall.mood = mood;
    },
    turn: (seconds) => {
      turnClock(world, seconds);
      keep();
    },
    close: () => {
      events.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

function recall(world: World, file: string): void {
  let kept: Record<string, unknown>;
  try {
    kept = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Nothing is kept yet.
    return;
  }
  for (const name of TABLE_NAMES) {
    for (const [id, row] of (kept[name] ?? []) as [string, never][]) world[name].set(id, row);
  }
  world.ahead = Number(kept.ahead ?? 0);
}

/** Written at most once a turn of the event loop, whole or not at all. */
function keeper(world: World, file: string): () => void {
  let waits = false;
  mkdirSync(path.dirname(file), { recursive: true });
  return () => {
    if (waits) return;
    waits = true;
    setImmediate(() => {
      waits = false;
      const tables = Object.fromEntries(TABLE_NAMES.map((name) => [name, [...world[name]]]));
      writeFileSync(`${file}.new`, JSON.stringify({ ahead: world.ahead, ...tables }));
      renameSync(`${file}.new`, file);
    });
  };
}
