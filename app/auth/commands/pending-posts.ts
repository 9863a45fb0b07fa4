/** C-04, C-08: what was written is not lost with the session. Whoever has the browser's cookie has the text, nobody else. */

import { AppError } from '~/errors';
import * as queries from '../queries/pending-posts';
import { PENDING_POST_PLACE } from '../rules/limits';
import { hashOf, isLinkSecret, newLinkSecret } from '../secrets';
import type { Services } from './services';

type PendingPostServices = Pick<Services, 'database' | 'limits'>;

/** @returns the secret for the browser's cookie, or null when this place or the site keeps too much */
export async function storePendingPost(
  { database, limits }: PendingPostServices,
  post: queries.PendingPost,
  ip: string,
) {
  try {
    await limits.take([PENDING_POST_PLACE, ip]);
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many') return null;
    throw error;
  }
  const secret = newLinkSecret();
  const stored = await database.systemStatement((tx) =>
    queries.insertPendingPost(tx, hashOf(secret), hashOf(ip), post),
  );
  return stored ? secret : null;
}

/** What this browser has left here within the hour. */
export async function findPendingPost({ database }: Pick<Services, 'database'>, secret: string | null) {
  if (!isLinkSecret(secret)) return null;
  return database.systemStatement((tx) => queries.findPendingPost(tx, hashOf(secret)));
}

export async function deletePendingPost(
  { database }: Pick<Services, 'database'>,
  secret: string | null,
): Promise<void> {
  if (isLinkSecret(secret)) await database.systemStatement((tx) => queries.forgetPost(tx, hashOf(secret)));
}

export type PendingPosts = ReturnType<typeof pendingPosts>;

/** The three, for who does not know this domain (`http/pending-post.ts`). */
export function pendingPosts(services: PendingPostServices) {
  return {
    store: (post: queries.PendingPost, ip: string) => storePendingPost(services, post, ip),
    find: (secret: string | null) => findPendingPost(services, secret),
    delete: (secret: string | null) => deletePendingPost(services, secret),
  };
}
