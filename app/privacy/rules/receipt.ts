/** What the receipt of an erasure says (U06): nothing that names whom it was about. */
import type { Credential } from '~/certificates/rules';
import type { Left } from '~/personal-data';
import { href } from '~/urls';

export type Erased = {
  readonly reference: string;
  readonly left: Left;
  readonly erasedAt: Date;
  readonly backupsUntil: Date;
};

/** Terms of our own, beside those of W3C Verifiable Credentials 2.0. */
const TERMS = { '@vocab': 'urn:aurora50:effacement#' };

/** A W3C Verifiable Credential without its proof: whoever checks certificates checks this as well. */
export function receiptOf(
  { reference, left, erasedAt, backupsUntil }: Erased,
  issuer: Credential,
  origin: string,
): Credential {
  const id = origin + href('erasureReceipt', { recu: reference });
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', TERMS],
    id,
    type: ['VerifiableCredential', 'RecuEffacement'],
    name: `Reçu d’effacement ${reference}`,
    issuer,
    validFrom: seconds(erasedAt),
    credentialSubject: {
      id: `${id}#effacement`,
      type: 'Effacement',
      reference,
      efface: seconds(erasedAt),
      messages: left.messages ? 'gardés sans nom' : 'effacés',
      attestations: left.certificates ? 'gardées' : 'effacées',
      copiesDeSecoursJusquau: seconds(backupsUntil),
    },
  };
}

const seconds = (date: Date) => `${date.toISOString().slice(0, 19)}Z`;
