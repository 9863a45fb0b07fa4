/** One line of the journal for every answer. */
import { hash } from 'node:crypto';
import type { RequestContext } from '~/context';
import { placeOf, rowOf } from '~/urls';
import { referenceOf } from './reference';

export type AccessLine = {
  readonly id: string;
  /** What the error page of this request shows. */
  readonly reference: string;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly member: string | null;
};

export type Asked = { readonly method: string; readonly path: string };

/** @param started by the clock of `performance.now()` */
export function accessLine(
  { method, path }: Asked,
  status: number,
  { requestId, viewer }: Pick<RequestContext, 'requestId' | 'viewer'>,
  started: number,
): AccessLine {
  return {
    id: requestId,
    reference: referenceOf(requestId),
    method,
    route: routeOf(path),
    status,
    ms: Math.round(performance.now() - started),
    member: viewer && nameless(viewer.id),
  };
}

/** Ids, codes and whatever somebody typed stay out of the log (reliability 20). */
function routeOf(path: string): string {
  const place = placeOf(path);
  if (place) return rowOf(place).pattern;
  return path.startsWith('/assets/') ? '/assets/*' : '/*';
}

/** Tells a member's lines from another's, and nobody who she is. */
function nameless(id: string): string {
  return hash('sha256', id).slice(0, 12);
}
