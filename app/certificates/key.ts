/**
 * The key that signs certificates: ATTESTATION_KEY, or a file of its own in DATA_DIR, made when the first one is signed.
 * It is never in the database: whoever carries off a dump of it can sign nothing.
 */
import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { KeyPair } from '@digitalbazaar/ed25519-multikey';
import { didOf, methodOf } from '~/certificates/credential';
import type { Config } from '~/config';

type KeyConfig = Pick<Config, 'attestationSeed' | 'dataDir'>;

const FAULT =
  'le fichier de la clé qui signe les attestations ne peut pas être lu. Remettez celui de votre sauvegarde : une autre clé ne signerait pas au même nom.';

export const keyFile = ({ dataDir }: KeyConfig): string => path.join(dataDir, 'attestations', 'cle');

/** One a process and place; the seed leaves this module only inside the pair. */
export function signingKey(config: KeyConfig): Promise<KeyPair> {
  const place = config.attestationSeed ? Buffer.from(config.attestationSeed).toString('hex') : keyFile(config);
  const known = keys.get(place);
  if (known) return known;
  const opened = openKey(config);
  keys.set(place, opened);
  opened.catch(() => keys.delete(place));
  return opened;
}

const keys = new Map<string, Promise<KeyPair>>();

async function openKey(config: KeyConfig): Promise<KeyPair> {
  const { generate } = await import('@digitalbazaar/ed25519-multikey');
  const seed = config.attestationSeed ?? (await seedIn(keyFile(config)));
  const pair = await generate({ seed });
  pair.controller = didOf(pair.publicKeyMultibase);
  pair.id = methodOf(pair.publicKeyMultibase);
  return pair;
}

/** What stops the start: a key that is there and cannot be read. None yet is no fault. */
export async function keyFaults(config: KeyConfig): Promise<string[]> {
  if (config.attestationSeed) return [];
  const file = keyFile(config);
  const written = await readSeed(file).catch(() => 'unreadable' as const);
  return written === 'unreadable' ? [`${file} : ${FAULT}`] : [];
}

/** Two processes that begin at once: the first link wins, and both read what it names. */
async function seedIn(file: string): Promise<Uint8Array> {
  const written = await readSeed(file);
  if (written) return written;
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
  const seed = await readSeed(file);
  if (!seed) throw new Error(FAULT);
  return seed;
}

/** Null: there is no such file. @throws when there is one and it is no seed */
async function readSeed(file: string): Promise<Uint8Array | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  if (!/^[0-9a-f]{64}\s*$/.test(text)) throw new Error(FAULT);
  return new Uint8Array(Buffer.from(text.trim(), 'hex'));
}
