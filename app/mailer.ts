/** Letters out: every one is a row of the outbox first, in the transaction that causes it (reliability 15). */
import type { LetterName, LetterProps } from '../emails/props';
import type { Tx } from './db';
import { insertLetterToAddress, insertLetterToMember } from './mailer/queries/outbox';

/** A member, whose address is looked up when the letter leaves, or an address without an account. */
export type Addressee = { readonly userId: string } | { readonly email: string };

export type Letter = {
  readonly [N in LetterName]: {
    readonly template: N;
    readonly props: LetterProps[N];
    readonly to: Addressee;
    /** What makes two calls one letter, for instance `courseFinished:<enrolment>`. Without it each call is a letter. */
    readonly key?: string;
    /** After this many minutes the letter is worth nothing and is not sent. */
    readonly expiresIn?: number;
  };
}[LetterName];

const THREE_DAYS = 3 * 24 * 60; // minutes

/**
 * Puts a letter into the outbox; it leaves once this transaction has committed, and not at all if it is undone.
 * In a member's own transaction only letters to herself are allowed (policy `insert_own`).
 */
export async function enqueue(tx: Tx, { template, props, to, key, expiresIn }: Letter): Promise<void> {
  const body = JSON.stringify(props);
  const minutes = expiresIn ?? THREE_DAYS;
  const letterKey = key ?? crypto.randomUUID();
  const row = { template, body, key: letterKey, minutes };
  if ('userId' in to) await insertLetterToMember(tx, to.userId, row);
  else await insertLetterToAddress(tx, to.email, row);
}
