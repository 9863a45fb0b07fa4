/** The settings of payment (contract 4). Without them, pages say that payment is not set up. */
import { z } from 'zod';

export type StripeConfig = {
  readonly secretKey: string;
  /** Real money. Events of the other mode are ignored. */
  readonly livemode: boolean;
  /** While a secret is being replaced, both the old and the new one are valid. */
  readonly webhookSecrets: readonly string[];
  /** By plan: the first is what is sold; the others were sold before and still open the plan. */
  readonly prices: Readonly<Record<'premium' | 'annuel', readonly string[]>>;
  /** A stand-in on this machine; null: Stripe itself. */
  readonly base: string | null;
};

const several = (pattern: RegExp, expected: string) =>
  z.string().transform((value, context): string[] => {
    const parts = value.split(',').map((part) => part.trim());
    if (parts.every((part) => pattern.test(part))) return parts;
    context.addIssue(expected);
    return z.NEVER;
  });

const prices = several(
  /^price_\w{1,200}$/,
  'le numéro d’un tarif de Stripe est attendu, par exemple price_1Abc (plusieurs : séparés par des virgules)',
);

export const stripeSettings = {
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_\w{1,300}$/, 'une clé secrète de Stripe est attendue, par exemple sk_test_…')
    .optional(),
  /** Accepted because operators have it beside the other one; the site sends members to Stripe's own pages. */
  STRIPE_PUBLISHABLE_KEY: z
    .string()
    .regex(/^pk_(test|live)_\w{1,300}$/, 'une clé publiable de Stripe est attendue, par exemple pk_test_…')
    .optional(),
  STRIPE_WEBHOOK_SECRET: several(
    /^whsec_[\w+/=-]{8,300}$/,
    'un secret de webhook de Stripe est attendu, par exemple whsec_… (plusieurs : séparés par des virgules)',
  ).optional(),
  STRIPE_PRICE_PREMIUM: prices.optional(),
  STRIPE_PRICE_ANNUEL: prices.optional(),
  STRIPE_API_BASE: z
    .string()
    .refine(
      (value) => /^http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d{1,5})?$/.test(value) && URL.canParse(value),
      'ce réglage ne sert qu’aux essais : une adresse de cette machine, sans chemin, est attendue',
    )
    .optional(),
};

type Given = { readonly [S in keyof typeof stripeSettings]?: z.output<(typeof stripeSettings)[S]> };
const NEEDED = ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET', 'STRIPE_PRICE_PREMIUM', 'STRIPE_PRICE_ANNUEL'] as const;

const isLive = (key: string) => /^(sk|rk|pk)_live_/.test(key);

/** What no single setting can know. @param given as they stand in the environment */
export function stripeFaults(given: Readonly<Record<string, string | undefined>>): string[] {
  const { STRIPE_SECRET_KEY: secret = '', STRIPE_PUBLISHABLE_KEY: publishable, ORIGIN, STRIPE_API_BASE: base } = given;
  const missing = NEEDED.filter((name) => !given[name]);
  const faults: string[] = [];
  if (missing.length > 0 && missing.length < NEEDED.length) {
    faults.push(`${missing.join(', ')} : ce réglage manque. Donnez les quatre (${NEEDED.join(', ')}), ou aucun.`);
  }
  if (isLive(secret) && !ORIGIN?.startsWith('https:')) {
    faults.push('STRIPE_SECRET_KEY : une clé réelle ne sert que derrière une adresse ORIGIN en https.');
  }
  if (isLive(secret) && base) faults.push('STRIPE_API_BASE : une clé réelle ne va qu’à Stripe.');
  if (publishable && secret && isLive(publishable) !== isLive(secret)) {
    faults.push('STRIPE_PUBLISHABLE_KEY : les deux clés ne sont pas du même mode (test ou réel).');
  }
  return faults;
}

export function stripeConfig(given: Given): StripeConfig | null {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecrets } = given;
  const { STRIPE_PRICE_PREMIUM: premium, STRIPE_PRICE_ANNUEL: annuel } = given;
  if (!secretKey || !webhookSecrets || !premium || !annuel) return null;
  const livemode = isLive(secretKey);
  return { secretKey, livemode, webhookSecrets, prices: { premium, annuel }, base: given.STRIPE_API_BASE ?? null };
}
