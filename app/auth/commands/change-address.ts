/** D07: asked with a fresh proof, confirmed from the new address, told to the old one, which can take it back. */

import { sessionTopic } from '~/auth/rules/session';
import { AppError, refusedBy } from '~/errors';
import { enqueue } from '~/mailer';
import type { Hub } from '~/realtime/hub';
import { href } from '~/urls';
import { ownerOf } from '../queries/accounts';
import * as queries from '../queries/addresses';
import { CONFIRM_DAYS, UNDO_DAYS } from '../rules/address';
import { ADDRESS_CHANGE, ADDRESS_MAILBOX } from '../rules/limits';
import type { Viewer } from '../rules/viewer';
import { hashOf, newLinkSecret } from '../secrets';
import type { Services } from './services';

const DAY = 24 * 60; // minutes

/**
 * Writes to both addresses; nothing changes before the new one has answered. An address that has an account gets a
 * letter of its own, and the asker the same answer (reliability 10).
 * @returns false when it is the account's address already
 * @throws AppError too_many after five questions in an hour, or three letters to one mailbox
 */
export async function askAddressChange(
  { database, limits }: Services,
  viewer: Viewer,
  newEmail: string,
): Promise<boolean> {
  await limits.take([ADDRESS_CHANGE, viewer.id]);
  await limits.take([ADDRESS_MAILBOX, newEmail.toLowerCase()]);
  const [confirm, stop] = [newLinkSecret(), newLinkSecret()];
  return database.asSystem(async (tx) => {
    const owner = await queries.lockedOwner(tx, viewer.id);
    if (!owner || owner.email.toLowerCase() === newEmail.toLowerCase()) return false;
    const taken = await ownerOf(tx, newEmail);
    await queries.askChange(tx, owner, { newEmail, confirmHash: hashOf(confirm), stopHash: hashOf(stop) });
    const { name } = owner;
    await enqueue(tx, {
      template: 'addressChanged',
      props: { name, newEmail, done: false, path: href('takeBackAddress', { jeton: stop }) },
      to: { email: owner.email },
    });
    if (taken) {
      const props = { name: taken.name, path: href('signInLetter') };
      await enqueue(tx, { template: 'accountExists', props, to: { userId: taken.id } });
      return true;
    }
    await enqueue(tx, {
      template: 'addressConfirmation',
      props: { name, newEmail, path: href('confirmNewAddress', { jeton: confirm }) },
      to: { email: newEmail },
      expiresIn: CONFIRM_DAYS * DAY,
    });
    return true;
  });
}

/**
 * The press of the button in the new mailbox.
 * @returns the new address, or null for a link that is used, too old or unknown
 * @throws AppError conflict when somebody else has opened an account with it meanwhile
 */
export async function confirmAddressChange(
  { database }: Pick<Services, 'database'>,
  secret: string,
): Promise<string | null> {
  const undo = newLinkSecret();
  const changed = database.asSystem(async (tx) => {
    const asked = await queries.changeToConfirm(tx, hashOf(secret));
    // The account before its changes, as everywhere here: two locks in two orders would wait for each other.
    const owner = asked && (await queries.lockedOwner(tx, asked.userId));
    const change = owner && (await queries.doneChange(tx, hashOf(secret), hashOf(undo)));
    if (!change) return null;
    if (!(await queries.moveAccount(tx, owner.id, change.oldEmail, change.newEmail))) {
      throw new AppError('conflict', 'address_moved');
    }
    await queries.forgetSentLinks(tx, owner.id);
    const path = href('takeBackAddress', { jeton: undo });
    await enqueue(tx, {
      template: 'addressChanged',
      props: { name: owner.name, newEmail: change.newEmail, done: true, path },
      to: { email: change.oldEmail },
      expiresIn: UNDO_DAYS * DAY,
    });
    return change.newEmail;
  });
  return changed.catch(taken);
}

/**
 * The old address objects. A change that waits is forgotten; one that is done is undone, all sessions end, and the
 * password goes, because whoever changed the address may know it.
 * @returns what was taken back, or null for a link that is used, too old or unknown
 * @throws AppError conflict when the old address belongs to another account by now
 */
export async function takeBackAddress(
  { database, hub }: Pick<Services, 'database'> & { readonly hub: Hub },
  secret: string,
): Promise<queries.Objection | null> {
  const hash = hashOf(secret);
  const objection = await database
    .asSystem(async (tx) => {
      const found = await queries.changeToTakeBack(tx, hash);
      if (!found) return null;
      await queries.lockedOwner(tx, found.userId);
      // Confirmed, or taken back, while this one waited for the lock.
      const now = await queries.changeToTakeBack(tx, hash);
      if (!now || !(await queries.forgetChangesSince(tx, hash))) return null;
      if (now.isDone) await queries.giveBack(tx, now);
      return now;
    })
    .catch(taken);
  if (objection?.isDone) hub.wakeTopic(sessionTopic.of(objection.userId));
  return objection;
}

function taken(error: unknown): never {
  throw refusedBy(error) === 'users_email_key' ? new AppError('conflict', 'address_taken') : error;
}
