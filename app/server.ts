/** The process: config → database → site → listen, and the way back. The only file that acts when imported. */
import { createServer, type Server } from 'node:http';
import { type Config, ConfigFault, doubtfulSettings, loadConfig } from '~/config';
import { DEMO_EMAILS, DEMO_PASSWORD } from '~/http/demo-accounts';
import { cutSlow, cutStalled, HTTP_LIMITS } from '~/http/sockets';
import { openJournal } from '~/operating/open-journal';
import { openSite, type Site } from '~/site';
import { EmbeddedFault, startEmbedded } from '../db/embedded';
import { MigrationFault } from '../db/migrate';
import { CourseFault } from './courses/files/fault';

/** Reliability 19: answers that are under way get this long (ms). */
const STOP_WITHIN = 8_000;

type Running = { readonly stop: (signal: string) => Promise<void> };

async function start(): Promise<Running> {
  const began = performance.now();
  const { config, standIn } = await besideStandIn(loadConfig());
  for (const doubt of doubtfulSettings()) process.stderr.write(`${doubt}\n`);
  const journal = openJournal(config);
  const log = (message: string, error?: unknown, requestId?: string) => {
    if (error === undefined) journal.info({ id: requestId }, message);
    else journal.error({ id: requestId, error: describe(error) }, message);
  };
  process.on('unhandledRejection', (error) => log('unhandled rejection', error));
  process.on('uncaughtException', (error) => log('uncaught exception', error));

  const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir });
  try {
    const databaseUrl = config.databaseUrl ?? embedded?.url ?? '';
    const site = await openSite({ config, databaseUrl, log, accessLog: (line) => journal.info(line) });
    // HTTP/1.0 may name no host; no address of ours depends on it.
    const server = createServer(HTTP_LIMITS, site.listener(new URL(config.origin).host));
    cutStalled(server);
    cutSlow(server);
    await listen(server, config);
    greet(config, performance.now() - began, standIn?.origin);
    return {
      async stop(signal) {
        log(`stopping on ${signal}`);
        await stopped(server, site).finally(() => Promise.all([embedded?.stop(), standIn?.close()]));
      },
    };
  } catch (error) {
    await Promise.all([embedded?.stop(), standIn?.close()]);
    throw error;
  }
}

async function stopped(server: Server, site: Site): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  await site.leave();
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), STOP_WITHIN - 2_000);
  await closed;
  clearTimeout(cut);
  await site.close();
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** A demonstration without a key of Stripe is paid at a stand-in; its code is a file of its own that no other site reads. */
async function besideStandIn(config: Config) {
  if (!config.demo || config.stripe) return { config, standIn: null };
  return (await import('../demo/stripe-stand-in/beside')).withStripeStandIn(config);
}

/** @param standIn where payments are tried out */
function greet(config: Config, ms: number, standIn?: string): void {
  const lines = [`Aurora50 est prêt en ${(ms / 1_000).toFixed(1)} s : ${config.origin}`];
  if (config.demo) {
    lines.push(
      '',
      `Comptes de démonstration (mot de passe ${DEMO_PASSWORD}) :`,
      ...DEMO_EMAILS.map((email) => `  ${email}`),
    );
  }
  if (standIn) lines.push('', `Paiements d’essai, sans argent : ${standIn} (carte 4242 4242 4242 4242)`);
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
}

/** Errors in the journal: what and where, never the values of a statement. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? error.code : undefined;
  return { name, message, code, stack, ...(cause instanceof Error ? { cause: cause.message } : {}) };
}

/** What stops a start, in plain words, with nothing of ours to read. */
function faultInWords(error: unknown): string {
  if (
    error instanceof ConfigFault ||
    error instanceof CourseFault ||
    error instanceof EmbeddedFault ||
    error instanceof MigrationFault
  )
    return error.message;
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'EADDRINUSE') {
      return 'Ce port est déjà pris par un autre programme. Arrêtez-le, ou choisissez un autre port : PORT=3001 npm start';
    }
    if (error.code === 'EACCES')
      return 'Ce port est réservé. Choisissez un port au-dessus de 1024 : PORT=3000 npm start';
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
      return 'HOST : cette adresse n’est pas celle de cette machine. Laissez HOST vide pour 127.0.0.1.';
    }
  }
  const { message, cause } = error as Error;
  return `La base de données ne répond pas comme prévu. Vérifiez DATABASE_URL.\n${cause instanceof Error ? cause.message : message}`;
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
  setTimeout(() => process.exit(1), STOP_WITHIN + 1_500).unref();
  await (await running).stop(signal);
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
