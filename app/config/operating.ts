/** The settings of whoever runs the site: backups, alerts, figures, several processes (contract 4). */
import path from 'node:path';
import { z } from 'zod';

export type OperatingConfig = {
  /** The secret key of age that opens the backups; null: none is made by itself. */
  readonly backupKey: string | null;
  /** A folder of this machine, or a prefix in the bucket of the pictures. */
  readonly backups: { readonly folder: string } | { readonly prefix: string };
  /** Null: `/metrics` is not there. */
  readonly metricsToken: string | null;
  /** Null: every administrator. */
  readonly alertEmail: string | null;
  /** Null: wake-ups and limits go through PostgreSQL. */
  readonly redisUrl: string | null;
};

/** Processes that the embedded PostgreSQL has connections for, one more while they are replaced (docs/scaling.md). */
const MOST_EMBEDDED = 4;

/** As `age-keygen` writes it, and `npm run backup -- --new-key`. */
const backupKey = z
  .string()
  .trim()
  .regex(
    /^AGE-SECRET-KEY-(PQ-)?1[0-9A-Z]{50,}$/,
    'une clé de age est attendue (AGE-SECRET-KEY-1…) ; « npm run backup -- --new-key » en donne une',
  );

const place = z
  .string()
  .regex(/^(?!s3:$)(?!s3:\/)(?!.*\.\.)[^\0]+$/, 'un dossier est attendu, ou s3:dossier pour le seau des photos');

export const operatingSettings = {
  BACKUP_KEY: backupKey.optional(),
  BACKUP_DIR: place.optional(),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,200}$/, '16 signes sans espace au moins sont attendus')
    .optional(),
  ALERT_EMAIL: z.email('une adresse de courriel est attendue').optional(),
  REDIS_URL: z
    .string()
    .refine(
      (value) => URL.canParse(value) && /^rediss?:$/.test(new URL(value).protocol) && new URL(value).hostname !== '',
      'une adresse de Redis ou Valkey est attendue, par exemple redis://127.0.0.1:6379',
    )
    .optional(),
  WEB_CONCURRENCY: z
    .string()
    .regex(/^([1-9]|[1-5]\d|6[0-4])$/, 'un nombre de processus entre 1 et 64 est attendu')
    .optional(),
};
type Given = Readonly<Partial<Record<keyof typeof operatingSettings, string>>>;

export function operatingFaults(given: Readonly<Record<string, string | undefined>>): string[] {
  const faults: string[] = [];
  if (given.BACKUP_DIR?.startsWith('s3:') && !given.S3_BUCKET)
    faults.push(
      'BACKUP_DIR : s3: a besoin des réglages S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID et S3_SECRET_ACCESS_KEY.',
    );
  if (Number(given.WEB_CONCURRENCY ?? 1) > MOST_EMBEDDED && !given.DATABASE_URL)
    faults.push(
      `WEB_CONCURRENCY : la base embarquée a des connexions pour ${MOST_EMBEDDED} processus ; au-delà, donnez DATABASE_URL.`,
    );
  return faults;
}

export function operatingConfig(given: Given, dataDir: string, root: string): OperatingConfig {
  const dir = given.BACKUP_DIR;
  return {
    backupKey: given.BACKUP_KEY ?? null,
    backups: dir?.startsWith('s3:')
      ? { prefix: dir.slice('s3:'.length).replace(/\/+$/, '') }
      : { folder: dir ? path.resolve(root, dir) : path.join(dataDir, 'sauvegardes') },
    metricsToken: given.METRICS_TOKEN ?? null,
    alertEmail: given.ALERT_EMAIL ?? null,
    redisUrl: given.REDIS_URL ?? null,
  };
}
