/**
 * Remix, asked for one page at a time. It looks for an address in the whole table of routes, three times a request
 * and without keeping anything of the search: with a hundred routes that was two thirds of a page's processor time
 * (docs/decisions/033). The address is known here already, so each page has a handler that knows the root and itself.
 */
import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/node';
import type { Place } from '~/urls';

export type Pages = (request: Request, context: AppLoadContext, place: Place | null) => Promise<Response>;

/** Handlers are made when first asked for, and kept: as many as there are routes. */
export function createPages(build: ServerBuild): Pages {
  // For what has no name: misspelt, mistaken, in capitals. Remix knows more spellings of an address than we do.
  const whole = createRequestHandler(build, 'production');
  const own = new Map<Place, typeof whole>();

  function handlerOf(place: Place): typeof whole {
    const handler = own.get(place) ?? createRequestHandler(only(build, place), 'production');
    own.set(place, handler);
    return handler;
  }

  return (request, context, place) => (place && place in build.routes ? handlerOf(place) : whole)(request, context);
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
