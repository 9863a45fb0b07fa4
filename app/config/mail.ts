/** The settings of the letters (contract 4). Without BREVO_API_KEY every letter becomes a file. */
import { z } from 'zod';

export type ListName = 'members' | 'premium' | 'newsletter';
export type Mailbox = { readonly name: string | null; readonly email: string };
export type MailConfig = {
  readonly brevo: { readonly apiKey: string; readonly base: string | null } | null;
  /** Another mail server instead of Brevo. */
  readonly smtp: Smtp | null;
  /** Outside production: to whom letters leave all the same, as addresses and as domains that begin with @ (O09). */
  readonly onlyTo: readonly string[];
  readonly from: Mailbox;
  /** Brevo's contact lists; null where none is named. */
  readonly lists: Readonly<Record<ListName, number | null>>;
  /** The last part of the webhook's address; null: there is no such address. */
  readonly webhookSecret: string | null;
};

export type Smtp = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise it begins after the greeting (STARTTLS). */
  readonly secure: boolean;
  /** On this machine, where a line needs no encryption. */
  readonly isHere: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | null;
};

/** `smtps://user:password@mail.example` (465), or `smtp://…:587`, signs of the password as in any address. */
const smtp = z.string().transform((value, context): Smtp => {
  const url = URL.canParse(value) ? new URL(value) : null;
  const secure = url?.protocol === 'smtps:';
  if (url?.hostname && (secure || url.protocol === 'smtp:') && /^\/?$/.test(url.pathname) && !url.search && !url.hash) {
    const [user, pass] = [url.username, url.password].map((part) => decoded(part));
    if ((user === '') === (pass === '') && user !== null && pass !== null)
      return {
        ...{ host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || (secure ? 465 : 587)), secure },
        isHere: /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname),
        auth: user && pass ? { user, pass } : null,
      };
  }
  context.addIssue('une adresse est attendue, par exemple smtps://nom:mot-de-passe@serveur.exemple.fr');
  return z.NEVER;
});

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

const onlyTo = z
  .string()
  .transform((value) =>
    value
      .toLowerCase()
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .refine(
    (parts) => parts.every((part) => z.email().safeParse(part.startsWith('@') ? `a${part}` : part).success),
    'des adresses ou des domaines sont attendus, par exemple moi@exemple.fr,@exemple.org',
  );

/** `Aurora50 <bonjour@aurora50.fr>`, or the address alone. A line end would begin a header of its own. */
const mailbox = z.string().transform((value, context): Mailbox => {
  const [, name = '', email = ''] = /^(?:([^<>"\p{Cc}]{1,70}?)\s*<([^<>]+)>)$/u.exec(value) ?? ['', '', value];
  if (z.email().safeParse(email).success && email.length <= 254) return { name: name.trim() || null, email };
  context.addIssue('une adresse est attendue, par exemple Aurora50 <bonjour@aurora50.fr>');
  return z.NEVER;
});

const listId = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'le numéro d’une liste de Brevo est attendu, par exemple 7')
  .transform(Number);

/** The key travels there: in the clear only within this machine. */
const base = z.string().refine((value) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || url.search || url.hash || url.username || value.endsWith('/')) return false;
  return (
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname))
  );
}, 'une adresse https sans barre finale est attendue (http : seulement sur cette machine)');

export const mailSettings = {
  BREVO_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{10,300}$/, 'une clé sans espace, de 10 caractères au moins, est attendue')
    .optional(),
  SMTP_URL: smtp.optional(),
  MAIL_ONLY_TO: onlyTo.optional(),
  MAIL_FROM: mailbox.optional(),
  BREVO_API_BASE: base.optional(),
  BREVO_LIST_NEWSLETTER: listId.optional(),
  BREVO_LIST_MEMBRES: listId.optional(),
  BREVO_LIST_PREMIUM: listId.optional(),
  BREVO_WEBHOOK_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9_-]{24,200}$/, '24 lettres, chiffres ou tirets au moins sont attendus')
    .optional(),
};

type Given = {
  readonly [S in keyof typeof mailSettings]?: z.output<(typeof mailSettings)[S]>;
};

/** What no single setting can know. */
export function mailFaults(env: Readonly<Record<string, string | undefined>>): string[] {
  const ways = ['BREVO_API_KEY', 'SMTP_URL'].filter((name) => env[name]);
  const faults: string[] = [];
  if (ways.length === 2)
    faults.push('SMTP_URL : les courriels partent par un seul chemin ; donnez BREVO_API_KEY ou SMTP_URL.');
  if (ways.length > 0 && !env.MAIL_FROM)
    faults.push(`MAIL_FROM : l’adresse d’où partent les courriels est nécessaire avec ${ways.join(' et ')}.`);
  return faults;
}

/** @param origin whose host stands in for a sender as long as letters only become files */
export function mailConfig(given: Given, origin: string): MailConfig {
  const { BREVO_API_KEY: apiKey, BREVO_API_BASE } = given;
  const { hostname } = new URL(origin);
  return {
    brevo: apiKey ? { apiKey, base: BREVO_API_BASE ?? null } : null,
    smtp: given.SMTP_URL ?? null,
    onlyTo: given.MAIL_ONLY_TO ?? [],
    from: given.MAIL_FROM ?? {
      name: 'Aurora50',
      email: `bonjour@${hostname.includes('.') ? hostname : 'aurora50.invalid'}`,
    },
    lists: {
      members: given.BREVO_LIST_MEMBRES ?? null,
      premium: given.BREVO_LIST_PREMIUM ?? null,
      newsletter: given.BREVO_LIST_NEWSLETTER ?? null,
    },
    webhookSecret: given.BREVO_WEBHOOK_SECRET ?? null,
  };
}
