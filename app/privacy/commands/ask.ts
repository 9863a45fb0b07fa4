/** Asking to be erased, and changing one's mind. */
import { randomBytes } from 'node:crypto';
import type { Viewer } from '~/auth/rules/viewer';
import type { Database, Tx } from '~/db';
import { enqueue } from '~/mailer';
import { lockAdmins } from '~/members/queries/roles';
import type { Left } from '~/personal-data';
import { href } from '~/urls';
import * as queries from '../queries/erasures';
import { CHANGE_OF_MIND_DAYS, daysAfter, referenceOf } from '../rules/erasure';

type House = { readonly database: Database };

/**
 * Whoever is asked for the second time gets no second letter.
 * @returns `last_admin`: the site would be without anybody who administers it, and nothing is written
 */
export function askErasure(
  { database }: House,
  viewer: Pick<Viewer, 'id' | 'name'>,
  left: Left,
  now: Date,
  days = CHANGE_OF_MIND_DAYS,
): Promise<'last_admin' | queries.Asked> {
  return database.asSystem(async (tx) => {
    if (await isLastAdmin(tx, viewer.id)) return 'last_admin';
    const asked = await queries.askErasure(tx, viewer.id, {
      reference: referenceOf(now, randomBytes(10)),
      keepsMessages: left.messages,
      keepsCertificates: left.certificates,
      dueAt: daysAfter(now, days),
    });
    if (asked.isNew && days > 0) await tell(tx, viewer, asked);
    return asked;
  });
}

async function tell(tx: Tx, { id, name }: Pick<Viewer, 'id' | 'name'>, asked: queries.Asked): Promise<void> {
  const { reference, dueAt, keepsMessages } = asked;
  const props = { name, at: dueAt.toISOString(), messagesKept: keepsMessages, reference, path: href('erasure') };
  await enqueue(tx, { template: 'erasureAsked', props, to: { userId: id }, key: `erasureAsked:${reference}` });
}

/** Under the lock of all admins' rows: of two who leave at once, one stays (G14). */
export async function isLastAdmin(tx: Tx, userId: string): Promise<boolean> {
  const admins = await lockAdmins(tx);
  return admins.length === 1 && admins[0] === userId;
}

/** @returns false when nothing was asked, or it has been carried out */
export function changeMind({ database }: House, viewer: Viewer): Promise<boolean> {
  return database.systemStatement((tx) => queries.withdrawErasure(tx, viewer.id));
}
