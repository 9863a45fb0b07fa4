/**
 * `npm run dev`: the site from its sources. An edit makes the modules that it concerns anew, in this process; then a new
 * site takes the place of the old one, which ends when its answers are written. Requests wait meanwhile: none is refused
 * and none gets what was before the edit. An edit with a fault is told, and the old site stays.
 */
import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { pino } from 'pino';
import { createServer as createVite, type ViteDevServer } from 'vite';
import { type Config, loadConfig } from '~/config';
import type { Site } from '~/site';
import { type Embedded, startEmbedded } from '../db/embedded';
import { projectRoot } from '../db/project-root';
import type { StripeStandIn } from '../demo/stripe-stand-in';
import { withStripeStandIn } from '../demo/stripe-stand-in/beside';
import { calledWith } from './options.mjs';

calledWith({
  does: 'Sert le site depuis ses sources ; chaque modification se voit aussitôt.',
  usage: 'Usage : npm run dev',
});

const root = projectRoot();
/** Beside them lies the database, whose files change all the time. */
const WATCHED = ['app', 'db', 'demo', 'emails', 'public'];
/** An editor saves in several steps, and Vite forgets the old modules first (ms). */
const SETTLE = 50;

type Served = { readonly site: Site; readonly answers: Set<Promise<unknown>> };

const { vite, config, embedded, standIn } = await opened();
const databaseUrl = config.databaseUrl ?? embedded?.url ?? '';
const journal = pino({ level: config.logLevel, base: undefined });
let current: Served | null = null;
let ending = false;
let fault = '';
let renewal: Promise<void> = renewed();

const server = createHttpServer((request, response) => {
  vite.middlewares(request, response, () => void answered(request, response));
});
server.once('error', (error) => end(1, `Le port ${config.port} ne peut pas être ouvert : ${error.message}`));
server.listen(config.port, config.host);
await once(server, 'listening');
await renewal;
process.stdout.write(
  `\n${config.origin} suit vos modifications.\n${standIn ? `Paiements d’essai : ${standIn.origin}\n` : ''}\n`,
);

let settling: NodeJS.Timeout | undefined;
vite.watcher.on('all', (_event, file) => {
  if (path.relative(root, file).startsWith('public')) return;
  clearTimeout(settling);
  settling = setTimeout(() => {
    renewal = renewal.then(renewed);
  }, SETTLE);
});
vite.watcher.on('error', (error) =>
  end(1, `Les fichiers ne peuvent plus être suivis (${(error as Error).message}). Relancez « npm run dev ».`),
);
// It comes twice, from the terminal and from npm: without a listener the second would kill what the first one ends.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(0));

type Opened = {
  readonly vite: ViteDevServer;
  readonly config: Config;
  readonly embedded: Embedded | null;
  readonly standIn: StripeStandIn | null;
};

async function opened(): Promise<Opened> {
  try {
    const { config, standIn } = await withStripeStandIn(loadConfig());
    const ignored = (file: string) => {
      const [top = ''] = path.relative(root, file).split(path.sep);
      return top !== '' && !WATCHED.includes(top);
    };
    const vite = await createVite({
      root,
      appType: 'custom',
      configLoader: 'runner',
      logLevel: 'error',
      server: { middlewareMode: true, hmr: false, ws: false, watch: { ignored } },
    });
    const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir });
    return { vite, config, embedded, standIn };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}

async function renewed(): Promise<void> {
  const began = performance.now();
  try {
    const { openSite } = (await vite.ssrLoadModule('/app/site.ts')) as typeof import('~/site');
    const site = await openSite({ config, databaseUrl, log, accessLog: (line) => journal.info(line) });
    if (current) void retired(current);
    current = { site, answers: new Set() };
    process.stdout.write(`À jour en ${Math.round(performance.now() - began)} ms.\n`);
  } catch (error) {
    if (error instanceof Error) vite.ssrFixStacktrace(error);
    fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${fault}\nCorrigez et enregistrez : le site reprendra de lui-même.\n`);
  }
}

async function retired({ site, answers }: Served): Promise<void> {
  await site.leave();
  await Promise.all(answers);
  await site.close();
}

async function answered(request: IncomingMessage, response: ServerResponse): Promise<void> {
  await renewal;
  if (!current) {
    response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8' }).end(fault);
    return;
  }
  const { site, answers } = current;
  const closed = once(response, 'close').finally(() => answers.delete(closed));
  answers.add(closed);
  await site.listener(new URL(config.origin).host)(request, response);
}

function log(message: string, error?: unknown, requestId?: string): void {
  if (error === undefined) journal.info({ id: requestId }, message);
  else journal.error({ id: requestId, err: error }, message);
}

async function end(code: number, reason?: string): Promise<void> {
  if (ending) return;
  ending = true;
  if (reason) process.stderr.write(`${reason}\n`);
  setTimeout(() => process.exit(code || 1), 10_000).unref();
  await renewal;
  server.close();
  if (current) await retired(current);
  await vite.close();
  await Promise.all([embedded?.stop(), standIn?.close()]);
  process.exit(code);
}
