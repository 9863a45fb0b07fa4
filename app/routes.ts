/** What Remix's build makes modules of: those rows of the table that have one. `http.ts` answers the others itself. */
import { type RouteConfig, route } from '@remix-run/route-config';
import { places, rowOf } from './urls';

export default [
  ...places.flatMap((place) => {
    const { pattern, module } = rowOf(place);
    return module ? [route(pattern, `routes/${module}`, { id: place })] : [];
  }),
  route('*', 'routes/not-found.tsx', { id: 'notFound' }),
] satisfies RouteConfig;
