/** The routes that Remix's build has made, each behind the row of its address. */
import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node';
import type { ComponentType } from 'react';
import type { KeptFields } from '~/forms';
import { audienceOf, isPlace, rowOf } from '~/urls';
import type { Audience } from '~/urls/row';
import { obstacle } from './admission';
import { type Answer, isAnswer, page } from './answer';
import { keepPendingPost } from './pending-post';

type RouteModule = ServerBuild['routes'][string] extends infer R ? (R extends { module: infer M } ? M : never) : never;
type Answering = (args: LoaderFunctionArgs | ActionFunctionArgs) => Promise<Answer>;

/** What it gives is one answer, and whom its row refuses gets that refusal. */
export type BuiltRoute = {
  readonly loader: Answering | null;
  readonly action: Answering | null;
  readonly view: ComponentType | null;
  /** A `PageHandle` (`root.tsx`). */
  readonly handle: unknown;
};

/** By id, which is the place's name. */
export function builtRoutes(build: ServerBuild): ReadonlyMap<string, BuiltRoute> {
  return new Map(Object.entries(build.routes).map(([id, { module }]) => [id, builtRoute(id, module)]));
}

function builtRoute(id: string, module: RouteModule): BuiltRoute {
  const { default: view = null, handle } = module;
  // A page that loads nothing is asked for all the same.
  const loader = answering(module.loader ?? (view && (async () => null)));
  const action = answering(module.action ?? null);
  if (!isPlace(id)) return { loader, action, view, handle };
  const kept = rowOf(id).keeps ? (handle as { readonly keeps: KeptFields }).keeps : null;
  return {
    loader: loader && admitting(audienceOf(id, 'loader'), null, loader),
    action: action && admitting(audienceOf(id, 'action'), kept, action),
    view,
    handle,
  };
}

/** `route.ts` gives answers; what is none is the data of a page. */
function answering(work: RouteModule['loader'] | null): Answering | null {
  if (!work) return null;
  return async (args) => {
    const given: unknown = await work(args);
    return isAnswer(given) ? given : page(given);
  };
}

/** Before every loader and action (`admission.ts`). */
function admitting(audience: Audience | null, kept: KeptFields | null, work: Answering): Answering {
  return async (args) => {
    const { context, request } = args;
    const found = obstacle(audience, context, request);
    if (!found) return work(args);
    return (kept && !context.viewer && (await keepPendingPost(context, request, kept))) || found;
  };
}
