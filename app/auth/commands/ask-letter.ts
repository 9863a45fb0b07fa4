import type { Tx } from '~/db';
import { enqueue, type Letter } from '~/mailer';
import { href } from '~/urls';
import { type Owner, ownerOf } from '../queries/accounts';
import { putToken } from '../queries/tokens';
import { putWait } from '../queries/waits';
import type { LetterAsked } from '../rules/email';
import { GOOD_FOR, mailboxOf, type TokenPurpose } from '../rules/letter';
import { LETTER_PAUSE } from '../rules/limits';
import { hashed, newSecrets, type Secrets, takeLetter } from './letters';
import type { Browser, Services } from './services';

/**
 * A link and a code in one letter (A02, G05), `signIn`; to an address without an account `noAccount`.
 * @returns the secret that this browser waits with, the same for both
 * @throws AppError too_many for one mailbox or from one place
 */
export function askSignInLetter(
  services: Services,
  asked: LetterAsked,
  back: string,
  browser: Browser,
): Promise<string> {
  return ask(services, 'sign_in', asked, back, browser, (owner, { link, code }) => ({
    template: 'signIn',
    props: { name: owner.name, path: href('signInLink', { jeton: link }), code },
    to: { userId: owner.id },
    expiresIn: GOOD_FOR.sign_in,
  }));
}

/** A link and a code to choose a new password (A09), `reset`; otherwise as `askSignInLetter`. */
export function askResetLetter(services: Services, asked: LetterAsked, browser: Browser): Promise<string> {
  return ask(services, 'reset', asked, null, browser, (owner, { link, code }) => ({
    template: 'reset',
    props: { name: owner.name, path: href('newPassword', { jeton: link }), code },
    to: { userId: owner.id },
    expiresIn: GOOD_FOR.reset,
  }));
}

/**
 * The confirmation once more (W06), `confirmation`; to an address that is confirmed already `accountExists`. Works
 * signed out (G19). One a minute, and the limits of all letters.
 */
export async function askConfirmation(services: Services, email: string, browser: Browser): Promise<string> {
  await services.limits.take([LETTER_PAUSE, mailboxOf(email)]);
  return ask(services, 'confirmation', { email, stays: false }, null, browser, (owner, { link, code }) =>
    owner.confirmed
      ? {
          template: 'accountExists',
          props: { name: owner.name, path: href('signInLetter') },
          to: { userId: owner.id },
          expiresIn: GOOD_FOR.confirmation,
        }
      : {
          template: 'confirmation',
          props: { name: owner.name, path: href('confirmAddress', {}, { jeton: link }), code },
          to: { userId: owner.id },
          expiresIn: GOOD_FOR.confirmation,
        },
  );
}

/** Known or not, confirmed or not: the same statements in the same order, and one letter (reliability 10). */
async function ask(
  services: Services,
  purpose: TokenPurpose,
  { email, stays }: LetterAsked,
  back: string | null,
  browser: Browser,
  letterTo: (owner: Owner, secrets: Secrets) => Letter,
): Promise<string> {
  await takeLetter(services, purpose, email, browser);
  const secrets = newSecrets();
  await services.database.asSystem(async (tx) => {
    const owner = await ownerOf(tx, email);
    await putToken(tx, {
      ...{ hash: secrets.linkHash, codeHash: secrets.codeHash, browserHash: secrets.waitHash },
      ...{ purpose, minutes: GOOD_FOR[purpose] },
      userId: owner && !(purpose === 'confirmation' && owner.confirmed) ? owner.id : null,
    });
    if (owner) await enqueue(tx, letterTo(owner, secrets));
    else await tellNoAccount(tx, email, GOOD_FOR[purpose]);
    await putWait(tx, {
      ...{ hash: secrets.waitHash, before: hashed(browser.wait), corrects: false, purpose, email, back, stays },
      ...{ madeUserId: null, name: null, passwordHash: null },
    });
  });
  return secrets.wait;
}

/** Whoever has two addresses should learn which of them it is not, in her own mailbox. */
async function tellNoAccount(tx: Tx, email: string, minutes: number): Promise<void> {
  await enqueue(tx, {
    template: 'noAccount',
    props: { path: href('signUp') },
    to: { email },
    expiresIn: minutes,
  });
}
