import { spawnSync } from 'node:child_process';
import { lstatSync, readFileSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedFault } from './fault';

/** Who PostgreSQL runs as. Without numbers: whoever we are. */
export type Runner = { readonly uid?: number; readonly gid?: number };

/**
 * PostgreSQL refuses to run as root: root hands over to the owner of an
 * existing cluster, or else to a system user without any right.
 * Throws EmbeddedFault `user` when the cluster belongs to somebody else.
 */
export function chooseRunner(cluster: string): Runner {
  const me = process.getuid?.();
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (me === 0) return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : systemUser();
  if (owner && me !== undefined && owner.uid !== me) throw foreign(cluster);
  return {};
}

/** Whether the runner can walk down to this path, by the mode bits of every folder above it. */
export function canReach(path: string, runner: Runner): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!mayUse(statSync(folder), runner, ENTER)) return false;
    if (folder === dirname(folder)) return true;
  }
}

export const READ = 4;
export const ENTER = 1;

export function mayUse(file: Stats, runner: Runner, bits: number): boolean {
  const uid = runner.uid ?? process.getuid?.();
  const gid = runner.gid ?? process.getgid?.();
  if (uid === undefined) return true;
  const shift = file.uid === uid ? 6 : file.gid === gid || inOurGroups(file.gid, runner) ? 3 : 0;
  return ((file.mode >> shift) & bits) === bits;
}

export function ownerOf(path: string): Runner {
  const { uid, gid } = lstatSync(path);
  return { uid, gid };
}

// A process handed to another user keeps none of our supplementary groups.
function inOurGroups(gid: number, runner: Runner): boolean {
  return runner.uid === undefined && (process.getgroups?.() ?? []).includes(gid);
}

function systemUser(): Runner {
  if (!account('aurora50')) createAccount();
  for (const name of ['aurora50', 'nobody', 'daemon']) {
    const found = account(name);
    if (found && spawnSync('/bin/sh', ['-c', ':'], found).status === 0) return found;
  }
  throw new EmbeddedFault(
    'user',
    'PostgreSQL refuse de tourner en tant que root, et aucun utilisateur sans droits n’a pu être trouvé ni créé. Lancez Aurora50 avec un utilisateur ordinaire, ou donnez DATABASE_URL.',
  );
}

// No home, no shell, no password. Two starts at once: the second finds the account made.
function createAccount(): void {
  const args = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' } as unknown as NodeJS.ProcessEnv;
  spawnSync('useradd', [...args, '--shell', '/usr/sbin/nologin', 'aurora50'], { env });
}

function account(name: string): Required<Runner> | undefined {
  const line = passwd().find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return Number(uid) > 0 ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function passwd(): string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    return [];
  }
}

function foreign(cluster: string): EmbeddedFault {
  return new EmbeddedFault(
    'user',
    `La base de données « ${cluster} » appartient à un autre utilisateur : elle a été créée par lui ou par root. Relancez Aurora50 comme avant, ou choisissez un autre dossier avec DATA_DIR.`,
  );
}
