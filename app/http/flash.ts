/** One sentence about what was just done, named in the address it led to: nothing is stored, a reload repeats nothing but the sentence. */
import type { Flash } from '~/ui/notice';

/** By name; the domains write them, and `entry.server.tsx` hands them in. */
export type Flashes = Readonly<Record<string, Flash>>;

/** The query field that carries the name. */
export const FLASH = 'dit';

export function flashOf(url: URL, flashes: Flashes): Flash | null {
  const name = url.searchParams.get(FLASH) ?? '';
  return Object.hasOwn(flashes, name) ? (flashes[name] ?? null) : null;
}
