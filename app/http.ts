/** The life of a request, as one list: each `use` sees everything that comes after it. */

import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { fragmentHeader, signOfLife } from '~/client/protocol';
import type { RequestContext, Services, Viewer } from '~/context';
import { AppError, fromDatabase, notFound } from '~/errors';
import { type AccessLine, accessLine } from '~/http/access-line';
import { clientAddress } from '~/http/client-address';
import { isSameOrigin } from '~/http/csrf';
import { entrance } from '~/http/entrance';
import { errorAnswer } from '~/http/error-answer';
import type { Health } from '~/http/health';
import { freshNonce } from '~/http/nonce';
import type { Pages } from '~/http/pages';
import { isPrefetch } from '~/http/prefetch';
import { failureOf } from '~/http/quick-post';
import { securityHeaders, streamHeaders } from '~/http/security-headers';
import { OF_SUSPENDED } from '~/http/suspended';
import { isText } from '~/http/text-path';
import type { Streams } from '~/streams';
import { parseFollowing } from '~/streams/request';
import { href, isInLetters, methodsOf, type Place, placeOf, rowOf } from '~/urls';

type Env = { Bindings: HttpBindings; Variables: { request: RequestContext } };
type Handler = MiddlewareHandler<Env>;

export type HttpParts = {
  readonly services: Services;
  readonly streams: Streams;
  readonly health: Health;
  readonly assets: RequestContext['assets'];
  /** Renders every page and runs every form. */
  readonly pages: Pages;
  /** Built files and pictures. */
  readonly clientFolder: string;
  /** A lesson's video, under the lesson's own right; the answer's body is read by the player as it needs it. */
  readonly film: (viewer: Viewer | null, request: Request, params: Record<string, string>) => Promise<Response>;
  /** A stored picture; null: a draft, which is its sender's alone. @param viewer not asked who she is yet */
  readonly picture: (c: Context, viewer?: Viewer | null) => Promise<Response | null>;
  /** She has asked for something herself, not her browser. */
  readonly noteActivity: (viewer: Viewer) => Promise<unknown>;
  readonly hasDesk: (viewer: Viewer) => boolean;
  /** Text size and theme: the account's, or what this device has chosen. */
  readonly comfortOf: (request: Request, viewer: Viewer | null) => RequestContext['comfort'];
  readonly accessLog: (line: AccessLine) => void;
};

const SAFE = ['GET', 'HEAD'];
/** Opened by the page and again after every cut: they say that she is connected, not that she is there. */
const FOLLOWED: readonly Place[] = ['salonStream', 'salonLive'];

export function createHttp(parts: HttpParts): Hono<Env> {
  const app = new Hono<Env>({ strict: false });
  app.use(named(parts));
  app.use(served(parts));
  app.use(methodKnown);
  app.get(href('alive'), (c) => c.json({ status: 'ok' }));
  app.get(href('health'), parts.health.answer);
  app.use(fromOurPages(parts));
  // Pages come compressed (`html-answer.ts`); this is for what is read by machines.
  app.use(compress({ contentTypeFilter: /json|svg|javascript/ }));
  app.get(rowOf('storedPicture').pattern, async (c, next) => (await parts.picture(c)) ?? next());
  app.on('GET', [...FOLLOWED.map((place) => rowOf(place).pattern)], entrance());
  app.use(viewerKnown(parts));
  app.get(rowOf('salonStream').pattern, followed(parts, 'events'));
  app.get(rowOf('salonLive').pattern, followed(parts, 'page'));
  app.get(rowOf('lessonVideo').pattern, (c) => parts.film(c.var.request.viewer, c.req.raw, c.req.param()));
  app.get(rowOf('storedPicture').pattern, async (c, next) => (await parts.picture(c, c.var.request.viewer)) ?? next());
  app.all('*', routed(parts));
  app.onError((error, c) => fault(c, error));
  return app;
}

/** An id for every request (K07), the headers of every answer, and one line in the log. */
function named(parts: HttpParts): Handler {
  const { services, accessLog } = parts;
  const formTargets = formTargetsOf(services);
  return async (c, next) => {
    const started = performance.now();
    const afterwards: (() => Promise<unknown>)[] = [];
    const request = requestOf(c, parts, formTargets, afterwards);
    c.set('request', request);
    await next();
    if (c.res !== RESPONSE_ALREADY_SENT) setHeaders(c, services.config.origin);
    accessLog(accessLine(c.req, c.res === RESPONSE_ALREADY_SENT ? 200 : c.res.status, request, started));
    for (const work of afterwards)
      setImmediate(() => void work().catch((error) => request.log('after the answer', error)));
  };
}

/** Other sites that a form of ours may lead to. */
export function formTargetsOf({ providers, stripe }: Services): readonly string[] {
  return [...providers.values()].map((provider) => provider.origin).concat(stripe?.config.base ?? []);
}

/** @param afterwards what `afterAnswer` collects */
function requestOf(
  c: Context<Env>,
  { services, streams, assets, comfortOf }: HttpParts,
  formTargets: readonly string[],
  afterwards: (() => Promise<unknown>)[],
): RequestContext {
  const requestId = randomUUID();
  return {
    ...services,
    // What goes wrong during this answer can be found by the reference that its page shows (found 2c, 8).
    log: (message, error) => services.log(message, error, requestId),
    viewer: null,
    hasDesk: false,
    comfort: comfortOf(c.req.raw, null),
    requestId,
    nonce: freshNonce(),
    ip: clientAddress(
      c.env.incoming.socket.remoteAddress ?? '',
      c.req.header('x-forwarded-for'),
      services.config.trustProxy,
    ),
    fragment: c.req.header(fragmentHeader.name) === fragmentHeader.value,
    acceptEncoding: c.req.header('accept-encoding') ?? null,
    assets,
    typing: streams.typing,
    stillThere: streams.stillThere,
    afterAnswer: (work) => afterwards.push(work),
    formTargets,
  };
}

function setHeaders(c: Context<Env>, origin: string): void {
  const { nonce, formTargets, requestId, viewer } = c.var.request;
  const ownPolicy = c.res.headers.get('Content-Security-Policy');
  const policy = { formTargets, anywhere: isInLetters(c.req.path) };
  for (const [name, value] of Object.entries(securityHeaders(nonce, origin, policy))) {
    c.res.headers.set(name, value);
  }
  if (ownPolicy) c.res.headers.set('Content-Security-Policy', ownPolicy);
  c.res.headers.set('X-Request-Id', requestId);
  if (!c.res.headers.has('Cache-Control'))
    c.res.headers.set('Cache-Control', viewer ? 'private, no-store' : 'no-cache');
}

function served({ clientFolder }: HttpParts): Handler {
  const files = serveStatic<Env>({ root: clientFolder, precompressed: true });
  return async (c, next) => {
    const { path } = c.req;
    // Pages never have a dot in their last part; files always do. `/` is a page, not a folder.
    if (!SAFE.includes(c.req.method) || path.includes('..') || !/\.[a-z0-9]+$/i.test(path)) return next();
    const file: unknown = await files(c, next);
    if (!(file instanceof Response)) return;
    const built = path.startsWith('/assets/');
    // Set here: the library's `onFound` comes too late, when the answer is already made.
    file.headers.set('Cache-Control', built ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
    return file;
  };
}

const methodKnown: Handler = async (c, next) => {
  const methods = methodsOf(c.req.path);
  if (methods && !methods.includes(c.req.method)) {
    c.header('Allow', methods.join(', '));
    return page(c, 405);
  }
  if (!methods && !SAFE.includes(c.req.method) && c.req.method !== 'POST') return page(c, 405);
  return next();
};

function fromOurPages({ services }: HttpParts): Handler {
  return async (c, next) => {
    const place = placeOf(c.req.path);
    // A machine stands behind no page of ours: the address that it was given is its proof (docs/decisions/016).
    if (SAFE.includes(c.req.method) || (place && rowOf(place).post === 'machine')) return next();
    return isSameOrigin(c.req.raw.headers, services.config.origin) ? next() : page(c, 403);
  };
}

/** Who is asking: one statement, once a request. A renewed or forgotten session sets its cookie. */
function viewerKnown({ services, noteActivity, hasDesk, comfortOf }: HttpParts): Handler {
  return async (c, next) => {
    const { viewer, cookie, unnoted, idle } = await services.sessions.resolve(c.req.header('cookie') ?? '');
    if (viewer?.suspended && !OF_SUSPENDED.includes(placeOf(c.req.path))) return c.redirect(href('suspension'), 303);
    const device = c.req.header('user-agent') ?? '';
    if (viewer && unnoted) c.var.request.afterAnswer(() => services.sessions.note(viewer, device));
    if (viewer && idle && isAct(c.req.raw, c.req.path)) c.var.request.afterAnswer(() => noteActivity(viewer));
    const known = { viewer, hasDesk: viewer !== null && hasDesk(viewer), comfort: comfortOf(c.req.raw, viewer) };
    c.set('request', Object.assign(c.var.request, known));
    await next();
    if (cookie && c.res !== RESPONSE_ALREADY_SENT && !c.res.headers.has('set-cookie')) {
      c.res.headers.append('set-cookie', cookie);
    }
  };
}

/** D13: whatever a member asks for is something she does, but for what her browser asks by itself. */
function isAct(request: Request, path: string): boolean {
  const place = placeOf(path);
  return !(place && FOLLOWED.includes(place)) && !isPrefetch(request) && !request.url.endsWith(signOfLife);
}

/** Streams leave here, before the pages: they write to the raw response for half an hour. */
function followed({ services, streams }: HttpParts, way: 'events' | 'page'): Handler {
  return async (c) => {
    const { viewer, comfort, ip, nonce, assets, requestId } = c.var.request;
    if (!viewer) {
      if (way === 'page') return c.redirect(href('signIn', {}, { retour: c.req.path }), 303);
      throw new AppError('unauthenticated');
    }
    // Hono makes a HEAD's answer anew, and a stream would be answered twice. It opens none and tells nothing of a salon.
    if (c.req.method === 'HEAD') return c.body(null, 200);
    const known = (way === 'events' && c.req.header('last-event-id')) || c.req.query('depuis');
    const following = parseFollowing({ salon: c.req.param('salon'), known, seen: c.req.query('lu') });
    // The picture that the live page has asked for (`signLine`). Of a salon that she does not follow it says nothing.
    if (way === 'page' && c.req.query('vie') !== undefined) {
      streams.stillThere(following.salonId, viewer);
      return c.body(null, 204);
    }
    await streams[way](
      {
        viewer,
        ...following,
        comfort,
        ip,
        nonce,
        assets,
        headers: {
          ...(way === 'page'
            ? securityHeaders(nonce, services.config.origin, { frame: true })
            : streamHeaders(services.config.origin)),
          'X-Request-Id': requestId,
        },
      },
      () => c.env.outgoing as ServerResponse,
    );
    return RESPONSE_ALREADY_SENT;
  };
}

function routed({ pages }: HttpParts): Handler {
  return (c) => {
    const failure = failureOf(c.env.incoming);
    if (failure !== undefined) throw failure;
    if (!isText(c.req.path)) throw notFound();
    return pages(c.req.raw, c.var.request, placeOf(c.req.path));
  };
}

/** What went wrong before or beside a page. */
function fault(c: Context<Env>, error: unknown): Response | Promise<Response> {
  const known = fromDatabase(error);
  const { request } = c.var;
  if (!(known instanceof AppError)) {
    request.log('unexpected', error);
    return page(c, 500);
  }
  if (known.status >= 500) request.log(known.detail, known);
  if (known.retryAfter !== undefined) c.header('Retry-After', String(known.retryAfter));
  return page(c, known.status);
}

const page = (c: Context<Env>, status: number) => errorAnswer({ status, headers: c.res.headers }, c.var.request);
