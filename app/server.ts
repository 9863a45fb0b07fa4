/** The process: config → database → hub → http → listen, and the way back. The only file that acts when imported. */
import { createServer, type Server } from 'node:http';
import * as build from 'virtual:remix/server-build';
import { createAdaptorServer } from '@hono/node-server';
import type { ServerBuild } from '@remix-run/node';
import { pino } from 'pino';
import { pendingPosts } from '~/auth/commands/pending-posts';
import { prepareSeal } from '~/auth/commands/seals';
import { providersOf } from '~/auth/providers';
import { rateLimitRows } from '~/auth/queries/rate-limits';
import { sessionStore } from '~/auth/sessions';
import { keyFaults } from '~/certificates/key';
import { createFeed } from '~/chat/feed';
import stylesUrl from '~/client/styles.css?url';
import { type Config, ConfigFault, doubtfulSettings, loadConfig } from '~/config';
import { canWrite } from '~/courses/authoring/rules';
import { lessonFilm } from '~/courses/lesson-film';
import { createLibrary } from '~/courses/library';
import { openDatabase, roleFaults } from '~/db';
import { createHttp } from '~/http';
import { DEMO_EMAILS, DEMO_PASSWORD } from '~/http/demo-accounts';
import { createHealth } from '~/http/health';
import { createPages } from '~/http/remix';
import { cutStalled, HTTP_LIMITS } from '~/http/sockets';
import { startJobs } from '~/jobs';
import { createLimits } from '~/limits';
import { comfortOf } from '~/members/comfort-cookie';
import { noteActivity } from '~/presence/commands';
import { createPresence } from '~/presence/leases';
import { createHub } from '~/realtime/hub';
import { createStreams } from '~/streams';
import { href } from '~/urls';
import { EmbeddedFault, startEmbedded } from '../db/embedded';
import { MigrationFault, migrate, prepareRoles } from '../db/migrate';
import { CourseFault } from './courses/files/fault';
import { coursesFolder } from './courses/files/load';

/** Nothing is broken: row rights hold all the same, with one lock less behind them (docs/operating.md). */
const OWNER_CONNECTS =
  'Base de données : l’application se connecte comme propriétaire et prend ensuite ses rôles restreints, car';
/** Reliability 19: answers that are under way get this long (ms). */
const STOP_WITHIN = 8_000;

async function start(): Promise<void> {
  const began = performance.now();
  const config = loadConfig();
  for (const doubt of doubtfulSettings()) process.stderr.write(`${doubt}\n`);
  // Written in blocks, not a system call a request; what a second leaves in the block goes out by itself.
  const lines = pino.destination({ sync: false, minLength: 4096 });
  const journal = pino({ level: config.logLevel, base: undefined }, lines);
  setInterval(() => lines.flush(), 500).unref();
  process.on('exit', () => lines.flushSync());
  const log = (message: string, error?: unknown, requestId?: string) => {
    if (error === undefined) journal.info({ id: requestId }, message);
    else journal.error({ id: requestId, error: describe(error) }, message);
  };
  process.on('unhandledRejection', (error) => log('unhandled rejection', error));
  process.on('uncaughtException', (error) => log('uncaught exception', error));

  const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir });
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? '';
  const asOwner = await prepareRoles(databaseUrl).catch(async (error) => {
    await embedded?.stop();
    throw error;
  });
  if (asOwner) process.stderr.write(`${OWNER_CONNECTS} ${asOwner}.\n`);
  const database = openDatabase(databaseUrl);
  try {
    await migrate(databaseUrl);
    const faults = [...(await roleFaults(database)), ...(await keyFaults(config))];
    if (faults.length > 0) throw new ConfigFault(faults);
    // Its texts are a file of their own in the build, and no site reads it.
    if (config.demo) await (await import('../demo/prepare')).prepareDemo(databaseUrl);
    await prepareSeal(database, 'sign-up form');

    const hub = createHub(database, log);
    const feed = createFeed(database, hub, log);
    const presence = createPresence(database, hub, log);
    const limits = createLimits(rateLimitRows(database));
    const library = createLibrary(database, hub);
    const sessions = sessionStore(database, config.origin);
    const providers = providersOf(config.providers, config.origin + href('providerReturn'));
    const services = {
      config,
      database,
      hub,
      limits,
      library,
      log,
      sessions,
      providers,
      pendingPosts: pendingPosts({ database, limits }),
    };
    const streams = createStreams(services, feed, presence);
    let stopping = false;
    const jobs = startJobs(services, databaseUrl);
    const app = createHttp({
      services,
      streams,
      health: createHealth({ database, jobs, dataDir: config.dataDir, stopping: () => stopping }),
      assets: { script: build.assets.entry.module, styles: stylesUrl },
      pages: createPages(build as unknown as ServerBuild),
      clientFolder: `${import.meta.dirname}/../client`,
      film: (viewer, request, params) => lessonFilm(database, coursesFolder(), viewer, request, params),
      noteActivity: (viewer) => noteActivity(services, viewer),
      comfortOf,
      hasDesk: ({ appRole }) => canWrite(appRole),
      accessLog: (line) => journal.info(line),
    });
    await hub.start();
    const server = createAdaptorServer({
      fetch: app.fetch,
      createServer,
      serverOptions: HTTP_LIMITS,
      // HTTP/1.0 may name no host; no address of ours depends on it.
      hostname: new URL(config.origin).host,
    }) as Server;
    cutStalled(server);
    await listen(server, config);
    greet(config, performance.now() - began);

    const stop = async (signal: string) => {
      if (stopping) return;
      stopping = true;
      log(`stopping on ${signal}`);
      const late = setTimeout(() => process.exit(1), STOP_WITHIN + 1_500);
      late.unref();
      const closed = new Promise((resolve) => server.close(resolve));
      const jobsStopped = jobs.stop();
      await streams.close();
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), STOP_WITHIN - 2_000);
      await closed;
      clearTimeout(cut);
      feed.close();
      await presence.close();
      await hub.close();
      await jobsStopped;
      await database.close();
      await embedded?.stop();
      process.exit(0);
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  } catch (error) {
    await database.close();
    await embedded?.stop();
    throw error;
  }
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

function greet(config: Config, ms: number): void {
  const lines = [`Aurora50 est prêt en ${(ms / 1_000).toFixed(1)} s : ${config.origin}`];
  if (config.demo) {
    lines.push(
      '',
      `Comptes de démonstration (mot de passe ${DEMO_PASSWORD}) :`,
      ...DEMO_EMAILS.map((email) => `  ${email}`),
    );
  }
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

start().catch((error) => {
  process.stderr.write(`\nAurora50 n’a pas pu démarrer.\n${faultInWords(error)}\n\n`);
  process.exit(1);
});
