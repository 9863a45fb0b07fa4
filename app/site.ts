/** Everything that answers requests, on one database. Opened by the process (`server.ts`) and by `npm run dev`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as build from 'virtual:remix/server-build';
import { getRequestListener } from '@hono/node-server';
import type { ServerBuild } from '@remix-run/node';
import { pendingPosts } from '~/auth/commands/pending-posts';
import { prepareSeal } from '~/auth/commands/seals';
import { providersOf } from '~/auth/providers';
import { rateLimitRows } from '~/auth/queries/rate-limits';
import { sessionStore } from '~/auth/sessions';
import { keptPlans } from '~/billing/plans';
import { stripeDoor } from '~/billing/stripe/client';
import { keyFaults } from '~/certificates/key';
import { createFeed } from '~/chat/feed';
import stylesUrl from '~/client/styles.css?url';
import { type Config, ConfigFault } from '~/config';
import type { Services } from '~/context';
import { lessonFilm } from '~/courses/lesson-film';
import { createLibrary } from '~/courses/library';
import { type Database, openDatabase, roleFaults } from '~/db';
import showPage from '~/entry.server';
import { openFiles } from '~/files/open';
import { storedPicture } from '~/files/served';
import { createHttp, formTargetsOf, type HttpParts } from '~/http';
import { createHealth } from '~/http/health';
import { createPages } from '~/http/pages';
import { quickPosts } from '~/http/quick-post';
import { startJobs } from '~/jobs';
import { createLimits, rowsInMemory } from '~/limits';
import { comfortOf } from '~/members/comfort-cookie';
import { startFigures } from '~/operating/commands/figures';
import { otherChecks, startWatch } from '~/operating/commands/watch';
import { figuresOf, measure, metricsText } from '~/operating/metrics';
import { figuresOfAll } from '~/operating/processes';
import { createRecorder, type Recorder } from '~/operating/recorder';
import type { Checks, Operating } from '~/operating/rules/figures';
import { noteActivity } from '~/presence/commands';
import { createPresence } from '~/presence/leases';
import { createHub, type Hub } from '~/realtime/hub';
import type { Redis } from '~/redis';
import { quickMessage } from '~/routes/chat/quick-message';
import { createStreams } from '~/streams';
import { href } from '~/urls';
import { migrate, prepareRoles } from '../db/migrate';
import { coursesFolder } from './courses/files/load';

/** Nothing is broken: row rights hold all the same, with one lock less behind them (docs/operating.md). */
const OWNER_CONNECTS =
  'Base de données : l’application se connecte comme propriétaire et prend ensuite ses rôles restreints, car';

export type Site = {
  /** Answers a request, whatever it asks for. @param host whom a request means that names none */
  readonly listener: (host: string) => (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** From now on `/sante` says that the process is stopping; every stream is told to come back in a moment. */
  readonly leave: () => Promise<void>;
  /** When the last answer is written: ends the job under way and gives the connections back. */
  readonly close: () => Promise<void>;
};

/** What a page's script posts so often that it goes a way of its own. */
const QUICK = { messages: quickMessage } as const;

export type SiteParts = {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly log: Services['log'];
  readonly accessLog: HttpParts['accessLog'];
};

export async function openSite(parts: SiteParts): Promise<Site> {
  const asOwner = await prepareRoles(parts.databaseUrl);
  if (asOwner) process.stderr.write(`${OWNER_CONNECTS} ${asOwner}.\n`);
  const database = openDatabase(parts.databaseUrl);
  try {
    await prepareDatabase(parts, database);
    return await assemble(parts, database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function prepareDatabase({ config, databaseUrl }: SiteParts, database: Database): Promise<void> {
  await migrate(databaseUrl);
  const faults = [...(await roleFaults(database)), ...(await keyFaults(config))];
  if (faults.length > 0) throw new ConfigFault(faults);
  // Its texts are a file of their own in the build, and no site reads it.
  if (config.demo) await (await import('../demo/prepare')).prepareDemo(databaseUrl);
  await prepareSeal(database, 'sign-up form');
}

async function assemble({ config, databaseUrl, log, accessLog }: SiteParts, database: Database): Promise<Site> {
  const redis = await besideRedis(config, database, log);
  const hub = createHub(database, log, undefined, redis ?? undefined);
  const feed = createFeed(database, hub, log);
  const presence = createPresence(database, hub, log);
  const plans = await keptPlans(database, hub, log);
  const counting = counted(log);
  const live = () => ({ ...counting.live(), streams: streams.open(), silence: hub.silence(), pools: database.usage() });
  const figures = figuresOfAll(() => figuresOf(live()));
  const metrics = async () => metricsText(await figures());
  const operating: Operating = { checks: () => health.checks(), live, metrics };
  const services = { ...servicesOf(config, database, hub, plans, counting.log, redis), operating };
  const streams = createStreams(services, feed, presence);
  const jobs = startJobs(services, databaseUrl);
  let stopping = false;
  const asked = { stopping: () => stopping, others: () => otherChecks(services) };
  const health = createHealth({ database, jobs, hub, dataDir: config.dataDir, ...asked });
  const watch = watched({ config, database, log }, health.checks, counting.recorder);
  const beside = { ...pageParts(), ...besidePages(services), accessLog: counting.access(accessLog) };
  const listener = listenerOf({ services, streams, health, ...beside });
  await hub.start();
  let jobsStopped: Promise<void> | undefined;
  return {
    listener,
    async leave() {
      stopping = true;
      jobsStopped = jobs.stop();
      watch.stop();
      await streams.close();
    },
    async close() {
      feed.close();
      await presence.close();
      await hub.close();
      await redis?.close();
      await jobsStopped;
      await watch.written();
      await database.close();
    },
  };
}

/** Every post is offered the short way first. */
function listenerOf(parts: HttpParts): Site['listener'] {
  const { services, accessLog } = parts;
  const { fetch } = createHttp(parts);
  const quick = quickPosts({ services, verbs: QUICK, formTargets: formTargetsOf(services), accessLog });
  return (hostname) => {
    const whole = getRequestListener(fetch, { hostname });
    return async (request, response) => {
      if (!(await quick(request, response))) await whole(request, response);
    };
  };
}

/** Its client is loaded where it is wanted. */
async function besideRedis({ operating }: Config, database: Database, log: Services['log']): Promise<Redis | null> {
  if (operating.redisUrl === null) return null;
  return (await import('~/redis')).openRedis(operating.redisUrl, rateLimitRows(database), log);
}

/** What domains answer and note without a page. */
function besidePages(services: Services): Pick<HttpParts, 'film' | 'picture' | 'noteActivity'> {
  const { database, files } = services;
  return {
    film: (viewer, request, params) => lessonFilm(database, coursesFolder(), viewer, request, params),
    picture: ({ req }, viewer) => storedPicture({ database, store: files.store }, req.raw, req.param(), viewer),
    noteActivity: (viewer) => noteActivity(services, viewer),
  };
}

/** What is logged is counted on its way. */
function counted(log: Services['log']) {
  const startedAt = new Date();
  const recorder = createRecorder();
  const noted: Services['log'] = (message, error, requestId) => {
    if (error !== undefined) recorder.fault(message, error, requestId);
    log(message, error, requestId);
  };
  const access = (next: HttpParts['accessLog']): HttpParts['accessLog'] => {
    return (line) => {
      recorder.note(line);
      measure(line);
      next(line);
    };
  };
  const live = () => ({ startedAt, ...recorder.totals(), memory: process.memoryUsage.rss() });
  return { recorder, log: noted, access, live };
}

type Watched = Pick<Services, 'config' | 'database' | 'log'>;

/** Looks at the checks, and writes down what was counted. */
function watched(site: Watched, checks: () => Promise<Checks>, recorder: Recorder) {
  const all = async () => ({ ...(await checks()), errors: recorder.tooManyErrors() ? 'failed' : 'ok' }) as const;
  const watch = startWatch({ ...site, checks: all });
  const figures = startFigures({ ...site, recorder });
  return { stop: watch.stop, written: figures.stop };
}

function servicesOf(
  config: Config,
  database: Database,
  hub: Hub,
  plans: Services['plans'],
  log: Services['log'],
  redis: Redis | null,
): Omit<Services, 'operating'> {
  const limits = createLimits(redis?.limits ?? rateLimitRows(database));
  return {
    config,
    database,
    hub,
    limits,
    pace: createLimits(rowsInMemory()),
    library: createLibrary(database, hub),
    plans,
    files: openFiles(config),
    log,
    sessions: sessionStore(database, config.origin),
    providers: providersOf(config.providers, config.origin + href('providerReturn')),
    stripe: config.stripe && stripeDoor(config.stripe),
    pendingPosts: pendingPosts({ database, limits }),
  };
}

/** What does not depend on the database: built files, pages, and what the edge asks of the domains. */
function pageParts() {
  return {
    assets: { script: build.assets.entry.module, styles: stylesUrl },
    pages: createPages(build as unknown as ServerBuild, showPage),
    // From the sources, Vite has made and answered everything else before.
    clientFolder: `${import.meta.dirname}/../${import.meta.env.DEV ? 'public' : 'client'}`,
    comfortOf,
    hasDesk: ({ appRole }: { appRole: string }) => appRole !== 'member',
  };
}
