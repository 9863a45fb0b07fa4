/** U12: a card of paper opens the account once, when everything else is lost. */
import { enqueue } from '~/mailer';
import { href } from '~/urls';
import { lockedOwner } from '../queries/addresses';
import * as queries from '../queries/recovery-codes';
import type { CardSignIn } from '../rules/card';
import { deviceInWords } from '../rules/device';
import type { Viewer } from '../rules/viewer';
import { hashOf, newRecoveryCode } from '../secrets';
import type { Doors } from './doors';

/** A new code; the card before dies. The code is shown and kept nowhere. */
export async function makeCard({ database }: Pick<Doors, 'database'>, viewer: Viewer): Promise<string> {
  const code = newRecoveryCode();
  await database.systemStatement((tx) => queries.putCode(tx, viewer.id, hashOf(code)));
  return code;
}

/**
 * Opens a session with address and code, uses the card up and tells the owner. An unknown address and a wrong code are
 * one answer and one statement: null.
 * @throws AppError too_many after ten wrong ones for one address from one place, or thirty from one place
 */
export async function signInByCard(
  { database, limits, sessions }: Doors,
  { email, code, stays }: CardSignIn,
  { userAgent, ip }: { readonly userAgent: string; readonly ip: string },
): Promise<{ cookie: string } | null> {
  const attempt = `${email.toLowerCase()} ${ip}`;
  await limits.check('cardPair', attempt);
  await limits.check('cardPlace', ip);
  const userId = await database.asSystem(async (tx) => {
    const taken = await queries.takeCode(tx, email, hashOf(code));
    const owner = taken && (await lockedOwner(tx, taken));
    if (!owner) return null;
    const props = {
      name: owner.name,
      device: deviceInWords(userAgent),
      at: new Date().toISOString(),
      path: href('devices'),
    };
    await enqueue(tx, { template: 'cardUsed', props, to: { userId: owner.id } });
    return owner.id;
  });
  if (userId) return sessions.start(userId, stays);
  await limits.count('cardPair', attempt);
  await limits.count('cardPlace', ip);
  return null;
}
