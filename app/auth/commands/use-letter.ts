import type { Database, Tx } from '~/db';
import { enqueue } from '~/mailer';
import { href } from '~/urls';
import { ownerById, provedAddress } from '../queries/accounts';
import { deleteSessionsOf } from '../queries/sessions';
import { livingToken, type UsedToken, usedCode, usedLink } from '../queries/tokens';
import { endedConfirmedWait, endedWait, type Wait, waitOf } from '../queries/waits';
import { hashed, tryCode } from './letters';
import { openSession } from './open-session';
import type { Browser, Opened, Services } from './services';

export type Entered = {
  readonly opened: Opened;
  readonly userId: string;
  /** Where the browser was going when it asked for the letter. */
  readonly back: string;
  /** The address was confirmed by this. */
  readonly first: boolean;
  /** The password of the sign-up opens nothing any more: nobody knows who chose it. */
  readonly voided: boolean;
};

/** What a sign-in link would do here, without doing it; null: it is used, replaced, too old or none of ours. */
export async function lookAtLink(
  { database }: Pick<Services, 'database'>,
  link: string,
  browser: Browser,
): Promise<{ asked: 'here' | 'elsewhere' } | null> {
  const hash = hashed(link);
  const token = hash && (await database.systemStatement((tx) => livingToken(tx, hash, 'sign_in')));
  if (!token) return null;
  const isHers = token.browserHash !== null && token.browserHash === hashed(browser.wait);
  return { asked: isHers ? 'here' : 'elsewhere' };
}

/** Uses a sign-in link in the browser that asked for it. Null: it opens nothing here. */
export async function enterByLink(services: Services, link: string, browser: Browser): Promise<Entered | null> {
  const [hash, waitHash] = [hashed(link), hashed(browser.wait)];
  if (!hash || !waitHash) return null;
  return enter(services, browser, null, (tx) => usedLink(tx, hash, 'sign_in', waitHash));
}

type TypedCode = {
  readonly code: string;
  /** The link that it is typed beside. */
  readonly link?: string;
  readonly email?: string;
  readonly viewerId?: string;
  /** « Garder mon compte ouvert », asked beside a link; elsewhere the browser has said so when it asked for the letter. */
  readonly stays?: boolean;
};

/**
 * Uses the code of a sign-in or confirmation letter. Null: wrong, used, replaced, too old, or tried five times.
 * @throws AppError too_many as `tryCode`
 */
export async function enterByCode(services: Services, typed: TypedCode, browser: Browser): Promise<Entered | null> {
  const at = {
    linkHash: hashed(typed.link),
    email: typed.link ? null : (typed.email ?? null),
    browserHash: hashed(browser.wait),
    viewerId: typed.viewerId ?? null,
  };
  return tryCode(services, typed.email ?? typed.link ?? '', browser, () =>
    enter(services, browser, typed.stays ?? null, (tx) => usedCode(tx, typed.code, at)),
  );
}

/** One transaction uses the letter and confirms the address; the session comes after it. */
async function enter(
  services: Services,
  browser: Browser,
  stays: boolean | null,
  use: (tx: Tx) => Promise<UsedToken | null>,
): Promise<Entered | null> {
  const waitHash = hashed(browser.wait);
  const used = await services.database.asSystem(async (tx) => {
    const token = await use(tx);
    if (!token) return null;
    const wait = await endedWait(tx, token.browserHash);
    const isHers = token.browserHash !== null && token.browserHash === waitHash;
    // Who reads the letter owns the mailbox; who chose the password may be somebody else, unless it was this browser.
    const keeps = token.purpose === 'confirmation' || (isHers && wait?.madeUserId === token.userId);
    const { first } = await confirmed(tx, token.userId, keeps);
    return { ...token, wait, isHers, first, voided: first && !keeps };
  });
  if (!used) return null;
  const { userId, wait, isHers, first, voided } = used;
  const opened = await openSession(services, userId, stays ?? (isHers && wait?.stays === true), browser);
  return { opened, userId, back: wait?.back ?? '/', first, voided };
}

/** The first proof of the address: « bienvenue », once; and nobody else stays in the account. */
async function confirmed(tx: Tx, userId: string, keepsPassword: boolean): Promise<{ first: boolean }> {
  const { first } = await provedAddress(tx, userId, keepsPassword);
  if (!first) return { first };
  if (!keepsPassword) await deleteSessionsOf(tx, userId);
  await welcome(tx, userId);
  return { first };
}

export async function welcome(tx: Tx, userId: string): Promise<void> {
  const owner = await ownerById(tx, userId);
  if (!owner) return;
  await enqueue(tx, {
    template: 'welcome',
    props: { name: owner.name, path: href('home') },
    to: { userId },
    key: `welcome:${userId}`,
  });
}

/** What the confirmation's page shows before its button is pressed; null: the link is used, replaced or too old. */
export async function lookAtConfirmation(
  { database }: Pick<Services, 'database'>,
  link: string,
): Promise<{ email: string; name: string } | null> {
  const hash = hashed(link);
  if (!hash) return null;
  const token = await database.systemStatement((tx) => livingToken(tx, hash, 'confirmation'));
  return token;
}

/**
 * W02: the button of the confirmation letter. In the browser that signed up it also opens the session; in another it
 * only confirms, and the first may go on by itself (`enterConfirmed`).
 * @returns null when the link opens nothing any more
 */
export async function confirmAddress(
  services: Services,
  link: string,
  browser: Browser,
): Promise<{ entered: Entered | null; userId: string; back: string } | null> {
  const hash = hashed(link);
  if (!hash) return null;
  const token = await services.database.asSystem(async (tx) => {
    const used = await usedLink(tx, hash, 'confirmation', null);
    if (!used) return null;
    await confirmed(tx, used.userId, true);
    return { ...used, wait: await waitOf(tx, used.browserHash) };
  });
  if (!token) return null;
  const isHers = token.browserHash !== null && token.browserHash === hashed(browser.wait);
  const entered = isHers ? await enterConfirmed(services, browser) : null;
  return { entered, userId: token.userId, back: token.wait?.back ?? '/' };
}

/** The browser that opened an account enters it once its address is confirmed, wherever that was done. */
export async function enterConfirmed(services: Services, browser: Browser): Promise<Entered | null> {
  const ended = await services.database.systemStatement((tx) => endedConfirmedWait(tx, hashed(browser.wait)));
  if (!ended) return null;
  const opened = await openSession(services, ended.userId, ended.stays, browser);
  return { opened, userId: ended.userId, back: ended.back, first: true, voided: false };
}

/** The letter that this browser waits for. */
export function awaited(database: Database, browser: Browser): Promise<Wait | null> {
  return database.systemStatement((tx) => waitOf(tx, hashed(browser.wait)));
}
