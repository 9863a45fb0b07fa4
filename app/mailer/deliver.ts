/**
 * One letter on its way: taken in a short transaction, written and sent outside of any, settled in a second one.
 * Killed in between, it is sent again with the same key, which the provider knows (docs/decisions/015).
 */
import type { Config } from '~/config';
import type { Database, Tx } from '~/db';
import { href } from '~/urls';
import * as queries from './queries/letters';
import { backOff, CAPS, type Outcome, type Post, PROVES_ADDRESS, shutFor } from './rules';
import { type Addressee, unsubscribeToken } from './unsubscribe';

export type Written = { readonly subject: string; readonly html: string; readonly text: string };
/** `emails/write.ts`, as this job needs it. */
export type Writer = {
  readonly isOptional: (template: string) => boolean | null;
  readonly write: (
    template: string,
    props: unknown,
    about: { readonly unsubscribePath: string | null; readonly email: string },
  ) => Promise<Written>;
};

export type Mailroom = {
  readonly config: Pick<Config, 'origin'>;
  readonly database: Database;
  readonly post: Post;
  readonly writer: Writer;
  readonly log: (message: string, error?: unknown) => void;
  /** From 0 to 1; spreads tries over time. */
  readonly chance: () => number;
};

/** Sends the letter of this outbox row, or says when to try again. Does nothing for a letter that has left already. */
export async function deliver(room: Mailroom, id: string, signal?: AbortSignal): Promise<void> {
  const letter = await room.database.asSystem((tx) => take(room, tx, id));
  if (!letter) return;
  const outcome = await send(room, letter, signal);
  await room.database.asSystem((tx) => conclude(room, tx, letter, outcome));
}

type Taken = queries.InHand & { readonly attempts: number };

/** Everything that can keep a letter from leaving, in the order in which it matters. */
async function take(room: Mailroom, tx: Tx, id: string): Promise<Taken | null> {
  const letter = await queries.letterInHand(tx, id);
  if (!letter) return null;
  const { email, template } = letter;
  const settle = async (state: 'expired' | 'withheld' | 'failed', reason: string) => {
    await settled(tx, letter, { state, reason, messageId: null });
    return null;
  };
  const proves = PROVES_ADDRESS.includes(template);
  if (letter.expired) return settle('expired', 'trop tard');
  if (room.writer.isOptional(template) === null) return settle('failed', 'modèle inconnu');
  if (letter.stopped && !(proves && letter.stopped !== 'complaint')) return settle('withheld', letter.stopped);
  if (letter.wanted === false) return settle('withheld', 'choix');
  if (letter.weekFull) return settle('withheld', 'plafond de la semaine');
  if (letter.quietSeconds !== null) {
    await queries.postponeLetter(tx, id, letter.quietSeconds, 'heures calmes');
    return null;
  }
  const wait = letter.shutSeconds ?? (letter.hourFull && !letter.taken ? 60 : null);
  if (wait !== null) {
    await queries.postponeLetter(tx, id, wait + room.chance() * 10, letter.shutSeconds ? 'envoi suspendu' : 'plafond');
    return null;
  }
  await queries.lockMailbox(tx, email);
  const attempts = await queries.takeLetter(tx, id, email, letter.stopped ? CAPS.perDayStopped : CAPS.perDay);
  return attempts === null ? settle('withheld', 'plafond') : { ...letter, attempts };
}

async function send(room: Mailroom, letter: Taken, signal?: AbortSignal): Promise<Outcome> {
  const { id, template, email } = letter;
  try {
    const path = room.writer.isOptional(template) ? await unsubscribePath(room, letter) : null;
    const written = await room.writer.write(template, letter.props, { unsubscribePath: path, email });
    const parcel = {
      ...written,
      subject: oneLine(written.subject),
      id,
      template,
      to: email,
      createdAt: letter.createdAt,
      unsubscribeUrl: path && room.config.origin + path,
      reopen: letter.stopped !== null,
    };
    return await room.post.send(parcel, signal);
  } catch (error) {
    // A letter that cannot be written is our fault, and mended by the next release: it waits until it is too late.
    room.log(`letter ${template} could not be written`, error);
    return { is: 'later', reason: 'écriture', seconds: null, shut: null };
  }
}

async function unsubscribePath(room: Mailroom, { template, accountId, email }: Taken): Promise<string> {
  const whose: Addressee = accountId ? { userId: accountId } : { email };
  return href('unsubscribe', { jeton: await unsubscribeToken(room.database, whose, template) });
}

/** Our letters' subjects are one line already; a line end here would begin a header of somebody's own. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200);
}

async function conclude(room: Mailroom, tx: Tx, letter: Taken, outcome: Outcome): Promise<void> {
  const { id, attempts } = letter;
  if (outcome.is === 'later') return later(room, tx, id, attempts, outcome);
  const messageId = outcome.is === 'sent' ? outcome.messageId : null;
  const reason = outcome.is === 'refused' ? outcome.reason : null;
  await settled(tx, letter, { state: outcome.is, reason, messageId });
  await queries.openTheWay(tx);
}

async function settled(
  tx: Tx,
  { id, email, template }: queries.InHand,
  how: Omit<queries.Settled, 'email'>,
): Promise<void> {
  if (template === FORGOTTEN) await queries.forgetLetter(tx, id);
  else await queries.settleLetter(tx, id, { ...how, email });
}

/** Its reader has been erased: to whom it went is nobody's to know. */
const FORGOTTEN = 'erasureReceipt';

/** A single letter's failure is its own; the third in a row, or nobody there at all, makes all of them wait. */
async function later(
  room: Mailroom,
  tx: Tx,
  id: string,
  attempts: number,
  { reason, seconds, shut }: Extract<Outcome, { is: 'later' }>,
): Promise<void> {
  const failures = await queries.failuresInARow(tx);
  const ours = reason === 'écriture' || reason === 'arrêt';
  const why = shut ?? (failures >= 2 && !ours ? 'away' : null);
  const wait = seconds ?? backOff(attempts, room.chance());
  if (why) {
    const closed = seconds ?? shutFor(why, failures, room.chance());
    await queries.shutTheWay(tx, why, closed);
    await queries.postponeLetter(tx, id, Math.max(wait, closed), reason);
    return;
  }
  if (!ours) await queries.countFailure(tx);
  await queries.postponeLetter(tx, id, wait, reason);
}
