import type { Tx } from '~/db';

/** The site’s key of this name; the first process that asks makes it. */
export async function sealKey(tx: Tx, name: string, fresh: string): Promise<string> {
  const [found] = await tx<{ key: string }[]>`
    insert into auth.seals (name, key)
    values (${name}, ${fresh})
    on conflict (name) do update set name = excluded.name
    returning key`;
  return found?.key ?? fresh;
}
