/**
 * How the data of a page passes Remix, which encodes every loader's answer for a browser half that is not shipped here
 * (about 11 % of a room page's processor time in one profile, taken under load): what it cannot enumerate it does not
 * encode. Apart from `remix.ts`, because Remix also bundles for the browser what a route's component imports.
 */
import { useActionData as useSentByAction, useLoaderData as useSentByLoader } from '@remix-run/react';
import type { Page } from './answer';

export type Hidden = { readonly answer?: Page<unknown> };

export function hidden(answer: Page<unknown>): Hidden {
  return Object.defineProperty({}, 'answer', { value: answer });
}

/** The other end, for `root.tsx`. Nothing for a page whose loader has thrown. */
export function dataOf(sent: unknown): unknown {
  return (sent as Hidden | undefined)?.answer?.data;
}

/** As Remix's: what this route's loader gave, as it gave it. */
export function useLoaderData<Loader extends (...args: never[]) => Promise<unknown>>(): Awaited<ReturnType<Loader>> {
  return dataOf(useSentByLoader()) as Awaited<ReturnType<Loader>>;
}

/** As Remix's: what this route's action gave with the page; undefined when no form was sent. */
export function useActionData<Action extends (...args: never[]) => Promise<unknown>>():
  | Awaited<ReturnType<Action>>
  | undefined {
  return dataOf(useSentByAction()) as Awaited<ReturnType<Action>> | undefined;
}
