/**
 * Who may pass, by the row of the address: asked before every loader and action, in this one place. A route may refuse
 * more than its row does, and nothing that its row refuses reaches it.
 */

import type { Config } from '~/config';
import type { Viewer } from '~/context';
import { href, methodsOf } from '~/urls';
import type { Audience } from '~/urls/row';
import { type Refused, refused, type SeeOther, seeOther } from './answer';

type Asking = { readonly viewer: Viewer | null; readonly config: Pick<Config, 'demo'> };

/** Null: she may pass. */
export function obstacle(audience: Audience | null, { viewer, config }: Asking, request: Request) {
  if (audience === 'anyone' || audience === 'machine') return null;
  if (!viewer) return toSignIn(request);
  if (!isOf(audience, viewer, config)) return refused(404);
  return needsProof(audience) && !viewer.proven ? toProof(request) : null;
}

/** The same for one who is signed in. */
export function mayPass(audience: Audience | null, viewer: Viewer, config: Asking['config']): boolean {
  if (audience === 'anyone' || audience === 'machine') return true;
  return isOf(audience, viewer, config) && (viewer.proven || !needsProof(audience));
}

const needsProof = (audience: Audience | null) => audience === 'proven' || audience === 'proven admin';

function isOf(audience: Audience | null, { appRole }: Viewer, { demo }: Asking['config']): boolean {
  switch (audience) {
    case 'member':
    case 'proven':
      return true;
    case 'author':
      return appRole === 'author' || appRole === 'admin';
    case 'team':
      return appRole !== 'member';
    case 'admin':
    case 'proven admin':
      return appRole === 'admin';
    case 'workshop':
      return appRole === 'admin' || demo;
    default:
      return false;
  }
}

export type Obstacle = SeeOther | Refused;

export function toSignIn(request: Request): SeeOther {
  return seeOther(href('signIn', {}, { retour: pageBehind(request) }));
}

/** G06: she is asked for a password or a mailed code, and comes back. */
export function toProof(request: Request): SeeOther {
  return seeOther(href('proof', {}, { retour: pageBehind(request) }));
}

/** Where to come back to: a POST to the page it was sent from, the address itself if it is one. */
function pageBehind(request: Request): string {
  const { pathname, search } = new URL(request.url);
  if (methodsOf(pathname)?.includes('GET')) return pathname + search;
  const referer = request.headers.get('referer') ?? '';
  const from = request.method === 'POST' && URL.canParse(referer) ? new URL(referer) : null;
  return from ? from.pathname + from.search : href('salons');
}
