/** Where the stand-in for Stripe may be: beside a site that only its own machine reaches, and nowhere else. */
import { expect, test } from 'vitest';
import { parseConfig } from '~/config';
import { withStripeStandIn } from '../../demo/stripe-stand-in/beside';

const KEYS = {
  STRIPE_SECRET_KEY: 'sk_test_une_cle',
  STRIPE_WEBHOOK_SECRET: 'whsec_un_secret',
  STRIPE_PRICE_PREMIUM: 'price_mois',
  STRIPE_PRICE_ANNUEL: 'price_an',
};

test.each<[string, Readonly<Record<string, string>>, boolean]>([
  ['a site on this machine alone', {}, true],
  ['a site in production', { NODE_ENV: 'production', ORIGIN: 'https://www.exemple.fr' }, false],
  [
    'a site in production, bound to this machine behind a proxy',
    { NODE_ENV: 'production', HOST: '127.0.0.1', ORIGIN: 'https://www.exemple.fr' },
    false,
  ],
  ['a site that others reach without https', { HOST: '0.0.0.0', ORIGIN: 'http://192.168.1.20:3000' }, false],
  ['a site with a key of Stripe', KEYS, false],
])('%s', async (_, settings, isThere) => {
  const env = { DEMO: '1', DEMO_OUVERTE_A_TOUS: '1', DATA_DIR: '/nowhere', ...settings };
  const config = parseConfig(env as unknown as NodeJS.ProcessEnv, '/nowhere');
  const { standIn, config: its } = await withStripeStandIn({ ...config, port: 0 });
  try {
    expect(standIn !== null).toBe(isThere);
    expect(its.stripe?.base !== undefined && its.stripe?.base !== null).toBe(isThere);
  } finally {
    await standIn?.close();
  }
});
