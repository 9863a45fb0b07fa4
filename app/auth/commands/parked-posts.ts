/** C-04, C-08: what was written is not lost with the session. Whoever has the browser's cookie has the text, nobody else. */
import { AppError } from '~/errors';
import * as queries from '../queries/parked-posts';
import { hashOf, isLinkSecret, newLinkSecret } from '../secrets';
import type { Doors } from './doors';

type Parking = Pick<Doors, 'database' | 'limits'>;

/** @returns the secret for the browser's cookie, or null when this place or the house has parked too much */
export async function parkPost({ database, limits }: Parking, post: queries.ParkedPost, ip: string) {
  try {
    await limits.take('parkedPlace', ip);
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many') return null;
    throw error;
  }
  const secret = newLinkSecret();
  const parked = await database.systemStatement((tx) => queries.park(tx, hashOf(secret), post));
  return parked ? secret : null;
}

/** What this browser has left here within the hour. */
export async function parkedPost({ database }: Pick<Doors, 'database'>, secret: string | null) {
  if (!isLinkSecret(secret)) return null;
  return database.systemStatement((tx) => queries.parkedPost(tx, hashOf(secret)));
}

export async function forgetParkedPost({ database }: Pick<Doors, 'database'>, secret: string | null): Promise<void> {
  if (isLinkSecret(secret)) await database.systemStatement((tx) => queries.forgetPost(tx, hashOf(secret)));
}
