import type { Tx } from '~/db';
import { giveConsent } from '../queries/consents';
import { nameProfile } from '../queries/profiles';
import { ACCOUNT_CONSENT } from '../rules/consent';

/** D01, P01: what every sign-up writes of its new member, in the transaction that makes the account. */
export async function enrolMember(tx: Tx, userId: string | null, name: string | null): Promise<void> {
  if (name) await nameProfile(tx, userId, name);
  await giveConsent(tx, userId, ACCOUNT_CONSENT.purpose, ACCOUNT_CONSENT.version);
}
