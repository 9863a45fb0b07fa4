/** The process: config → database → site → listen, and the way back. The only file that acts when imported. */
import cluster from 'node:cluster';
import { type Config, doubtfulSettings, loadConfig } from '~/config';
import { startEmbedded } from '../db/embedded';
import { startPrimary } from './server/primary';
import { READY } from './server/readiness';
import { type Served, STOP_WITHIN, serve } from './server/serve';
import { faultInWords, greet } from './server/words';

/** One of several processes, which another one has started: it says to that one alone that it is ready. */
const { isWorker } = cluster;

async function start(): Promise<Served> {
  const began = performance.now();
  const { config, standIn } = await besideStandIn(loadConfig());
  if (!isWorker) for (const doubt of doubtfulSettings()) process.stderr.write(`${doubt}\n`);
  const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir });
  const beside = () => Promise.all([embedded?.stop(), standIn?.close()]);
  try {
    const databaseUrl = config.databaseUrl ?? embedded?.url ?? '';
    const served =
      config.webConcurrency > 1 && !isWorker
        ? await startPrimary(config, settingsFor(config, databaseUrl))
        : await serve(config, databaseUrl, isWorker);
    if (isWorker) process.send?.(READY);
    else greet(config, performance.now() - began, standIn?.origin);
    return { stop: (signal) => served.stop(signal).finally(beside) };
  } catch (error) {
    await beside();
    throw error;
  }
}

/** A demonstration without a key of Stripe is paid at a stand-in; its code is a file of its own that no other site reads. */
async function besideStandIn(config: Config) {
  if (!config.demo || config.stripe) return { config, standIn: null };
  return (await import('../demo/stripe-stand-in/beside')).withStripeStandIn(config);
}

/** What this process has opened and decided for all of them. */
function settingsFor({ dataDir, demo, stripe }: Config, databaseUrl: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    DEMO: demo ? '1' : '0',
    ...(stripe?.base && {
      STRIPE_SECRET_KEY: stripe.secretKey,
      STRIPE_WEBHOOK_SECRET: stripe.webhookSecrets.join(','),
      STRIPE_PRICE_PREMIUM: stripe.prices.premium.join(','),
      STRIPE_PRICE_ANNUEL: stripe.prices.annuel.join(','),
      STRIPE_API_BASE: stripe.base,
    }),
  };
}

const running = start();
running.catch((error) => {
  process.stderr.write(`\nAurora50 n’a pas pu démarrer.\n${faultInWords(error)}\n\n`);
  process.exit(1);
});

let stopping = false;
/** A signal during the start waits for its end: whatever it has opened is closed again. */
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), STOP_WITHIN + (isWorker ? 1_500 : 4_000)).unref();
  await (await running).stop(signal);
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
