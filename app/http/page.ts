/** What a page is made of, from `pages.ts` to its view. Apart, because the build also bundles for the browser what a view imports. */
import { type ComponentType, createContext, useContext } from 'react';
import type { Place } from '~/urls';
import type { Page } from './answer';

export type Shown = {
  /** Null: an address that is spelt otherwise than we spell it. */
  readonly place: Place | null;
  readonly view: ComponentType;
  readonly handle: unknown;
  readonly loaded: Page<unknown>;
  /** What the action gave with the page; null when no form was sent. */
  readonly sent: Page<unknown> | null;
};

const PageContext = createContext<Shown | null>(null);
export const PageProvider = PageContext.Provider;

export function usePage(): Shown {
  const shown = useContext(PageContext);
  if (!shown) throw new Error('every view is rendered inside its page');
  return shown;
}

/** What this route's loader gave. */
export function useLoaderData<Loader extends (...args: never[]) => Promise<unknown>>(): Awaited<ReturnType<Loader>> {
  return usePage().loaded.data as Awaited<ReturnType<Loader>>;
}

/** What this route's action gave with the page; undefined when no form was sent. */
export function useActionData<Action extends (...args: never[]) => Promise<unknown>>():
  | Awaited<ReturnType<Action>>
  | undefined {
  return usePage().sent?.data as Awaited<ReturnType<Action>> | undefined;
}
