/** The two pictures of a profile. They run with the member's own rights. */
import type { Tx } from '~/db';

export type OwnPictures = { readonly avatarUrl: string | null; readonly coverUrl: string | null };

export async function myPictures(tx: Tx): Promise<OwnPictures | null> {
  const [found] = await tx<OwnPictures[]>`
    select avatar_url, cover_url
    from my_profile()`;
  return found ?? null;
}

export async function setPictures(tx: Tx, viewerId: string, { avatarUrl, coverUrl }: OwnPictures): Promise<void> {
  await tx`
    update profiles
    set avatar_url = ${avatarUrl}, cover_url = ${coverUrl}
    where id = ${viewerId}`;
}
