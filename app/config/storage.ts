/** Where uploaded pictures are kept (contract 4): `DATA_DIR/fichiers`, or a bucket that speaks S3. */
import { z } from 'zod';

export type Bucket = {
  /** Without the bucket's name and without a slash at the end. */
  readonly endpoint: string;
  readonly name: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

/** The key signs what travels there; in the clear only within this machine. */
const endpoint = z.string().refine((value) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || url.search || url.hash || url.username || value.endsWith('/')) return false;
  const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isHere);
}, 'une adresse https sans barre finale est attendue (http : seulement sur cette machine)');

const key = z.string().regex(/^[\x21-\x7e]{3,300}$/, 'une clé sans espace est attendue');

export const storageSettings = {
  S3_ENDPOINT: endpoint.optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'le nom d’un espace est attendu : minuscules, chiffres, tirets')
    .optional(),
  S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'le nom d’une région est attendu, par exemple fr-par')
    .optional(),
  S3_ACCESS_KEY_ID: key.optional(),
  S3_SECRET_ACCESS_KEY: key.optional(),
};

type Given = { readonly [S in keyof typeof storageSettings]?: z.output<(typeof storageSettings)[S]> };

const NEEDED = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

/** All of a bucket, or nothing. */
export function storageFaults(env: Readonly<Record<string, string | undefined>>): string[] {
  const missing = NEEDED.filter((name) => !env[name]);
  const isAny = Object.keys(storageSettings).some((name) => env[name]);
  if (!isAny || missing.length === 0) return [];
  return [`${missing.join(', ')} : nécessaire pour garder les images dans un espace S3.`];
}

/** Null: in `DATA_DIR`. */
export function bucketConfig(given: Given): Bucket | null {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_REGION } = given;
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return null;
  return {
    endpoint: S3_ENDPOINT,
    name: S3_BUCKET,
    region: S3_REGION ?? 'auto',
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  };
}
