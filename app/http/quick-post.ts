/**
 * What a page's script posts again and again, straight from Node's request to the verb: no `Request`, no `Response`, none
 * of the steps that only pages need (docs/decisions/052). Everything that is asked of a post on its whole way
 * (`http.ts`) is asked here; where an answer is anything but the usual one, the post goes that way, with its body read.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fragmentHeader } from '~/client/protocol';
import type { Services, Viewer } from '~/context';
import { BODY_MAX, type Form, parseForm } from '~/forms';
import { audienceOf, type Place, paramsOf, placeOf } from '~/urls';
import { type AccessLine, accessLine } from './access-line';
import { mayPass } from './admission';
import { isSameOrigin } from './csrf';
import { freshNonce } from './nonce';
import { securityHeaders } from './security-headers';

/** @returns false: nothing was done, and the post goes its whole way */
export type QuickVerb = (
  services: Services,
  viewer: Viewer,
  params: Readonly<Record<string, string>>,
  form: Form,
) => Promise<boolean>;

export type QuickParts = {
  readonly services: Services;
  readonly verbs: Readonly<Partial<Record<Place, QuickVerb>>>;
  readonly formTargets: readonly string[];
  readonly accessLog: (line: AccessLine) => void;
};

/** Node's request as Hono's server takes it up when somebody has read the body before. */
type Read = IncomingMessage & { rawBody?: Buffer };

/** What went wrong in a verb, which is not tried again on the way of the answer that says so: nobody knows what it did. */
const failures = new WeakMap<IncomingMessage, unknown>();
export const failureOf = (request: IncomingMessage): unknown => failures.get(request);

/** @returns what answers a post; false: it goes its whole way */
export function quickPosts({ services, verbs, formTargets, accessLog }: QuickParts) {
  const { config, sessions } = services;

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = request.url ?? '';
    const place = request.method === 'POST' ? placeOf(path) : null;
    const verb = place && verbs[place];
    if (!verb || !isPlain(request, config.origin)) return false;
    const started = performance.now();
    const body = await bodyOf(request);
    // Whoever has gone gets no answer.
    if (!body) return true;
    (request as Read).rawBody = body;
    const viewer = await viewerOf(request).catch(() => null);
    if (!viewer || !mayPass(audienceOf(place, 'action'), viewer, config)) return false;
    const requestId = randomUUID();
    try {
      if (!(await verb(services, viewer, paramsOf(place, path), parseForm(body.toString())))) return false;
    } catch (error) {
      failures.set(request, error);
      return false;
    }
    const headers = securityHeaders(freshNonce(), config.origin, { formTargets });
    response.writeHead(204, { ...headers, 'X-Request-Id': requestId, 'Cache-Control': 'private, no-store' }).end();
    accessLog(accessLine({ method: 'POST', path }, 204, { requestId, viewer }, started));
    return true;
  };

  /** Null where there is something to do beside the post: a new cookie, a note of the device or of what she did. */
  async function viewerOf({ headers }: IncomingMessage): Promise<Viewer | null> {
    const { viewer, cookie, unnoted, idle } = await sessions.resolve(headers.cookie ?? '');
    return viewer && !viewer.suspended && !cookie && !unnoted && !idle ? viewer : null;
  }
}

/** A short form without a file, from a page of ours, by its script, to an address as we write it. */
function isPlain({ headers, url = '' }: IncomingMessage, origin: string): boolean {
  const told = Number(headers['content-length'] ?? Number.NaN);
  return (
    /^[\w/-]+$/.test(url) &&
    headers[fragmentHeader.name.toLowerCase()] === fragmentHeader.value &&
    headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true &&
    told <= BODY_MAX &&
    isSameOrigin({ get: (name) => headers[name]?.toString() ?? null }, origin)
  );
}

/** Null: its sender has gone. Node reads no byte more than was told. */
function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    request.on('close', () => resolve(null));
    request.on('error', () => resolve(null));
  });
}
