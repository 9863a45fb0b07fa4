/** Encryption of backups: the only importer of `age-encryption` (docs/decisions/048). */
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { BackupFault } from './format';

/** A new secret key, to be kept apart from the backups. */
export function newKey(): Promise<string> {
  return generateX25519Identity();
}

export async function sealed(content: Readable, key: string): Promise<Readable> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(key));
  return Readable.fromWeb((await encrypter.encrypt(webOf(content))) as unknown as ReadableStream);
}

/** Each block is proven before it is given: what was altered or cut off ends the stream with a fault. @throws BackupFault */
export async function unsealed(content: Readable, key: string): Promise<Readable> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(key);
  try {
    return Readable.fromWeb((await decrypter.decrypt(webOf(content))) as unknown as ReadableStream);
  } catch (error) {
    content.destroy();
    const { message } = error as Error;
    if (/no identity matched/.test(message)) throw new BackupFault('Cette clé n’ouvre pas cette sauvegarde.');
    throw new BackupFault('Ce fichier n’est pas une sauvegarde d’Aurora50, ou son début est abîmé.');
  }
}

// The library speaks the streams of browsers.
const webOf = (content: Readable) => Readable.toWeb(content) as unknown as globalThis.ReadableStream<Uint8Array>;
