/** One process that answers: site → listen, and the way back. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '~/config';
import { cutSlow, cutStalled, HTTP_LIMITS } from '~/http/sockets';
import { openJournal } from '~/operating/open-journal';
import { openSite, type Site } from '~/site';
import { href } from '~/urls';
import { describe } from './words';

/** Reliability 19: answers that are under way get this long (ms). */
export const STOP_WITHIN = 8_000;

export type Served = { readonly stop: (signal: string) => Promise<void> };

/** @param probed true: nobody is served before this very process has answered its own questions (C-24) */
export async function serve(config: Config, databaseUrl: string, probed: boolean): Promise<Served> {
  const journal = openJournal(config);
  const log = (message: string, error?: unknown, requestId?: string) => {
    if (error === undefined) journal.info({ id: requestId }, message);
    else journal.error({ id: requestId, error: describe(error) }, message);
  };
  process.on('unhandledRejection', (error) => log('unhandled rejection', error));
  process.on('uncaughtException', (error) => log('uncaught exception', error));
  const site = await openSite({ config, databaseUrl, log, accessLog: (line) => journal.info(line) });
  if (probed) await probe(site, config);
  const server = serverOf(site, config);
  await listen(server, { port: config.port, host: config.host });
  return {
    async stop(signal) {
      log(`stopping on ${signal}`);
      await stopped(server, site);
    },
  };
}

function serverOf(site: Site, config: Config): Server {
  // HTTP/1.0 may name no host; no address of ours depends on it.
  const server = createServer(HTTP_LIMITS, site.listener(new URL(config.origin).host));
  cutStalled(server);
  cutSlow(server);
  return server;
}

/** Over HTTP, at a port that nobody else knows. @throws when its health or its first page fails */
async function probe(site: Site, config: Config): Promise<void> {
  const server = serverOf(site, config);
  await listen(server, { port: 0, host: '127.0.0.1', exclusive: true });
  const { port } = server.address() as AddressInfo;
  try {
    for (const place of ['health', 'signIn'] as const) {
      const { status } = await fetch(`http://127.0.0.1:${port}${href(place)}`);
      if (status !== 200) throw new Error(`${href(place)} answers ${status}`);
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function stopped(server: Server, site: Site): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // Whoever asks again on a line that is open finds the next process.
  server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
  await site.leave();
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), STOP_WITHIN - 2_000);
  await closed;
  clearTimeout(cut);
  await site.close();
}

type Place = { readonly port: number; readonly host: string; readonly exclusive?: boolean };

function listen(server: Server, place: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(place, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
