/**
 * What is signed: an Open Badges 3.0 credential, which is a W3C Verifiable Credential 2.0. Pure.
 *
 * Every node has an id: a verifier meets no blank node and needs no graph algorithm to put the statements in order.
 * No number stands in it: what a reader writes « 7 » another writes « 7.0E0 ».
 */
import { type Credential, extentOf, type Facts, LIST_SIZE, listOf, placeIn } from '~/certificates/rules';
import { href } from '~/urls';

const CREDENTIALS = 'https://www.w3.org/ns/credentials/v2';
const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** The key itself is its name: nothing has to be asked of anybody to check what it has signed. */
export const didOf = (publicKey: string): string => `did:key:${publicKey}`;
export const methodOf = (publicKey: string): string => `${didOf(publicKey)}#${publicKey}`;

/** The multibase key that a verification method names, or null. */
export function keyNamedBy(method: unknown): string | null {
  const [, key, again] = (typeof method === 'string' && /^did:key:(z6Mk\w+)#(\w+)$/.exec(method)) || [];
  return key !== undefined && key === again ? key : null;
}

/** @param origin the public address that the site has when it is signed */
export function credentialOf(facts: Facts, origin: string, publicKey: string): Credential {
  const id = origin + href('certificate', { attestation: facts.id });
  return {
    '@context': [CREDENTIALS, OPEN_BADGES],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: `Attestation : ${facts.courseTitle}`,
    issuer: issuerOf(origin, publicKey),
    validFrom: moment(facts.issuedAt),
    credentialSubject: {
      id: `${id}#titulaire`,
      type: ['AchievementSubject'],
      activityStartDate: moment(facts.startedAt),
      activityEndDate: moment(facts.completedAt),
      identifier: [
        {
          id: `${id}#nom`,
          type: 'IdentityObject',
          identityType: 'name',
          identityHash: facts.memberName,
          hashed: false,
        },
      ],
      achievement: achievementOf(facts, id),
    },
    credentialStatus: statusOf(facts.statusIndex, origin),
  };
}

/** The course, as it was when the certificate was made. */
function achievementOf(facts: Facts, id: string): Credential {
  return {
    // Its address may change its words; this never does.
    id: `urn:uuid:${facts.courseId}`,
    type: ['Achievement'],
    achievementType: 'Course',
    inLanguage: 'fr',
    name: facts.courseTitle,
    description: facts.courseSummary || facts.courseTitle,
    criteria: {
      id: `${id}#criteres`,
      narrative: `Avoir terminé toutes les leçons du cours : ${extentOf(facts)}.`,
    },
  };
}

/** Where a verifier finds whether it has been taken back. */
function statusOf(index: number, origin: string): Credential {
  const list = listAddress(origin, listOf(index));
  return {
    id: `${list}#${placeIn(index)}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(placeIn(index)),
    statusListCredential: list,
  };
}

export function issuerOf(origin: string, publicKey: string): Credential {
  return { id: didOf(publicKey), type: ['Profile'], name: 'Aurora50', url: origin };
}

export const listAddress = (origin: string, list: number): string => origin + href('statusList', { liste: list });

/**
 * Bitstring Status List 1.0: one bit a certificate, set once it is taken back.
 * @param encoded multibase `u` of the gzipped bits
 */
export function statusListOf(
  list: number,
  encoded: string,
  since: Date,
  origin: string,
  publicKey: string,
): Credential {
  const id = listAddress(origin, list);
  return {
    '@context': [CREDENTIALS, OPEN_BADGES],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuerOf(origin, publicKey),
    validFrom: moment(since),
    credentialSubject: {
      id: `${id}#liste`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encoded,
    },
  };
}

/** Whose keys they are: each stands here as long as anything it has signed may be shown somewhere. */
export function issuerProfile(keys: readonly { readonly publicKey: string }[], origin: string): Credential {
  return {
    '@context': ['https://www.w3.org/ns/cid/v1', OPEN_BADGES],
    id: origin + href('attestationIssuer'),
    type: ['Profile'],
    name: 'Aurora50',
    url: origin,
    alsoKnownAs: keys.map(({ publicKey }) => didOf(publicKey)),
    verificationMethod: keys.map(({ publicKey }) => ({
      id: methodOf(publicKey),
      type: 'Multikey',
      controller: didOf(publicKey),
      publicKeyMultibase: publicKey,
    })),
    assertionMethod: keys.map(({ publicKey }) => methodOf(publicKey)),
  };
}

/** Whole seconds in UTC, as the profile of XML Schema that everybody reads. */
function moment(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** @returns the bits, most significant first, gzipped by whoever calls */
export function bitsOf(list: number, revoked: readonly number[]): Uint8Array {
  const bits = new Uint8Array(LIST_SIZE / 8);
  for (const index of revoked.filter((one) => listOf(one) === list)) {
    const place = placeIn(index);
    bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7));
  }
  return bits;
}
