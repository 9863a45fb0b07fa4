/** U04, issue 5: verifiers that others wrote accept our certificates off line, with the public key alone, and nothing else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { credentialOf } from '~/certificates/credential';
import { signingKey } from '~/certificates/key';
import { signed } from '~/certificates/proof';
import { asked, faultsElsewhere, isRevokedElsewhere } from '../support/other-verifier';
import { alter, config, FACTS, issued, leavesOf, listWith, ORIGIN, type Place } from '../support/signed-certificate';
import type { Json } from '../support/verifier';

const network = globalThis.fetch;
let credential: Json;
let publicKey: string;
beforeAll(async () => {
  globalThis.fetch = () => Promise.reject(new Error('off line'));
  credential = await issued();
  publicKey = (await signingKey(config)).publicKeyMultibase;
});
afterAll(() => {
  globalThis.fetch = network;
});

const faults = (one: Json) => faultsElsewhere(one, publicKey);

describe('an independent verifier', () => {
  test('accepts a certificate, with the contexts and the key alone', async () => {
    expect(await faults(credential)).toEqual([]);
    expect([...asked].sort()).toEqual([...(credential['@context'] as string[])].sort());
  });

  const places: readonly (readonly [string, Place])[] = [
    ['the member’s name', ['credentialSubject', 'identifier', 0, 'identityHash']],
    ['the day it was finished', ['credentialSubject', 'activityEndDate']],
    ['the day it was issued', ['validFrom']],
    ['the course', ['credentialSubject', 'achievement', 'name']],
    ['the proof', ['proof', 'proofValue']],
    ['the proof’s moment', ['proof', 'created']],
    ['its place in the list', ['credentialStatus', 'statusListIndex']],
  ];
  for (const [what, place] of places) {
    test(`refuses it when one character is another: ${what}`, async () => {
      const altered = structuredClone(credential);
      alter(altered, place);
      expect(altered).not.toEqual(credential);
      expect(await faults(altered)).not.toEqual([]);
    });
  }

  test('refuses it whichever of its values is another', async () => {
    for (const place of leavesOf(credential)) {
      const altered = structuredClone(credential);
      alter(altered, place);
      expect(await faults(altered), place.join('.')).not.toEqual([]);
    }
  });

  test('refuses another key, under its own name and under ours', async () => {
    const other = await signingKey({ ...config, attestationSeed: new Uint8Array(32).fill(8) });
    const at = FACTS.issuedAt.toISOString();
    const theirs = (await signed(credentialOf(FACTS, ORIGIN, other.publicKeyMultibase), other, at)) as Json;
    expect(await faultsElsewhere(theirs, other.publicKeyMultibase)).toEqual([]);
    expect(await faults(theirs)).toEqual(['not an issuer we know']);
    const forged = (await signed(credentialOf(FACTS, ORIGIN, publicKey), other, at)) as Json;
    expect(await faults(forged)).not.toEqual([]);
    const { verificationMethod } = credential.proof as Json;
    const renamed = { ...forged, proof: { ...(forged.proof as Json), verificationMethod } };
    expect(await faults(renamed)).not.toEqual([]);
  });

  test('refuses it once the list says that it was taken back', async () => {
    expect(await isRevokedElsewhere(credential, await listWith(), publicKey)).toBe(false);
    expect(await isRevokedElsewhere(credential, await listWith(8, 10, 14), publicKey)).toBe(false);
    const list = await listWith(9);
    expect(await isRevokedElsewhere(credential, list, publicKey)).toBe(true);
    const cleared = { ...list, credentialSubject: (await listWith()).credentialSubject };
    await expect(isRevokedElsewhere(credential, cleared, publicKey)).rejects.toThrow();
    await expect(isRevokedElsewhere(credential, { ...list, id: `${list.id}0` }, publicKey)).rejects.toThrow();
  });
});
