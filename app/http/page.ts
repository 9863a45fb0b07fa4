/**
 * What a loader gives its page stays on the server. Remix encodes every loader's answer for a browser half that is not
 * shipped here (about 11 % of a room page's processor time in one profile, taken under load); what it cannot enumerate it does not encode.
 */
import { useLoaderData as useSent } from '@remix-run/react';

/** A loader's answer with nothing in it that Remix would send. */
export function unsent<T>(page: T): T {
  return (isRedirect(page) ? page : Object.defineProperty({}, 'page', { value: page })) as T;
}

function isRedirect(answer: unknown): boolean {
  return answer instanceof Response;
}

/** The other end, for `root.tsx`. Nothing for a page whose loader has thrown. */
export function pageOf(data: unknown): unknown {
  return (data as { page?: unknown } | undefined)?.page;
}

/** As Remix's: what this route's loader gave, as it gave it. */
export function useLoaderData<Loader extends (...args: never[]) => Promise<unknown>>(): Awaited<ReturnType<Loader>> {
  return pageOf(useSent()) as Awaited<ReturnType<Loader>>;
}
