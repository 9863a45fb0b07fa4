/** A03: somebody comes back from Google or GitHub. Never a second account for a confirmed address. */

import type { Tx } from '~/db';
import { AppError } from '~/errors';
import { enqueue } from '~/mailer';
import { href } from '~/urls';
import { ownerById } from '../queries/accounts';
import * as queries from '../queries/oauth';
import type { Identity } from '../rules/identity';
import { SIGN_UP_PLACE } from '../rules/limits';
import { PROVIDER_LABELS } from '../rules/provider';
import type { Viewer } from '../rules/viewer';
import { hashOf, isLinkSecret, newLinkSecret } from '../secrets';
import { openSession } from './open-session';
import type { Browser, EnrolMember, Opened, Services } from './services';
import { welcome } from './use-letter';

export type Arrived =
  | { readonly outcome: 'in'; readonly opened: Opened }
  /** Somebody new: the secret under which her arrival waits for her consent. */
  | { readonly outcome: 'new'; readonly secret: string }
  /** The provider has not seen that she reads this mailbox. */
  | { readonly outcome: 'unverified' }
  /** The address has an account that nobody has confirmed: whoever made it may not be its owner. */
  | { readonly outcome: 'unconfirmed' };

/**
 * Opens the account that this identity belongs to: by an earlier link, or by the same address, confirmed here and
 * verified there. May send `doorAdded` and `newDevice`.
 */
export async function arrive(
  services: Services,
  identity: Identity,
  stays: boolean,
  browser: Browser,
): Promise<Arrived> {
  const found = await services.database.asSystem((tx) => ownDoor(tx, identity));
  if ('userId' in found) {
    return { outcome: 'in', opened: await openSession(services, found.userId, stays, browser) };
  }
  if (found.outcome !== 'new') return found;
  const secret = newLinkSecret();
  await services.database.systemStatement((tx) => queries.putArrival(tx, hashOf(secret), identity, stays));
  return { outcome: 'new', secret };
}

type Found =
  | { readonly userId: string }
  | { readonly outcome: 'new' }
  | { readonly outcome: 'unverified' }
  | { readonly outcome: 'unconfirmed' };

async function ownDoor(tx: Tx, identity: Identity): Promise<Found> {
  const known = await queries.memberBehind(tx, identity);
  if (known) return { userId: known };
  if (!identity.verified) return { outcome: 'unverified' };
  const account = await queries.lockedByEmail(tx, identity.email);
  if (!account) return { outcome: 'new' };
  if (!account.confirmed) return { outcome: 'unconfirmed' };
  if (await queries.link(tx, account.id, identity)) await tell(tx, account.id, identity);
  return { userId: account.id };
}

/**
 * Links to the account one is signed in with. Sends `doorAdded`.
 * @throws AppError conflict when it opens another account, or this one has another of the kind
 */
export async function linkProvider({ database }: Pick<Services, 'database'>, viewer: Viewer, identity: Identity) {
  await database.asSystem(async (tx) => {
    if (await queries.link(tx, viewer.id, identity)) return tell(tx, viewer.id, identity);
    if ((await queries.memberBehind(tx, identity)) !== viewer.id) throw new AppError('conflict', 'linked');
  });
}

async function tell(tx: Tx, userId: string, { provider, email }: Pick<Identity, 'provider' | 'email'>): Promise<void> {
  const owner = await ownerById(tx, userId);
  if (!owner) return;
  const about = { provider: PROVIDER_LABELS[provider], account: email, at: new Date().toISOString() };
  await enqueue(tx, {
    template: 'doorAdded',
    props: { name: owner.name, ...about, path: href('linkedAccounts') },
    to: { userId },
  });
}

/** Who waits for her own consent; null when there is nobody, or it took too long. */
export async function arrivalBehind({ database }: Pick<Services, 'database'>, secret: string | null) {
  if (!isLinkSecret(secret)) return null;
  return database.systemStatement((tx) => queries.arrivalOf(tx, hashOf(secret)));
}

/**
 * Account, profile, consent and link in one transaction (D01). Sends `welcome`.
 * @returns null when the arrival is over, or the address has got an account meanwhile: then one begins again
 * @throws AppError too_many from one place
 */
export async function signUpFromProvider(
  services: Services,
  enrol: EnrolMember,
  secret: string | null,
  name: string,
  browser: Browser,
): Promise<Opened | null> {
  if (!isLinkSecret(secret)) return null;
  await services.limits.take([SIGN_UP_PLACE, browser.ip]);
  const made = await services.database.asSystem(async (tx) => {
    const arrival = await queries.takeArrival(tx, hashOf(secret));
    const userId = arrival && (await queries.insertConfirmedUser(tx, arrival.email));
    if (!userId) return null;
    // Linked in another window a moment ago: nothing of this one stands.
    if (!(await queries.link(tx, userId, { ...arrival, verified: true }))) throw new AppError('conflict', 'linked');
    await enrol(tx, userId, name);
    await welcome(tx, userId);
    return { userId, stays: arrival.stays };
  });
  return made && openSession(services, made.userId, made.stays, browser);
}

/** @throws AppError not_found */
export async function unlinkProvider(
  { database }: Pick<Services, 'database'>,
  viewer: Viewer,
  provider: Identity['provider'],
): Promise<void> {
  if (await database.systemStatement((tx) => queries.unlink(tx, viewer.id, provider))) return;
  throw new AppError('not_found');
}
