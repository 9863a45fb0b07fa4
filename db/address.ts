/**
 * `DATABASE_URL` as libpq reads it and as hosts print it, for both of our drivers, which read it each in its own way:
 * one sends what it does not know to PostgreSQL, which then refuses the connection.
 */
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';

/** What a connection is opened with. */
export type Address = {
  /** A name, an address without brackets, or the folder of a socket. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly username: string;
  readonly password: string;
  /** `prefer`: encrypted where the server can, unchecked. */
  readonly ssl: false | 'prefer' | Tls;
  /** `-c name=value …`, for the server. */
  readonly options: string | null;
};
export type Tls = {
  readonly rejectUnauthorized?: false;
  readonly ca?: string;
  readonly checkServerIdentity?: () => undefined;
  /** Whose name the certificate must carry; the drivers leave it out where it is an address. */
  readonly host?: string;
};

/** Each fault is a clause for the operator, without any value of the address. */
export class AddressFault extends Error {
  override readonly name = 'AddressFault';
  constructor(readonly faults: readonly string[]) {
    super(faults.map((fault) => `DATABASE_URL : ${fault}.`).join('\n'));
  }
}

/** Throws AddressFault with every fault. */
export function addressOf(text: string): Address {
  const url = parsed(text);
  const { searchParams: given } = url;
  const host = given.get('host') ?? hostOf(url);
  const faults = [...faultsOf(given), ...(host.includes(',') ? ['une seule machine est attendue'] : [])];
  if (faults.length > 0) throw new AddressFault(faults);
  const username = given.get('user') ?? decodeURIComponent(url.username);
  return {
    host,
    port: Number(given.get('port') || url.port || 5432),
    database: given.get('dbname') ?? (decodeURIComponent(url.pathname.slice(1)) || username),
    username,
    password: given.get('password') ?? decodeURIComponent(url.password),
    ssl: tlsOf(given.get('sslmode'), given.get('sslrootcert'), host),
    options: given.get('options'),
  };
}

/** The same place under other words. */
export function withParameters(text: string, given: Readonly<Record<string, string>>): string {
  const url = parsed(text);
  // Without a name of its own the database is the user's.
  url.searchParams.set('dbname', addressOf(text).database);
  for (const [name, value] of Object.entries(given)) url.searchParams.set(name, value);
  return url.href;
}

const FORM = 'une adresse postgresql://utilisateur:motdepasse@machine:port/base est attendue';

function parsed(text: string): URL {
  // « user@/base?host=/run/postgresql »: libpq allows a user without a machine, URL does not.
  const whole = text.replace(/^(postgres(?:ql)?:\/\/[^/?#]*@)(?=[/?]|$)/, '$1localhost');
  const url = URL.canParse(whole) ? new URL(whole) : null;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) throw new AddressFault([FORM]);
  try {
    for (const part of [url.hostname, url.username, url.password, url.pathname]) decodeURIComponent(part);
  } catch {
    throw new AddressFault([`${FORM} ; un « % » s’y écrit %25`]);
  }
  return url;
}

function hostOf({ hostname }: URL): string {
  return decodeURIComponent(hostname).replace(/^\[(.*)\]$/, '$1') || 'localhost';
}

const HONOURED = ['host', 'port', 'dbname', 'user', 'password', 'sslmode', 'sslrootcert', 'options'];

/** What libpq knows besides, and the values under which nothing has to be done for it. */
const SATISFIED: Readonly<Record<string, RegExp>> = {
  application_name: /./,
  fallback_application_name: /./,
  connect_timeout: /./,
  keepalives: /./,
  keepalives_idle: /./,
  keepalives_interval: /./,
  keepalives_count: /./,
  tcp_user_timeout: /./,
  load_balance_hosts: /./,
  client_encoding: /^(utf-?8|auto)$/i,
  // Neither driver binds; `sslmode=verify-full` refuses the same (docs/operating.md).
  channel_binding: /^(disable|prefer|require)$/,
  gssencmode: /^(disable|prefer)$/,
  sslnegotiation: /^postgres$/,
  sslcompression: /^0$/,
  sslcertmode: /^(disable|allow)$/,
  sslsni: /^1$/,
  ssl_min_protocol_version: /^TLSv1(\.[12])?$/,
  target_session_attrs: /^(any|read-write|primary)$/,
};

const MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];

function faultsOf(given: URLSearchParams): string[] {
  const faults = [...given].flatMap(([name, value]) => {
    if (name === 'pgbouncer') return [POOLER];
    if (HONOURED.includes(name) || SATISFIED[name]?.test(value)) return [];
    if (name in SATISFIED) return [`cette valeur de « ${name} » n’est pas prise en charge`];
    return [`le paramètre « ${name} » n’est pas pris en charge : retirez-le`];
  });
  const port = given.get('port');
  if (port && !/^\d{1,5}$/.test(port)) faults.push('« port » : un seul nombre est attendu');
  const mode = given.get('sslmode');
  if (mode !== null && !MODES.includes(mode))
    faults.push(`« sslmode » : une de ces valeurs est attendue : ${MODES.join(', ')}`);
  const root = given.get('sslrootcert');
  if (mode === 'verify-ca' && !root) faults.push('« sslmode=verify-ca » a besoin de « sslrootcert »');
  if (root && root !== 'system' && certificate(root) === null)
    faults.push('le fichier de « sslrootcert » ne peut pas être lu');
  return faults;
}

/** Said wherever a pooler shows itself. */
export const POOLER =
  'un regroupeur de connexions (PgBouncer, « pooler ») ne convient pas : donnez l’adresse directe de PostgreSQL';

function certificate(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** As libpq has it; without `sslmode`, nothing is encrypted on the way to this very machine. */
function tlsOf(mode: string | null, root: string | null, host: string): Address['ssl'] {
  if (root === 'system') return { host };
  const ca = root === null ? null : certificate(root);
  const authority = ca === null ? {} : { ca };
  if (mode === 'verify-full') return { ...authority, host };
  if (mode === 'verify-ca' || (mode === 'require' && ca)) return { ...authority, checkServerIdentity: () => undefined };
  if (mode === 'require') return { rejectUnauthorized: false };
  return mode === 'disable' || (mode === null && isHere(host)) ? false : 'prefer';
}

function isHere(host: string): boolean {
  return (
    host.startsWith('/') || host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
  );
}
