/**
 * All that is done around Remix: it gets one route a request, nothing to send to a browser half that is not shipped,
 * and no answer but a page. Its other half is
 * `page.ts`. docs/decisions/035 says what a move to React Router would take.
 */
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createRequestHandler,
  type EntryContext,
  type LoaderFunctionArgs,
  redirect,
  type ServerBuild,
} from '@remix-run/node';
import { renderToStaticMarkup } from 'react-dom/server';
import type { KeptFields } from '~/forms';
import { audienceOf, isPlace, type Place, paramsOf, rowOf } from '~/urls';
import type { Audience } from '~/urls/row';
import { type Obstacle, obstacle } from './admission';
import { type Answer, isAnswer, type Page, type PageIn, page, type SeeOther } from './answer';
import { errorAnswer } from './error-answer';
import { htmlAnswer } from './html-answer';
import { type Hidden, hidden } from './page';
import { keepPendingPost } from './pending-post';

type Args = LoaderFunctionArgs | ActionFunctionArgs;
type RouteModule = ServerBuild['routes'][string] extends infer R ? (R extends { module: infer M } ? M : never) : never;

/**
 * What is no page, by the request's context. Remix knows redirects and pages only: it is given a redirect, which ends
 * its work before it runs another loader or renders anything, and what was meant is taken from here.
 */
const instead = new WeakMap<AppLoadContext, Response>();
/** The requests whose page was rendered: every other answer of 400 and more is a refusal by Remix itself. */
const rendered = new WeakSet<AppLoadContext>();
/** What an action has given before Remix was asked for its page: it runs once. */
const gaveAlready = new WeakMap<AppLoadContext, unknown>();

/** A handler as a loader or an action of Remix. The type it declares is the data that its page's component gets. */
export function handler<T>(work: (args: Args) => Promise<T>): (args: Args) => Promise<PageIn<T>> {
  return async (args) => {
    const given = await work(args).catch(thrownAnswer);
    const answer = isAnswer(given) ? given : page(given);
    if (answer.kind === 'page') return hidden(answer) as PageIn<T>;
    if (answer.kind === 'seeOther' && !(answer.quiet && args.context.fragment)) throw toPage(answer);
    instead.set(args.context, asHttp(answer, args.context));
    throw redirect('/');
  };
}

function thrownAnswer(thrown: unknown): Answer {
  if (isAnswer(thrown)) return thrown;
  throw thrown;
}

function toPage({ to, status, headers }: SeeOther): Response {
  return redirect(to, { status, headers });
}

/** Everything but a page, which Remix renders, and a redirect, whose address Remix spells. */
function asHttp(answer: Exclude<Answer, Page<unknown>>, context: AppLoadContext): Response {
  switch (answer.kind) {
    case 'file':
      return answer.response;
    case 'refused':
      return errorAnswer(answer, context);
    case 'seeOther':
      return new Response(null, { status: 204, headers: answer.headers });
    case 'fragment':
      if (!answer.view) return new Response(null, { status: answer.status, headers: answer.headers });
      return htmlAnswer(renderToStaticMarkup(answer.view), context.acceptEncoding, answer.status, answer.headers);
  }
}

/** What action and loader say of the page that is about to be rendered; the loader's status comes first. Null: no page. */
export function saidOfPage({ staticHandlerContext }: EntryContext, context: AppLoadContext) {
  const { errors, loaderData, actionData } = staticHandlerContext;
  if (errors) return null;
  rendered.add(context);
  const pages = [...Object.values(loaderData), ...Object.values(actionData ?? {})].map(
    (sent) => (sent as Hidden | null | undefined)?.answer,
  );
  return {
    status: pages.find((each) => each?.status)?.status ?? null,
    framed: pages.find((each) => each?.framed)?.framed ?? null,
    /** A form came back with its errors. */
    faulty: pages.some((each) => each?.status === 422),
  };
}

/** Every loader and action behind the row of its address, however Remix came to it (`admission.ts`). */
function behindRows(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) =>
    isPlace(id) ? [id, { ...route, module: behindRow(id, route.module) }] : [id, route],
  );
  return { ...build, routes: Object.fromEntries(routes) };
}

function behindRow(place: Place, module: RouteModule): RouteModule {
  const { loader, action, default: view, handle } = module;
  const toRead = audienceOf(place, 'loader');
  const toSend = audienceOf(place, 'action');
  const kept = rowOf(place).keeps ? (handle as { readonly keeps: KeptFields }).keeps : null;
  return {
    ...module,
    // A page that loads nothing is asked for all the same.
    loader: loader || view ? admitting(toRead, null, loader ?? (async () => null)) : undefined,
    action: action && onlyOnce(admitting(toSend, kept, action)),
  };
}

function onlyOnce(work: NonNullable<RouteModule['action']>): NonNullable<RouteModule['action']> {
  return async (args) => (gaveAlready.has(args.context) ? gaveAlready.get(args.context) : work(args));
}

function admitting(audience: Audience | null, kept: KeptFields | null, work: NonNullable<RouteModule['loader']>) {
  return async (args: Args) => {
    const { context, request } = args;
    const found = obstacle(audience, context, request);
    if (!found) return work(args);
    const keeping = kept && !context.viewer && (await keepPendingPost(context, request, kept));
    return handler<Obstacle>(async () => keeping || found)(args);
  };
}

export type Pages = (request: Request, context: AppLoadContext, place: Place | null) => Promise<Response>;

/**
 * Remix looks for an address in the whole table of routes, three times a request and without keeping anything of the
 * search: with a hundred routes that was two thirds of a page's processor time (docs/decisions/033). The address is
 * known here already, so each page has a handler that knows the root and itself, made when first asked for.
 */
export function createPages(given: ServerBuild): Pages {
  const build = behindRows(given);
  // For what has no name: misspelt, mistaken, in capitals. Remix knows more spellings of an address than we do.
  const whole = createRequestHandler(build, 'production');
  const own = new Map<Place, typeof whole>();

  function handlerOf(place: Place): typeof whole {
    const made = own.get(place) ?? createRequestHandler(only(build, place), 'production');
    own.set(place, made);
    return made;
  }

  return async (request, context, place) => {
    if (place && context.fragment && request.method === 'POST') {
      const answer = await answeredAlone(build.routes[place]?.module.action, place, request, context);
      if (answer) return answer;
    }
    const sent = gaveAlready.has(context) ? withoutBody(request) : request;
    const answer = await (place && place in build.routes ? handlerOf(place) : whole)(sent, context);
    const isRefusal = answer.status >= 400 && !rendered.has(context);
    return instead.get(context) ?? (isRefusal ? errorAnswer(answer, context) : answer);
  };
}

/**
 * What the page's script sends seldom needs a page: its action is called without Remix, behind the same row
 * (docs/performance.md). Null: it gave a page, which Remix renders with what was given.
 */
async function answeredAlone(
  action: RouteModule['action'],
  place: Place,
  request: Request,
  context: AppLoadContext,
): Promise<Response | null> {
  if (!action) return null;
  try {
    gaveAlready.set(
      context,
      await action({ request, context, params: paramsOf(place, new URL(request.url).pathname) }),
    );
    return null;
  } catch (thrown) {
    if (thrown instanceof Response) return instead.get(context) ?? thrown;
    throw thrown;
  }
}

/** Its form has been read, and can be read once. */
function withoutBody({ url, method, headers }: Request): Request {
  return new Request(url, { method, headers });
}

/** @param place a route's id: `routes.ts` gives each page its place's name */
function only(build: ServerBuild, place: Place): ServerBuild {
  return {
    ...build,
    routes: pick(build.routes, place),
    assets: { ...build.assets, routes: pick(build.assets.routes, place) },
  };
}

function pick<T>(routes: Readonly<Record<string, T>>, place: Place): Record<string, T> {
  return Object.fromEntries(Object.entries(routes).filter(([id]) => id === 'root' || id === place));
}
