/** One page that every test on pages looks at: who opens it, and how. */
import type { Site } from './site';

export type Who =
  | ('stranger' | 'owner' | 'member' | 'newcomer' | 'admin' | 'unconfirmed')
  /** By what they pay. */
  | ('free' | 'trying' | 'paying' | 'leaving' | 'late' | 'fresh');

export type KnownPage = {
  readonly name: string;
  readonly who: Who;
  readonly path: string;
  readonly status: number;
  /** The form that leads to this page, sent from `from`. */
  readonly form?: Readonly<Record<string, string>>;
  readonly from?: string;
  /** The form is taken, and this page is where it leads. */
  readonly leads?: true;
};

/** What a part of the site adds: values of parameters, and the states of its pages that look different. */
export type Part = { readonly params?: Params; readonly states: readonly KnownPage[] };

/** What is furnished: a server, and its database. */
export type Furnishing = Pick<Site, 'url' | 'cast' | 'as' | 'stranger'>;

/** Values of parameters by name, below the beginning of an address; the longest beginning wins. */
export type Params = Readonly<Record<string, Readonly<Record<string, string | number>>>>;
