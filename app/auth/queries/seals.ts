import type { Tx } from '~/db';

/** The site’s key of this name; the first process that asks makes it. */
export async function sealKey(tx: Tx, name: string, fresh: string): Promise<string> {
  const [found] = await tx<{ key: string }[]>`
    select auth.seal_key(${name}, ${fresh}) as key`;
  return found?.key ?? fresh;
}
