/** What is known of an address, and the functions that make its row in `table.ts`. It imports nothing. */

/**
 * Who may use an address.
 * - `member`: signed in; everybody else is led to sign-in and back (K02).
 * - `proven`: a member who gave a password or a mailed code in the last quarter of an hour (G06); others are asked for it.
 * - `author`: who writes courses, admins included. For everybody else the address is not there; so with `admin`.
 * - `team`: authors, moderators and admins.
 * - `workshop`: admins; on a demonstration site every member.
 * - `machine`: programs that no page of ours stands behind; the address itself is the proof (docs/decisions/016).
 */
export type Audience =
  | 'anyone'
  | 'member'
  | 'proven'
  | 'author'
  | 'team'
  | 'admin'
  | 'proven admin'
  | 'workshop'
  | 'machine';

/**
 * `page`: HTML that a reader opens. `form`: takes what a form on another page sends. `fragment`: asked for by the
 * page's script alone. `stream`: stays open. `file`: opened or embedded, and no page of the site. `machine`: for programs.
 */
export type Kind = 'page' | 'form' | 'fragment' | 'stream' | 'file' | 'machine';

export type Row = More & {
  readonly kind: Kind;
  readonly pattern: string;
  /** Who may open it, and who may post to it; absent: this address has no such method. */
  readonly get?: Audience;
  readonly post?: Audience;
  /** The route module below `app/routes`; null: `http.ts` answers before the pages. */
  readonly module: string | null;
};

type More = {
  /** The tab of the main navigation under which it stands. */
  readonly tab?: 'home' | 'salons' | 'members' | 'courses';
  /** What a reader has written is kept while she signs in (C-08): the route's `handle` names the fields. */
  readonly keeps?: true;
  /** Its form may carry a file, for which a slow line gets minutes (reliability 17). */
  readonly takesFile?: true;
};
type Who = Audience | { readonly get: Audience; readonly post: Audience };

/** A page without a form of its own. */
export const page = <const P extends string, const M extends More>(
  pattern: P,
  get: Audience,
  module: string,
  more?: M,
) => row('page', pattern, { get }, module, more);

/** A page with a form that is sent to the page's own address. */
export const formPage = <const P extends string, const M extends More>(
  pattern: P,
  who: Who,
  module: string,
  more?: M,
) => row('page', pattern, typeof who === 'string' ? { get: who, post: who } : who, module, more);

export const form = <const P extends string, const M extends More>(
  pattern: P,
  post: Audience,
  module: string,
  more?: M,
) => row('form', pattern, { post }, module, more);

export const fragment = <const P extends string>(pattern: P, post: Audience, module: string) =>
  row('fragment', pattern, { post }, module);

export const stream = <const P extends string>(pattern: P, get: Audience) => row('stream', pattern, { get }, null);

export const file = <const P extends string>(pattern: P, get: Audience, module: string | null) =>
  row('file', pattern, { get }, module);

/** Read by programs. */
export const data = <const P extends string>(pattern: P, get: Audience, module: string | null) =>
  row('machine', pattern, { get }, module);

/** Sent by programs. */
export const webhook = <const P extends string>(pattern: P, module: string) =>
  row('machine', pattern, { post: 'machine' }, module);

function row<const P extends string, const M extends More>(
  kind: Kind,
  pattern: P,
  who: Pick<Row, 'get' | 'post'>,
  module: string | null,
  more?: M,
): Row & { readonly pattern: P } & M {
  // The type says what the spread cannot: without `more`, M has no field.
  return { kind, pattern, ...who, module, ...more } as Row & { readonly pattern: P } & M;
}
