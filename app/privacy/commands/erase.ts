/**
 * Carrying out an erasure (U06): subscriptions first, then the list outside of the database, then every row and the receipt
 * in one transaction, then files. Killed anywhere, it is done again from the beginning, and every step finds done what is
 * done: Stripe's customer and Brevo's contact go by jobs that the transaction itself leaves.
 */
import path from 'node:path';
import { settleFor } from '~/billing/commands/settle';
import type { Payment } from '~/billing/commands/sync';
import { signStatement } from '~/certificates/commands';
import type { Config } from '~/config';
import type { Database, Tx } from '~/db';
import type { Files } from '~/files/commands/draft';
import { sweepPictures } from '~/files/commands/sweep';
import { enqueue } from '~/mailer';
import { forgetLetters } from '~/mailer/folder';
import { giveRole, lockAdmins } from '~/members/queries/roles';
import type { Left, Person } from '~/personal-data';
import { href } from '~/urls';
import { eraseAll, erasePart } from '../holders';
import * as queries from '../queries/erasures';
import { BACKUPS_KEPT_DAYS, daysAfter } from '../rules/erasure';
import { type Erased, receiptOf } from '../rules/receipt';
import { type Tombstone, writeTombstone } from '../tombstones';
import { sweepCopies } from './export';

export type House = {
  readonly config: Config;
  readonly database: Database;
  readonly files: Files;
  /** Null: payment is not set up; what is billed elsewhere ends by a job, when its key is back. */
  readonly stripe: Payment['stripe'] | null;
};
export type Outcome = 'erased' | 'nothing' | 'last_admin';

/**
 * @returns `nothing`: it was not asked for, taken back, not due yet, or is done
 * @throws AppError unavailable: Stripe does not answer; nothing is erased yet
 */
export async function carryOut(house: House, userId: string, now: Date): Promise<Outcome> {
  const { config, database, stripe } = house;
  const leaver = await database.asSystem(async (tx) => {
    const due = await queries.dueErasure(tx, userId);
    if (!due || (await leftTheTeam(tx, userId))) return due;
    await queries.holdErasure(tx, userId);
    return 'last_admin';
  });
  if (leaver === null) return 'nothing';
  if (leaver === 'last_admin') return leaver;
  if (stripe) await settleFor({ database, stripe }, userId);
  const erased = erasedOf(leaver, now);
  await writeTombstone(config, tombstoneOf(userId, erased));
  await eraseParts(house, { id: userId, email: leaver.email }, erased.left);
  const outcome = await eraseRows(house, userId, erased);
  if (outcome === 'erased') await eraseFiles(house, leaver.email, now);
  return outcome;
}

/** Under the lock of all admins' rows, before anything is erased: of two who leave at once one stays (G14). */
async function leftTheTeam(tx: Tx, userId: string): Promise<boolean> {
  const admins = await lockAdmins(tx);
  if (!admins.includes(userId)) return true;
  if (admins.length === 1) return false;
  await giveRole(tx, userId, 'member');
  return true;
}

function erasedOf({ reference, keepsMessages, keepsCertificates }: queries.Leaver, now: Date): Erased {
  const left = { messages: keepsMessages, certificates: keepsCertificates };
  return { reference, left, erasedAt: now, backupsUntil: daysAfter(now, BACKUPS_KEPT_DAYS) };
}

const tombstoneOf = (userId: string, { reference, left, erasedAt, backupsUntil }: Erased): Tombstone => ({
  reference,
  userId,
  keepsMessages: left.messages,
  keepsCertificates: left.certificates,
  erasedAt: erasedAt.toISOString(),
  backupsUntil: backupsUntil.toISOString(),
});

/** What is left then is short enough for one transaction. */
async function eraseParts({ database }: House, her: Person, left: Left): Promise<void> {
  while (await database.asSystem((tx) => erasePart(tx, her, left)));
}

/** Everything or nothing, and once: another process may have been quicker. */
async function eraseRows(house: House, userId: string, erased: Erased): Promise<Outcome> {
  const { config, database } = house;
  const { reference, left, erasedAt, backupsUntil } = erased;
  const receipt = await signStatement(house, (issuer) => receiptOf(erased, issuer, config.origin), erasedAt);
  return database.asSystem(async (tx) => {
    const leaver = await queries.dueErasure(tx, userId);
    if (leaver?.reference !== reference) return 'nothing';
    const { email, name } = leaver;
    await eraseAll(tx, { id: userId, email }, left);
    const choices = { keepsMessages: left.messages, keepsCertificates: left.certificates };
    await queries.insertReceipt(tx, userId, { reference, ...choices, erasedAt, backupsUntil, receipt });
    const props = {
      name,
      at: erasedAt.toISOString(),
      messagesKept: left.messages,
      backupsUntil: backupsUntil.toISOString(),
      reference,
      path: href('erasureReceipt', { recu: reference }),
    };
    await enqueue(tx, { template: 'erasureReceipt', props, to: { email }, key: `erasureReceipt:${reference}` });
    return 'erased';
  });
}

/** What a kill leaves of her pictures and her copy, the hourly sweep finds. */
async function eraseFiles(house: House, email: string, now: Date): Promise<void> {
  await forgetLetters(path.join(house.config.dataDir, 'courrier'), email);
  await sweepCopies(house);
  await sweepPictures(house, now);
}

/**
 * After a restore: whoever was erased since that backup was made is erased again, with the choices of then and without a
 * letter. Asked twice, it does nothing.
 * @param tombstones `tombstonesIn(tombstoneFile(config))`, read before the restore has replaced DATA_DIR
 * @returns how many accounts were erased again
 */
export async function applyTombstones(
  house: House,
  tombstones: readonly Tombstone[],
  now = new Date(),
): Promise<number> {
  const { config, database } = house;
  const ids = tombstones.map(({ userId }) => userId);
  const again = await database.asSystem((tx) => queries.accountsAmong(tx, ids));
  for (const tombstone of tombstones) {
    const account = again.find(({ id }) => id === tombstone.userId);
    const left: Left = { messages: tombstone.keepsMessages, certificates: tombstone.keepsCertificates };
    const erased = { reference: tombstone.reference, left, ...timesOf(tombstone) };
    const receipt = await signStatement(house, (issuer) => receiptOf(erased, issuer, config.origin), erased.erasedAt);
    if (account) await eraseParts(house, account, left);
    await database.asSystem(async (tx) => {
      if (account) await eraseAll(tx, account, left);
      await queries.insertReceipt(tx, tombstone.userId, { ...tombstone, ...timesOf(tombstone), receipt });
    });
    if (account) await forgetLetters(path.join(config.dataDir, 'courrier'), account.email);
    await writeTombstone(config, tombstone);
  }
  if (again.length > 0) await sweepPictures(house, now);
  return again.length;
}

const timesOf = ({ erasedAt, backupsUntil }: Tombstone) => ({
  erasedAt: new Date(erasedAt),
  backupsUntil: new Date(backupsUntil),
});
