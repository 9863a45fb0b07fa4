/** The settings of `contract.md` 4: the only reader of `process.env`. Faults are listed all at once, in plain words. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { type Environment, environmentFaults, environmentOf, environmentSettings } from '~/config/environment';
import { type MailConfig, mailConfig, mailFaults, mailSettings } from '~/config/mail';
import { type OperatingConfig, operatingConfig, operatingFaults, operatingSettings } from '~/config/operating';
import { type ProviderConfigs, providerConfigs, providerFaults, providerSettings } from '~/config/providers';
import { type Bucket, bucketConfig, storageFaults, storageSettings } from '~/config/storage';
import { type StripeConfig, stripeConfig, stripeFaults, stripeSettings } from '~/config/stripe';
import { unknownSettings } from '~/config/unknown';
import { AddressFault, addressOf } from '../db/address';

export type Config = {
  readonly port: number;
  readonly host: string;
  /** Public address without a trailing slash; links in letters are built from it alone. */
  readonly origin: string;
  /** Null: an embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly demo: boolean;
  /** How many proxies' X-Forwarded-For entries are believed, counted from the right. */
  readonly trustProxy: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly production: boolean;
  /** O09: nothing leaves a site that is not `production`. */
  readonly environment: Environment;
  readonly publisher: Publisher;
  readonly operating: OperatingConfig;
  readonly mail: MailConfig;
  /** Google and GitHub, where they are configured (A03, A04). */
  readonly providers: ProviderConfigs;
  /** Null: payment is not set up. */
  readonly stripe: StripeConfig | null;
  /** G16: how long a trial without a card lasts; 0: none is given. */
  readonly trialDays: number;
  /** G35: months without a visit after which an account is erased; 0: none is. */
  readonly idleMonths: number;
  /** K04: messages that one member may post in a minute, and searches; 0: no limit. */
  readonly messagesAMinute: number;
  /** Processes on this machine that share the port. */
  readonly webConcurrency: number;
  /** The seed of the key that signs certificates, 32 bytes; null: one of its own in `dataDir`. */
  readonly attestationSeed: Uint8Array | null;
  /** Where pictures are kept; null: in `dataDir`. */
  readonly bucket: Bucket | null;
};

/** Who answers for this site (LCEN, article 6): shown on the legal pages. Null: not said yet. */
export type Publisher = {
  readonly name: string | null;
  readonly address: string | null;
  readonly email: string | null;
  readonly host: string | null;
};

/** The start stops with this list; each line names the setting, what was found and what is expected. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault';
  constructor(readonly faults: readonly string[]) {
    super(`Réglages à corriger :\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'un nombre entre 1 et 65535 est attendu')
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535, 'un nombre entre 1 et 65535 est attendu');

const origin = z.string().refine((value) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === value;
}, 'une adresse sans chemin est attendue, par exemple https://aurora50.fr');

const databaseUrl = z.string().superRefine((value, context) => {
  try {
    addressOf(value);
  } catch (error) {
    if (!(error instanceof AddressFault)) throw error;
    for (const fault of error.faults) context.addIssue(fault);
  }
});

const words = z.string().trim().max(300, 'un texte de 300 caractères au plus est attendu');

const flag = z.enum(['0', '1'], 'la valeur 0 ou 1 est attendue');

const seed = z
  .string()
  .regex(/^[0-9a-f]{64}$/i, '64 chiffres hexadécimaux sont attendus, par exemple ceux de « openssl rand -hex 32 »')
  .transform((value) => new Uint8Array(Buffer.from(value, 'hex')));

const schema = z.object({
  PORT: port.optional(),
  HOST: z.string().min(1).optional(),
  ORIGIN: origin.optional(),
  DATABASE_URL: databaseUrl.optional(),
  DATA_DIR: z.string().min(1).optional(),
  DEMO: flag.optional(),
  DEMO_OUVERTE_A_TOUS: flag.optional(),
  TRUST_PROXY: z
    .string()
    .regex(/^[0-9]$/, 'un nombre entre 0 et 9 est attendu')
    .optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'debug, info, warn, error ou silent est attendu')
    .optional(),
  EDITEUR_NOM: words.optional(),
  EDITEUR_ADRESSE: words.optional(),
  EDITEUR_COURRIEL: z.email('une adresse de courriel est attendue').optional(),
  HEBERGEUR: words.optional(),
  ATTESTATION_KEY: seed.optional(),
  TRIAL_DAYS: z
    .string()
    .regex(/^([0-9]|[1-5][0-9]|60)$/, 'un nombre de jours entre 0 (aucun essai) et 60 est attendu')
    .optional(),
  IDLE_MONTHS: z
    .string()
    .regex(/^(0|[6-9]|[1-5][0-9]|60)$/, 'un nombre de mois entre 6 et 60 est attendu, ou 0 (aucun compte n’est effacé)')
    .optional(),
  MESSAGES_A_MINUTE: z
    .string()
    .regex(/^(0|[1-9][0-9]{1,3})$/, 'un nombre de messages entre 10 et 9999 est attendu, ou 0 (aucune limite)')
    .optional(),
  ...environmentSettings,
  ...mailSettings,
  ...operatingSettings,
  ...providerSettings,
  ...stripeSettings,
  ...storageSettings,
});

const DEMO_FAULT =
  'DEMO : les comptes de démonstration ont un mot de passe connu de tous, l’administrateur aussi. Ils ne vont pas sur un site que d’autres atteignent : mettez DEMO=0, ou DEMO_OUVERTE_A_TOUS=1 si c’est vraiment voulu.';

/**
 * @param env the process environment; an empty value counts as not set
 * @param root the folder that a relative DATA_DIR starts from
 * @throws ConfigFault with the whole list
 */
export function parseConfig(env: NodeJS.ProcessEnv, root: string): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} : ${issue.message}.`);
  const value = parsed.success ? parsed.data : {};
  const production = env.NODE_ENV === 'production' && value.ORIGIN?.startsWith('https:') === true;
  const demo = value.DEMO === undefined ? value.DATABASE_URL === undefined : value.DEMO === '1';
  if (demo && value.DEMO_OUVERTE_A_TOUS !== '1' && !(isHere(value.HOST) && isHere(hostOf(value.ORIGIN))))
    faults.push(DEMO_FAULT);
  faults.push(...mailFaults(given), ...providerFaults(given), ...stripeFaults(given), ...storageFaults(given));
  faults.push(...operatingFaults(given), ...environmentFaults(given));
  if (faults.length > 0) throw new ConfigFault(faults);

  const chosenPort = value.PORT ?? 3000;
  const publicOrigin = value.ORIGIN ?? `http://localhost:${chosenPort}`;
  const place = { host: value.HOST ?? '127.0.0.1', origin: publicOrigin };
  const dataDir = path.resolve(root, value.DATA_DIR ?? '.data');
  return {
    port: chosenPort,
    ...place,
    databaseUrl: value.DATABASE_URL ?? null,
    dataDir,
    demo,
    trustProxy: Number(value.TRUST_PROXY ?? '0'),
    logLevel: value.LOG_LEVEL ?? 'info',
    production,
    environment: environmentOf(value, isOnThisMachineAlone(place)),
    publisher: publisherConfig(value),
    operating: operatingConfig(value, dataDir, root),
    mail: mailConfig(value, publicOrigin),
    providers: providerConfigs(value),
    stripe: stripeConfig(value),
    trialDays: Number(value.TRIAL_DAYS ?? '14'),
    idleMonths: Number(value.IDLE_MONTHS ?? '24'),
    messagesAMinute: Number(value.MESSAGES_A_MINUTE ?? (isOnThisMachineAlone(place) ? '0' : '60')),
    webConcurrency: Number(value.WEB_CONCURRENCY ?? '1'),
    attestationSeed: value.ATTESTATION_KEY ?? null,
    bucket: bucketConfig(value),
  };
}

const publisherConfig = (value: Partial<z.infer<typeof schema>>): Publisher => ({
  name: value.EDITEUR_NOM ?? null,
  address: value.EDITEUR_ADRESSE ?? null,
  email: value.EDITEUR_COURRIEL ?? null,
  host: value.HEBERGEUR ?? null,
});

/** Nobody but this machine reaches the site, whatever it shows. */
export function isOnThisMachineAlone({ host, origin }: Pick<Config, 'host' | 'origin'>): boolean {
  return isHere(host) && isHere(hostOf(origin));
}

/** Nobody but this machine gets there. Not said: the defaults, which are here. */
function isHere(host: string | undefined): boolean {
  return host === undefined || /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/i.test(host);
}

function hostOf(address: string | undefined): string | undefined {
  return address === undefined ? undefined : new URL(address).hostname;
}

/** What is read besides the schema. */
const READ_ELSEWHERE = ['NODE_ENV'];

/** Every setting that the start reads, by name. */
export const settingNames = (): string[] => [...Object.keys(schema.shape), ...READ_ELSEWHERE];

export type GivenSetting = { readonly name: string; readonly isSet: boolean };

/** W08: which settings have a value; never the value. */
export const givenSettings = (env: NodeJS.ProcessEnv = process.env): GivenSetting[] =>
  Object.keys(schema.shape).map((name) => ({ name, isSet: Boolean(env[name]) }));

/** For the operator: names in the environment and in `.env` that are probably mistakes. */
export function doubtfulSettings(env: NodeJS.ProcessEnv = process.env): string[] {
  const file = existsSync('.env') ? Object.keys(parseEnv(readFileSync('.env', 'utf8'))) : [];
  return unknownSettings(Object.keys(env), file, settingNames());
}

/** Reads `.env` beside the process if there is one; what is already set wins. */
export function loadConfig(): Config {
  try {
    process.loadEnvFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw new ConfigFault(['.env : le fichier existe mais ne peut pas être lu.']);
    }
  }
  return parseConfig(process.env, process.cwd());
}
