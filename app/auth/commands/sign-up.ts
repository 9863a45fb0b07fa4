import type { Tx } from '~/db';
import { refusedBy } from '~/errors';
import { enqueue } from '~/mailer';
import { href } from '~/urls';
import { hashPassword } from '../passwords';
import * as accounts from '../queries/accounts';
import { putToken } from '../queries/tokens';
import { putWait, type TypedBefore, typedBefore } from '../queries/waits';
import { GOOD_FOR } from '../rules/letter';
import { SIGN_UP_PLACE } from '../rules/limits';
import type { SignUp } from '../rules/sign-up';
import { hashed, newSecrets, type Secrets, takeLetter } from './letters';
import type { Browser, EnrolMember, Services } from './services';

/**
 * Account, profile, consent and confirmation letter in one transaction (D01, A05). For an address that has an account
 * the same work is done, the same answer given, and its owner alone is told (`accountExists`). Nobody is signed in:
 * that takes the code or the link of the letter (docs/decisions/018).
 * @returns the secret that this browser waits with
 * @throws AppError too_many from one place, or for one mailbox
 */
export async function signUp(
  services: Services,
  enrol: EnrolMember,
  form: SignUp,
  back: string,
  browser: Browser,
): Promise<string> {
  const { database, limits } = services;
  await limits.take([SIGN_UP_PLACE, browser.ip]);
  await takeLetter(services, 'sign_up', form.email, browser);
  const passwordHash = await hashPassword(form.password);
  const secrets = newSecrets();
  await onceMoreIfTaken(() =>
    database.asSystem(async (tx) => {
      const before = await typedBefore(tx, hashed(browser.wait), form.email);
      const typed = { madeUserId: before?.madeUserId ?? null, name: form.name, passwordHash };
      await register(tx, enrol, typed, form.email, { back, before: hashed(browser.wait), corrects: false }, secrets);
    }),
  );
  return secrets.wait;
}

/** For machines: the same work and the same page, and nothing made (C-23). @returns as signUp */
export async function pretendSignUp(services: Services, form: SignUp, back: string, browser: Browser): Promise<string> {
  await services.limits.take([SIGN_UP_PLACE, browser.ip]);
  const passwordHash = await hashPassword(form.password);
  const { wait, waitHash } = newSecrets();
  await services.database.systemStatement((tx) =>
    putWait(tx, {
      ...{
        hash: waitHash,
        before: null,
        corrects: false,
        purpose: 'confirmation',
        email: form.email,
        back,
        stays: false,
      },
      ...{ madeUserId: null, name: form.name, passwordHash },
    }),
  );
  return wait;
}

/**
 * « Mon adresse est fausse » (A05): the account that this browser or this member has opened, and not confirmed, gets
 * another address and another letter. If the first address was somebody's there is no such account yet; then it is
 * made now from what was typed: the answer cannot tell the two apart.
 * @returns the secret that this browser waits with, or null when there is nothing to correct
 */
export async function correctAddress(
  services: Services,
  enrol: EnrolMember,
  email: string,
  viewerId: string | null,
  browser: Browser,
): Promise<string | null> {
  const { database } = services;
  const waitHash = hashed(browser.wait);
  const before = await database.systemStatement((tx) => typedBefore(tx, waitHash, null));
  const viewer = viewerId ? await database.systemStatement((tx) => accounts.ownerById(tx, viewerId)) : null;
  if (!before && !(viewer && !viewer.confirmed)) return null;
  await takeLetter(services, 'sign_up', email, browser);
  const secrets = newSecrets();
  const typed = viewer
    ? { madeUserId: viewer.id, name: viewer.name, passwordHash: null }
    : (before ?? { madeUserId: null, name: null, passwordHash: null });
  await onceMoreIfTaken(() =>
    database.asSystem((tx) =>
      register(tx, enrol, typed, email, { back: null, before: waitHash, corrects: true }, secrets),
    ),
  );
  return secrets.wait;
}

/** Whether the address is known or not, the same statements in the same order (reliability 10). */
async function register(
  tx: Tx,
  enrol: EnrolMember,
  { madeUserId, name, passwordHash }: TypedBefore,
  email: string,
  wait: { readonly back: string | null; readonly before: string | null; readonly corrects: boolean },
  secrets: Secrets,
): Promise<void> {
  const moved = await accounts.retypedAccount(tx, madeUserId, email, passwordHash);
  const made = await accounts.insertUser(tx, email, moved ? null : passwordHash);
  const userId = moved ?? made;
  await enrol(tx, userId, name);
  await putToken(tx, {
    ...{ hash: secrets.linkHash, codeHash: secrets.codeHash, browserHash: secrets.waitHash },
    ...{ userId, purpose: 'confirmation', minutes: GOOD_FOR.confirmation },
  });
  const owner = await accounts.ownerOf(tx, email);
  if (userId) {
    await enqueue(tx, {
      template: 'confirmation',
      props: {
        ...{ name: name ?? owner?.name ?? 'Membre', code: secrets.code },
        path: href('confirmAddress', {}, { jeton: secrets.link }),
      },
      to: { userId },
      expiresIn: GOOD_FOR.confirmation,
    });
  } else if (owner) {
    await enqueue(tx, {
      template: 'accountExists',
      props: { name: owner.name, path: href('signInLetter') },
      to: { userId: owner.id },
      expiresIn: GOOD_FOR.confirmation,
    });
  }
  await putWait(tx, {
    ...{ ...wait, hash: secrets.waitHash, purpose: 'confirmation', email, stays: false },
    ...{ madeUserId: userId, name, passwordHash },
  });
}

/** Two who want one address in the same moment: the second finds it taken and is answered as everybody is. */
async function onceMoreIfTaken(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (refusedBy(error) !== 'users_email_key') throw error;
    await work();
  }
}
