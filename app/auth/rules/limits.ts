/** How often the ways in may be tried (reliability 11, A06). */
import type { Limit } from '~/limits';

const MINUTE = 60;
const QUARTER = 15 * MINUTE;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Wrong passwords for one address from one place: the owner still gets in from elsewhere. */
export const SIGN_IN_PAIR: Limit = { name: 'signInPair', points: 10, seconds: QUARTER };
/** Wrong passwords from one place, whatever the address: a household or a library stays below it. */
export const SIGN_IN_PLACE: Limit = { name: 'signInPlace', points: 60, seconds: QUARTER };
/**
 * Wrong passwords for one address from everywhere, by browsers that its owner has never signed in with: 300 places with
 * one try each are slowed. A browser that she has used before is counted by the pair alone.
 */
export const SIGN_IN_ACCOUNT: Limit = { name: 'signInAccount', points: 30, seconds: QUARTER };
/** G06: wrong passwords and codes of one member who is signed in already. */
export const PROOF: Limit = { name: 'proof', points: 10, seconds: QUARTER };
/** G06: letters with a code for one mailbox. */
export const PROOF_LETTER: Limit = { name: 'proofLetter', points: 5, seconds: HOUR };
/** D07: changes of address that one member asks for. */
export const ADDRESS_CHANGE: Limit = { name: 'addressChange', points: 5, seconds: HOUR };
/** The same by the mailbox that is written to. */
export const ADDRESS_MAILBOX: Limit = { name: 'addressMailbox', points: 3, seconds: HOUR };
/** U12: offers to another device by one member. */
export const TRANSFER_OFFER: Limit = { name: 'sessionTransfer', points: 20, seconds: HOUR };
/** Wrong codes and dead links of such offers from one place. */
export const TRANSFER_PLACE: Limit = { name: 'sessionTransferPlace', points: 20, seconds: QUARTER };
/** U12: wrong access cards for one address from one place, and from one place in all. */
export const CARD_PAIR: Limit = { name: 'cardPair', points: 10, seconds: QUARTER };
export const CARD_PLACE: Limit = { name: 'cardPlace', points: 30, seconds: QUARTER };
/** C-08: posts that are put aside for whoever signs in again; beyond that the browser keeps them itself. */
export const PENDING_POST_PLACE: Limit = { name: 'pendingPostPlace', points: 60, seconds: HOUR };
/** A03: answers of providers from one place; each costs them and us two questions. */
export const PROVIDER_PLACE: Limit = { name: 'providerPlace', points: 60, seconds: QUARTER };
/** New accounts from one place. */
export const SIGN_UP_PLACE: Limit = { name: 'signUpPlace', points: 60, seconds: HOUR };
/**
 * C-23: letters of one kind that may be asked for to one mailbox, whether it has an account or not. A browser that its
 * owner has signed in with has a count of its own, which no stranger can use up.
 */
export const LETTER_MAILBOX: Limit = { name: 'letterMailbox', points: 3, seconds: HOUR };
/** The same for all kinds together. */
export const LETTER_MAILBOX_DAY: Limit = { name: 'letterMailboxDay', points: 10, seconds: DAY };
/** W06: the confirmation is not asked for again before it can have arrived. */
export const LETTER_PAUSE: Limit = { name: 'letterPause', points: 1, seconds: MINUTE };
/** Letters asked for from one place; a club with one connection stays below it. */
export const LETTER_PLACE: Limit = { name: 'letterPlace', points: 60, seconds: HOUR };
/**
 * Wrong codes of letters for one address, whatever letter they were in. The browser that asked for the letter is counted
 * apart from all others: wrong codes from elsewhere never shut it out. The link and the password still open.
 */
export const CODE_MAILBOX: Limit = { name: 'codeMailbox', points: 20, seconds: DAY };
export const CODE_PLACE: Limit = { name: 'codePlace', points: 30, seconds: QUARTER };
