/**
 * From a request to its answer: its route's action and loader give one answer each, and a page is rendered from what they
 * give. Remix builds the routes; the work of its request handler is done here (docs/decisions/041).
 */
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import { renderToStaticMarkup } from 'react-dom/server';
import { matchRoutes } from 'react-router';
import { isPlace, type Place, paramsOf } from '~/urls';
import { type Answer, type Page, page } from './answer';
import { type BuiltRoute, builtRoutes } from './built-routes';
import { errorAnswer } from './error-answer';
import { htmlAnswer } from './html-answer';
import type { Shown } from './page';

export type Pages = (request: Request, context: AppLoadContext, place: Place | null) => Promise<Response>;
/** Renders a page (`entry.server.tsx`). */
export type ShowPage = (request: Request, context: AppLoadContext, shown: Shown) => Response;

type Found = { readonly id: string; readonly params: Readonly<Record<string, string | undefined>> };

export function createPages(build: ServerBuild, show: ShowPage): Pages {
  const routes = builtRoutes(build);
  const table = Object.values(build.routes).flatMap(({ id, path }) => (id === 'root' ? [] : [{ id, path }]));

  /** React Router knows more spellings of an address than we do: « /Connexion », with the capital of a telephone. */
  function spelt(path: string): Found {
    const match = matchRoutes(table, path)?.at(-1);
    return { id: match?.route.id ?? 'notFound', params: match?.params ?? {} };
  }

  return async (request, context, place) => {
    const path = new URL(request.url).pathname;
    const { id, params } = place && routes.has(place) ? { id: place, params: paramsOf(place, path) } : spelt(path);
    const route = routes.get(id);
    if (!route) throw new Error(`the build has no route « ${id} »`);
    const given = await work(route, { request, context, params });
    if (!isShown(given)) return asHttp(given, context);
    const { view, handle } = route;
    if (!view) throw new Error(`${id} gave a page and has no view`);
    return show(request, context, { ...given, place: isPlace(id) ? id : null, view, handle });
  };
}

type Given = Pick<Shown, 'loaded' | 'sent'>;
type Asked = Parameters<NonNullable<BuiltRoute['loader']>>[0];

/** What action and loader give together: an answer of either ends the work, two pages are one. */
async function work({ action, loader }: BuiltRoute, asked: Asked): Promise<Given | Exclude<Answer, Page<unknown>>> {
  const { request } = asked;
  const sent = request.method === 'POST' && action ? await action(asked) : null;
  if (sent && sent.kind !== 'page') return sent;
  const loaded = loader ? await loader(sent ? { ...asked, request: withoutBody(request) } : asked) : page(null);
  return loaded.kind === 'page' ? { loaded, sent } : loaded;
}

function isShown(given: Given | Answer): given is Given {
  return 'loaded' in given;
}

/** Its form has been read, and can be read once. */
function withoutBody({ url, headers }: Request): Request {
  return new Request(url, { headers });
}

function asHttp(answer: Exclude<Answer, Page<unknown>>, context: AppLoadContext): Response {
  const { headers } = answer.kind === 'file' ? answer.response : answer;
  switch (answer.kind) {
    case 'file':
      return answer.response;
    case 'refused':
      return errorAnswer(answer, context);
    case 'seeOther':
      if (answer.quiet && context.fragment) return new Response(null, { status: 204, headers });
      headers.set('Location', answer.to);
      return new Response(null, { status: answer.status, headers });
    case 'fragment':
      if (!answer.view) return new Response(null, { status: answer.status, headers });
      return htmlAnswer(renderToStaticMarkup(answer.view), context.acceptEncoding, answer.status, headers);
  }
}
