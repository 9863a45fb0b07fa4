/** The stand-in beside a site without a Stripe key, so that a newcomer can walk the whole path by hand. */
import path from 'node:path';
import { type Config, isOnThisMachineAlone } from '~/config';
import { href } from '~/urls';
import { type StripeStandIn, startStripeStandIn } from './index';

export type Beside = {
  /** The site's settings with the stand-in in them. */
  readonly config: Config;
  /** Null: payment is set up by the operator, or others than this machine reach the site. */
  readonly standIn: StripeStandIn | null;
};

/** Away from the ports that a second site on this machine would take. */
const PORTS_ON = 1_000;

/** It keeps what it knows in DATA_DIR, and tells its events to the site as soon as that listens. */
export async function withStripeStandIn(config: Config): Promise<Beside> {
  if (config.stripe || config.production || !isOnThisMachineAlone(config)) return { config, standIn: null };
  const file = path.join(config.dataDir, 'stripe-stand-in.json');
  const wanted = config.port + PORTS_ON;
  const port = wanted < 65_536 ? wanted : 0;
  const standIn = await startStripeStandIn({ file, port }).catch((error: { code?: string }) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return startStripeStandIn({ file });
  });
  standIn.events.address(config.origin + href('stripeWebhook'), standIn.config.webhookSecrets[0] ?? '');
  return { config: { ...config, stripe: standIn.config }, standIn };
}
