/**
 * What a handler answers: one value of this union, returned or thrown. `pages.ts` turns it into HTTP. Whatever else a
 * handler returns is the data of its page.
 */
import type { ReactElement } from 'react';

/** Marks an answer, so that no data of a page is taken for one. */
const ANSWER = Symbol('answer');
type Marked = { readonly [ANSWER]: true };

/** The route's own page. `data` goes to its component: `useLoaderData` from a loader, `useActionData` from an action. */
export type Page<P> = Marked & {
  readonly kind: 'page';
  readonly data: P;
  /** 422: the form with its errors; 404: a link that opens nothing any more, with its next step. */
  readonly status: number | null;
  /** The origin of another site whose video the page shows in a frame. */
  readonly framed?: string | null;
  /** Seconds, of a page that says why the asking was too often (429). */
  readonly retryAfter?: number;
};
/** For the page's script: each element takes the place of the one with its id. Null: nothing changes (204). */
export type Fragment = Marked & {
  readonly kind: 'fragment';
  readonly view: ReactElement | null;
  readonly status: number;
  readonly headers: Headers;
};
export type SeeOther = Marked & {
  readonly kind: 'seeOther';
  readonly to: string;
  readonly status: 301 | 303;
  readonly headers: Headers;
  /** The script stays where it is: it gets 204 and hears of the change by the stream. */
  readonly quiet: boolean;
};
/** Refused as a whole; `error-answer.tsx` says it in French. */
export type Refused = Marked & { readonly kind: 'refused'; readonly status: number; readonly headers: Headers };
/** Bytes with a type of their own. */
export type File = Marked & { readonly kind: 'file'; readonly response: Response };

export type Answer = Page<unknown> | Fragment | SeeOther | Refused | File;

/** The data of the page, of whatever a handler returns. */
export type PageIn<T> = T extends Answer ? (T extends Page<infer P> ? P : never) : T;

const marked = { [ANSWER]: true } as const;

type PageHeaders = Pick<Page<unknown>, 'framed' | 'retryAfter'>;

export function page<P>(data: P, status: number | null = null, headers: PageHeaders = {}): Page<P> {
  return { ...marked, kind: 'page', data, status, ...headers };
}

/** The page with the words that were typed, and when to send them again (K04). @param wait seconds */
export const tooOften = <P>(data: P, wait: number): Page<P> => page(data, 429, { retryAfter: wait });

export function fragment(view: ReactElement | null, status = view ? 200 : 204, headers?: HeadersInit): Fragment {
  return { ...marked, kind: 'fragment', view, status, headers: new Headers(headers) };
}

export function seeOther(to: string, headers?: HeadersInit): SeeOther {
  return { ...marked, kind: 'seeOther', to, status: 303, headers: new Headers(headers), quiet: false };
}

/** Stored: 303 to a page, or 204 for the script. */
export function done(to: string, headers?: HeadersInit): SeeOther {
  return { ...seeOther(to, headers), quiet: true };
}

/** For good: an address of before. */
export function moved(to: string): SeeOther {
  return { ...seeOther(to), status: 301 };
}

export function refused(status: number, headers?: HeadersInit): Refused {
  return { ...marked, kind: 'refused', status, headers: new Headers(headers) };
}

export function file(response: Response): File {
  return { ...marked, kind: 'file', response };
}

export function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && ANSWER in value;
}
