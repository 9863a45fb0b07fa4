/** Addresses, written and read. What is known of each stands in `urls/table.ts`. */
import type { Audience, Row } from './urls/row';
import { table } from './urls/table';

export type Place = keyof typeof table;
/** Where what a signed-out reader has sent is kept. */
export type KeepingPlace = { [K in Place]: (typeof table)[K] extends { readonly keeps: true } ? K : never }[Place];

export const places = Object.keys(table) as readonly Place[];
export const rowOf = (place: Place): Row => table[place];
export const isPlace = (name: string): name is Place => Object.hasOwn(table, name);

type Pattern<K extends Place> = (typeof table)[K]['pattern'];
type ParamNames<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;

type Params<K extends Place> = { readonly [N in ParamNames<Pattern<K>>]: string | number };
type Query = Readonly<Record<string, string | number | undefined>>;
type HrefArguments<K extends Place> = [ParamNames<Pattern<K>>] extends [never]
  ? [params?: Record<string, never>, query?: Query]
  : [params: Params<K>, query?: Query];

/** The path of a place: `href('salon', { salon: id }, { avant: 40 })`. Undefined query values are left out. */
export function href<K extends Place>(place: K, ...[params, query]: HrefArguments<K>): string {
  const values: Readonly<Record<string, string | number | undefined>> = params ?? {};
  const path = partsOf(place)
    .map((part, at) => (at % 2 === 1 ? encodeURIComponent(String(values[part])) : part))
    .join('');
  if (!query) return path;
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

/** « /salons/ », « salon », « /messages/ », « message »: the words and the names of each pattern by turns. */
const patterns = new Map<Place, readonly string[]>();

function partsOf(place: Place): readonly string[] {
  const known = patterns.get(place) ?? table[place].pattern.split(/:(\w+)/);
  patterns.set(place, known);
  return known;
}

const paths = places
  .map((place) => ({ place, path: pathOf(place), fixed: !table[place].pattern.includes(':') }))
  // `/salons/nouveau` before `/salons/:salon`.
  .sort((a, b) => Number(b.fixed) - Number(a.fixed));
/** By their first part, which is a word in every pattern: an address is looked for several times a request. */
const byStart = new Map<string, typeof paths>();
for (const entry of paths) {
  const start = startOf(table[entry.place].pattern);
  byStart.set(start, [...(byStart.get(start) ?? []), entry]);
}

function pathOf(place: Place): RegExp {
  const escaped = table[place].pattern.replaceAll('.', '\\.');
  return new RegExp(`^${escaped.replace(/:\w+/g, '[^/]+')}/?$`);
}

/** Which of our places lies at this path. Null: none, or one that is spelt otherwise than we spell it. */
export function placeOf(path: string): Place | null {
  return byStart.get(startOf(path))?.find((entry) => entry.path.test(path))?.place ?? null;
}

/** `/salons/nouveau` → `salons` */
function startOf(path: string): string {
  const end = path.indexOf('/', 1);
  return end === -1 ? path.slice(1) : path.slice(1, end);
}

/** What stands in this path of the place where its pattern has names, decoded as React Router does it. */
export function paramsOf(place: Place, path: string): Readonly<Record<string, string>> {
  const parts = path.split('/');
  const named = table[place].pattern
    .split('/')
    .flatMap((part, at) => (part.startsWith(':') ? [[part.slice(1), decodeURIComponent(parts[at] ?? '')]] : []));
  return Object.fromEntries(named);
}

/** The methods of this path, as `Allow` lists them, or null for a path that is no address of ours. */
export function methodsOf(path: string): readonly string[] | null {
  const place = placeOf(path);
  if (!place) return null;
  const { get, post } = rowOf(place);
  return [...(get ? ['GET', 'HEAD'] : []), ...(post ? ['POST'] : [])];
}

/** Whom the row lets use this method: `loader` for what is shown, `action` for what is sent. Null: nobody. */
export function audienceOf(place: Place, by: 'loader' | 'action'): Audience | null {
  const { get, post } = rowOf(place);
  // A form that is refused is shown again at the address it was sent to, which has no GET.
  return (by === 'action' ? post : (get ?? post)) ?? null;
}

/** The drawing of a pilier's courses (1 to 7), a file that anybody may keep: SVG for pages, PNG for letters. */
export const coverFile = (pillar: number, format: 'svg' | 'png'): string => `/couvertures/${pillar}.${format}`;

/** A letter is read on the page of another site, which shows these files. */
export const isInLetters = (path: string): boolean => path.startsWith('/couvertures/');
