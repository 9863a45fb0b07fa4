/** G06: who is signed in proves anew who she is, before what cannot be taken back. */
import { enqueue } from '~/mailer';
import { href } from '~/urls';
import { isPassword } from '../passwords';
import * as accounts from '../queries/accounts';
import * as queries from '../queries/proofs';
import { PROOF, PROOF_LETTER } from '../rules/limits';
import { PROOF_MINUTES } from '../rules/session';
import type { Viewer } from '../rules/viewer';
import { hashOf, newSixDigits } from '../secrets';
import type { Services } from './services';

export type Proof = { readonly password: string } | { readonly code: string };

/**
 * Proves the session by password or mailed code and gives it a new secret (reliability 8).
 * @returns the Set-Cookie value, `cookie: null` when another window has just got it, or null for a wrong proof
 * @throws AppError too_many after ten wrong ones in a quarter of an hour
 */
export async function prove(
  services: Services,
  viewer: Viewer,
  proof: Proof,
): Promise<{ cookie: string | null } | null> {
  if (!(await isRightProof(services, viewer, proof))) return null;
  return (await services.sessions.prove(viewer)) ?? { cookie: null };
}

/** As `prove`, and the session stays as it is. @throws AppError too_many */
export async function isRightProof(services: Services, viewer: Viewer, proof: Proof): Promise<boolean> {
  const judge = async () => ((await holds(services, viewer, proof)) ? true : null);
  return (await services.limits.judge([[PROOF, viewer.id]], judge)) ?? false;
}

async function holds({ database }: Services, viewer: Viewer, proof: Proof): Promise<boolean> {
  if ('code' in proof) {
    const hash = codeHash(viewer, proof.code);
    return database.asSystem((tx) => queries.takeProofCode(tx, viewer.sessionId, hash));
  }
  const account = await database.systemStatement((tx) => accounts.accountOf(tx, viewer.id));
  return isPassword(proof.password, account?.passwordHash ?? null);
}

/** Salted with the member: the same digits are another hash for everybody. */
const codeHash = (viewer: Viewer, code: string) => hashOf(`${viewer.id} ${code.replace(/\s/g, '')}`);

/**
 * Sends six digits to the member's address; the code before dies.
 * @throws AppError too_many after five letters in an hour
 */
export async function sendProofCode({ database, limits }: Services, viewer: Viewer): Promise<void> {
  await limits.take([PROOF_LETTER, viewer.id]);
  const code = newSixDigits();
  await database.asSystem(async (tx) => {
    if (!(await queries.putProofCode(tx, viewer.sessionId, codeHash(viewer, code)))) return;
    const props = { name: viewer.name, code, path: href('proof', {}, { envoi: 1 }) };
    await enqueue(tx, { template: 'proof', props, to: { userId: viewer.id }, expiresIn: PROOF_MINUTES });
  });
}
