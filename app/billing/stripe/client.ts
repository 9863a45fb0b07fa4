/** Stripe, in one module: the only importer of its library, which is loaded with the first question (docs/decisions/040). */
import type Stripe from 'stripe';
import type { StripeConfig } from '~/config/stripe';
import { AppError } from '~/errors';

/** The version whose objects `state.ts` reads. The library's own, pinned: an update of one is a decision on both. */
export const API_VERSION = '2026-10-28.endive';

/** One question. Throws AppError: `unavailable` when Stripe is away, slow or refuses the key; see `asAppError`. */
export type Ask = <T>(work: (stripe: Stripe) => Promise<T>) => Promise<T>;

export type StripeDoor = {
  readonly config: StripeConfig;
  /** For pages and jobs: each try may take eight seconds, and there are three. */
  readonly ask: Ask;
  /** For the webhook, which answers within two seconds and is told again: one try of 1.5 seconds. */
  readonly askOnce: Ask;
  /** Whether these very bytes were signed with a secret of ours within the last five minutes. */
  readonly isSigned: (body: Buffer, header: string) => Promise<boolean>;
  /** As Stripe would sign it now: the site tries its own webhook (W09). */
  readonly sign: (body: string) => Promise<string>;
};

const PATIENT = { timeout: 8_000, maxNetworkRetries: 2 };
const QUICK = { timeout: 1_500, maxNetworkRetries: 0 };
/** Seconds. */
const TOLERANCE = 300;

export function stripeDoor(config: StripeConfig): StripeDoor {
  const patient = opened(config, PATIENT);
  return {
    config,
    ask: asking(patient),
    askOnce: asking(opened(config, QUICK)),
    async isSigned(body, header) {
      const { webhooks } = await patient();
      for (const secret of config.webhookSecrets) {
        // The next secret where this one fails: nobody is told which, nor why.
        if (await webhooks.signature?.verifyHeaderAsync(body, header, secret, TOLERANCE).catch(() => false))
          return true;
      }
      return false;
    },
    async sign(payload) {
      const { webhooks } = await patient();
      const [secret = ''] = config.webhookSecrets;
      return webhooks.generateTestHeaderStringAsync({ payload, secret });
    },
  };
}

function opened({ secretKey, base }: StripeConfig, pace: typeof PATIENT): () => Promise<Stripe> {
  let client: Promise<Stripe> | undefined;
  const open = async () => {
    const { default: Library } = await import('stripe');
    return new Library(secretKey, { apiVersion: API_VERSION, telemetry: false, ...pace, ...placeOf(base) });
  };
  return () => {
    client ??= open();
    return client;
  };
}

function placeOf(base: string | null): { host?: string; port?: string; protocol?: 'http' } {
  if (!base) return {};
  const { hostname, port } = new URL(base);
  return { host: hostname, port: port || '80', protocol: 'http' };
}

function asking(client: () => Promise<Stripe>): Ask {
  return async (work) => {
    try {
      return await work(await client());
    } catch (error) {
      throw asAppError(error);
    }
  };
}

/** Seconds after which asking Stripe again makes sense. */
const AWAY = 30;

/**
 * - `unavailable` (`stripe_away`, `stripe_key`): no answer, too many questions, a fault of Stripe's, or our key is refused
 * - `not_found`: Stripe does not have it
 * - `conflict` (`card_declined`, `stripe_refused`): the bank, or Stripe, says no to this very question
 */
function asAppError(error: unknown): unknown {
  if (!(error instanceof Error) || !('type' in error)) return error;
  const { type, code } = error as unknown as { type: string; code?: string };
  const cause = { cause: error };
  switch (type) {
    case 'StripeConnectionError':
    case 'StripeAPIError':
    case 'StripeRateLimitError':
      return new AppError('unavailable', 'stripe_away', AWAY, cause);
    case 'StripeAuthenticationError':
    case 'StripePermissionError':
      return new AppError('unavailable', 'stripe_key', AWAY, cause);
    case 'StripeCardError':
      return new AppError('conflict', 'card_declined', undefined, cause);
    case 'StripeInvalidRequestError':
    case 'StripeIdempotencyError':
      if (code === 'resource_missing') return new AppError('not_found', 'stripe_missing', undefined, cause);
      return new AppError('conflict', 'stripe_refused', undefined, cause);
    default:
      return error;
  }
}

/** Null for what Stripe does not have. */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}
