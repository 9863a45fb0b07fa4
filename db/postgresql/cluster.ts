import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Binaries, unusable } from './binaries';
import { diskFull, EmbeddedFault } from './fault';
import { giveTo, sweepPartial } from './place';
import { type Record, SUPERUSER } from './record';
import type { Runner } from './runner';

export type Setup = {
  readonly binaries: Binaries;
  readonly runner: Runner;
  readonly cluster: string;
  readonly fast: boolean;
};

/** Only what the programs need: no PATH (initdb would list the machine's locales), no HOME, no TMPDIR. */
export const BARE = {
  PATH: process.platform === 'win32' ? process.env.PATH : '/nonexistent',
  SystemRoot: process.env.SystemRoot,
  LC_ALL: 'C',
  TZ: 'UTC',
} as unknown as NodeJS.ProcessEnv;

/**
 * Makes the cluster if there is none. It is made aside and renamed when it is
 * complete, so a folder called `postgres` is never half of one.
 * Throws EmbeddedFault `init`, `disk-full`, `version`.
 */
export async function ensureCluster(setup: Setup, record: Record): Promise<void> {
  sweepPartial(dirname(setup.cluster));
  if (isCluster(setup.cluster)) return adopt(setup);
  putAside(setup.cluster);
  const draft = `${setup.cluster}.partial-${process.pid}`;
  try {
    openTo(setup.runner, draft);
    const password = join(draft, 'password');
    writeFileSync(password, record.password, { mode: 0o600 });
    own(setup.runner, password);
    await initialise(setup, join(draft, 'cluster'), password);
    renameSync(join(draft, 'cluster'), setup.cluster);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Sets the superuser's password in a stopped cluster: for when the record of it was lost. */
export async function resetPassword(setup: Setup, record: Record): Promise<void> {
  const args = ['--single', '-D', setup.cluster, 'postgres'];
  const statement = `alter role ${SUPERUSER} password '${record.password}'\n`;
  const { status, log } = await run(setup.binaries.postgres, args, setup.runner, statement);
  if (status !== 0) throw new EmbeddedFault('start', 'La base de données ne s’ouvre pas.', log);
}

/** The last lines of a log, for a person to read. */
export function tail(log: string): string {
  return log.trim().split('\n').slice(-8).join('\n');
}

function isCluster(cluster: string): boolean {
  return ['PG_VERSION', 'global/pg_control'].every((name) => existsSync(join(cluster, name)));
}

function adopt({ cluster, runner }: Setup): void {
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (version !== '18') {
    throw new EmbeddedFault(
      'version',
      `La base « ${cluster} » est de PostgreSQL ${version} ; il faut la version 18. Rétablissez-la depuis une sauvegarde dans un dossier neuf.`,
    );
  }
  // Unpacked by root from an archive: the runner could not open it.
  if (statSync(cluster).uid !== runner.uid) giveTo(runner, cluster);
}

/** What is not a cluster but has content is kept under another name: it is not ours to throw away. */
function putAside(cluster: string): void {
  if (!existsSync(cluster)) return;
  if (readdirSync(cluster).length === 0) rmdirSync(cluster);
  else renameSync(cluster, `${cluster}.incomplet-${Date.now()}`);
}

function openTo(runner: Runner, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  chmodSync(folder, 0o700);
  own(runner, folder);
}

function own(runner: Runner, path: string): void {
  if (runner.uid !== undefined && runner.gid !== undefined) chownSync(path, runner.uid, runner.gid);
}

/** PostgreSQL's own C.UTF-8 sorts and folds alike on every machine; the C library's serves pg_trgm and is missing on some. */
async function initialise(setup: Setup, folder: string, password: string): Promise<void> {
  const ctypes = process.platform === 'darwin' ? ['en_US.UTF-8', 'C'] : ['C.UTF-8', 'C'];
  let log = '';
  for (const ctype of ctypes) {
    rmSync(folder, { recursive: true, force: true });
    const result = await run(setup.binaries.initdb, initArgs(setup, folder, password, ctype), setup.runner);
    if (result.status === 0) return;
    log = result.log;
    if (!/invalid locale/.test(log)) break;
  }
  if (/No space left on device|Disk quota exceeded/.test(log)) throw diskFull(dirname(setup.cluster), tail(log));
  if (/could not look up effective user/.test(log)) throw nameless(tail(log));
  throw new EmbeddedFault('init', 'La base de données n’a pas pu être créée.', tail(log));
}

function nameless(log: string): EmbeddedFault {
  return new EmbeddedFault(
    'user',
    'PostgreSQL veut que l’utilisateur qui le lance ait un nom sur ce système. Ajoutez-le à /etc/passwd, ou donnez DATABASE_URL.',
    log,
  );
}

function initArgs(setup: Setup, folder: string, password: string, ctype: string): string[] {
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const access = ['-U', SUPERUSER, '-A', 'scram-sha-256', `--pwfile=${password}`];
  const durable = setup.fast ? ['--no-sync'] : [];
  const rest = ['-E', 'UTF8', `--lc-ctype=${ctype}`, '--no-instructions', ...durable];
  return ['-D', folder, ...access, ...locale, ...rest];
}

type Outcome = { readonly status: number | null; readonly log: string };

async function run(program: string, args: string[], runner: Runner, input = ''): Promise<Outcome> {
  const child = spawn(program, args, { ...runner, cwd: neutralFolder(program), env: BARE });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  try {
    await once(child, 'exit');
    return { status: child.exitCode, log: (await output).join('') };
  } catch (error) {
    // A program that is there and yet not found lacks its loader: a C library other than glibc.
    throw unusable(`${basename(program)} ne démarre pas (${(error as Error).message})`);
  }
}

/** A working folder that every user can enter. */
export function neutralFolder(program: string): string {
  return process.platform === 'win32' ? dirname(program) : '/';
}
