/** Remix's routes: those rows of the table that have a module. The others are answered before Remix (`http.ts`). */
import { type RouteConfig, route } from '@remix-run/route-config';
import { places, rowOf } from './urls';

export default [
  ...places.flatMap((place) => {
    const { pattern, module } = rowOf(place);
    return module ? [route(pattern, `routes/${module}`, { id: place })] : [];
  }),
  route('*', 'routes/not-found.tsx', { id: 'notFound' }),
] satisfies RouteConfig;
