/** The verbs of certificates: award, renew, take back; and what is signed when somebody looks. */

import type { Viewer } from '~/auth/rules/viewer';
import { bitsOf, credentialOf, issuerOf, issuerProfile, statusListOf } from '~/certificates/credential';
import { signingKey } from '~/certificates/key';
import { signed, signerOf } from '~/certificates/proof';
import * as queries from '~/certificates/queries';
import { type Certificate, type Credential, type Facts, LIST_SIZE, type Reason } from '~/certificates/rules';
import type { Config } from '~/config';
import type { Database, Tx } from '~/db';
import { notFound } from '~/errors';
import type { Limits } from '~/limits';
import { enqueue } from '~/mailer';
import { href } from '~/urls';
import type { LetterProps } from '../../emails/props';
import { RENEWALS } from './rules';

export type Services = { readonly database: Database; readonly config: Config; readonly limits: Limits };

/** What the letter may name to go on with. */
export type NextLesson = NonNullable<LetterProps['courseFinished']['next']>;

/**
 * M06, U04: in the transaction that has finished the course; fifty equal posts make one certificate and one letter.
 * @returns its id; null when the asker has not finished this course
 */
export async function awardCertificate(
  tx: Tx,
  viewer: Pick<Viewer, 'id' | 'name'>,
  courseId: string,
  next: NextLesson | null = null,
) {
  const awarded = await queries.awardCertificate(tx, courseId);
  if (!awarded?.made) return awarded?.id ?? null;
  const certificate = await queries.certificateBehind(tx, awarded.id);
  await enqueue(tx, {
    template: 'courseFinished',
    to: { userId: viewer.id },
    key: `courseFinished:${awarded.id}`,
    props: {
      name: viewer.name,
      course: certificate?.courseTitle ?? '',
      path: href('certificate', { attestation: awarded.id }),
      pillar: certificate?.pillarNumber,
      ...(next && { next }),
    },
  });
  return awarded.id;
}

/**
 * Again, in the name the member bears now; the old one is revoked.
 * @returns the new one's id
 * @throws AppError not_found (not hers, revoked, or in her present name already), too_many
 */
export async function renewCertificate({ database, limits }: Services, viewer: Viewer, id: string): Promise<string> {
  await limits.take([RENEWALS, viewer.id]);
  const renewed = await database.asViewer(viewer.id, (tx) => queries.renewCertificate(tx, id));
  if (!renewed) throw notFound();
  return renewed;
}

/** For good: whoever has read the status list relies on it. @throws AppError not_found (not an admin, or not there) */
export async function revokeCertificate({ database }: Services, viewer: Viewer, id: string, reason: Reason) {
  if (viewer.appRole !== 'admin') throw notFound();
  const found = await database.asViewer(viewer.id, (tx) => queries.certificateBehind(tx, id));
  if (!found) throw notFound();
  await database.systemStatement((tx) => queries.revokeCertificate(tx, id, reason));
}

/**
 * Anything else that the site states, signed with the key of the certificates, which is listed with it (U06).
 * @param statement given the issuer as every statement names it
 */
export async function signStatement(
  { database, config }: Omit<Services, 'limits'>,
  statement: (issuer: Credential) => Credential,
  at: Date,
): Promise<Credential> {
  const key = await signingKey(config);
  const { publicKeyMultibase } = key;
  await database.systemStatement((tx) => queries.listKey(tx, publicKeyMultibase));
  return signed(statement(issuerOf(config.origin, publicKeyMultibase)), key, at.toISOString());
}

/** Whether one of our keys has signed exactly this. */
export async function isOurs(services: Omit<Services, 'limits'>, statement: Credential): Promise<boolean> {
  const signer = await signerOf(statement);
  if (!signer) return false;
  const { publicKeyMultibase } = await signingKey(services.config);
  return signer === publicKeyMultibase || services.database.asViewer(null, (tx) => queries.isListedKey(tx, signer));
}

export type Sealed = {
  readonly credential: Credential;
  /** To be run after the answer: what was signed at this look is kept, and the key that signed it is listed. */
  readonly keep: (() => Promise<void>) | null;
};

/** Signed at the first look, and the same bytes ever after. */
export async function sealed(
  { database, config }: Omit<Services, 'limits'>,
  certificate: Certificate,
): Promise<Sealed> {
  if (certificate.credential) return { credential: certificate.credential, keep: null };
  const key = await signingKey(config);
  const { issuedAt } = certificate;
  const credential = await signed(
    credentialOf(certificate, config.origin, key.publicKeyMultibase),
    key,
    issuedAt.toISOString(),
  );
  const keep = () =>
    database.asSystem(async (tx) => {
      await queries.listKey(tx, key.publicKeyMultibase);
      await queries.keepCredential(tx, certificate, credential);
    });
  return { credential, keep };
}

/** Signs what nobody has looked at yet: whoever takes a copy of her data takes it along. */
export async function sealAll({ database, config }: Omit<Services, 'limits'>, userId: string): Promise<void> {
  const unsealed = await database.systemStatement((tx) => queries.unsealedOf(tx, userId));
  for (const facts of unsealed) {
    const { keep } = await sealed({ database, config }, { ...facts, ...UNSEEN });
    await keep?.();
  }
}

/** A certificate as a sheet to print: the same one gives the same bytes. @param origin of the site that has signed it */
export async function sheetOf(facts: Facts, credential: Credential, origin: string): Promise<Buffer> {
  const { pdfPaper } = await import('./papers');
  const { body } = await pdfPaper({ facts, credential, origin });
  return Buffer.from(body);
}

const UNSEEN = {
  credential: null,
  revokedAt: null,
  reason: null,
  isMine: true,
  myName: null,
  successor: null,
} as const;

/** Whether one of our keys has signed exactly this, and this says what the certificate says. */
export async function isGenuine(
  services: Omit<Services, 'limits'>,
  facts: Facts,
  credential: Credential,
): Promise<boolean> {
  return says(credential, facts) && isOurs(services, credential);
}

/** What is shown beside the seal is what was sealed. */
function says(credential: Credential, facts: Facts): boolean {
  const expected = credentialOf(facts, '', '') as Claims;
  const { name, credentialSubject: subject } = credential as Claims;
  const { identifier, achievement, activityStartDate, activityEndDate } = expected.credentialSubject;
  return (
    name === expected.name &&
    subject?.identifier?.[0]?.identityHash === identifier?.[0]?.identityHash &&
    subject.achievement?.name === achievement?.name &&
    subject.achievement?.criteria?.narrative === achievement?.criteria?.narrative &&
    subject.activityStartDate === activityStartDate &&
    subject.activityEndDate === activityEndDate
  );
}

/** The part of a credential that its page repeats. */
type Claims = {
  readonly name?: string;
  readonly credentialSubject: {
    readonly identifier?: readonly { readonly identityHash?: string }[];
    readonly achievement?: { readonly name?: string; readonly criteria?: { readonly narrative?: string } };
    readonly activityStartDate?: string;
    readonly activityEndDate?: string;
  };
};

/** Signed anew when a bit was added; else as last time. Lists without any certificate are there too: all zeros. */
export async function statusList({ database, config }: Omit<Services, 'limits'>, list: number): Promise<Credential> {
  const [key, { indexes, lastAt }] = await Promise.all([
    signingKey(config),
    database.asViewer(null, (tx) => queries.revocationsIn(tx, (list - 1) * LIST_SIZE, LIST_SIZE)),
  ]);
  const name = `${config.origin} ${list} ${key.publicKeyMultibase}`;
  const known = lists.get(name);
  if (known?.bits === indexes.length) return known.credential;
  const { gzipSync } = await import('node:zlib');
  const encoded = `u${gzipSync(bitsOf(list, indexes)).toString('base64url')}`;
  const since = lastAt ?? FIRST_LISTED;
  const unsigned = statusListOf(list, encoded, since, config.origin, key.publicKeyMultibase);
  const credential = await signed(unsigned, key, since.toISOString());
  if (lists.size >= LISTS_KEPT) lists.clear();
  lists.set(name, { bits: indexes.length, credential });
  return credential;
}

/** Bits are only ever added: as many are the same ones. */
const lists = new Map<string, { readonly bits: number; readonly credential: Credential }>();
const LISTS_KEPT = 64;
/** Before any certificate there was. */
const FIRST_LISTED = new Date('2026-11-01T00:00:00Z');

/** Every key that has signed here, and the one that signs now. */
export async function issuer({ database, config }: Omit<Services, 'limits'>): Promise<Credential> {
  const [{ publicKeyMultibase: publicKey }, listed] = await Promise.all([
    signingKey(config),
    database.asViewer(null, queries.listedKeys),
  ]);
  const others = listed.filter((key) => key.publicKey !== publicKey);
  return issuerProfile([...others, { publicKey }], config.origin);
}
