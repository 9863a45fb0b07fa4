import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process was started, as an opaque word; undefined when it is gone.
 * A number alone does not name a process: numbers come back after a restart
 * of the machine or of a container, and an old lock would hold for ever.
 */
export function birthOf(pid: number): string | undefined {
  if (!exists(pid)) return undefined;
  if (process.platform === 'linux') return birthFromProc(pid);
  return process.platform === 'win32' ? UNKNOWN : birthFromPs(pid);
}

export function isSameProcess(pid: number, birth: string): boolean {
  const present = birthOf(pid);
  if (present === undefined) return false;
  return present === birth || present === UNKNOWN || birth === UNKNOWN;
}

const UNKNOWN = '?';

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function birthFromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program may contain spaces and brackets: fields are counted after the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${bootId()}:${fields[19]}`;
  } catch {
    // Other people's processes are hidden on some machines (hidepid).
    return exists(pid) ? UNKNOWN : undefined;
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

function birthFromPs(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return UNKNOWN;
  }
}
