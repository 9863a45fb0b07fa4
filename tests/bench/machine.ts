/** The machine that is measured, and what a process of ours costs it. Linux tells the second; elsewhere it is not known. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';

/** Read before this process is pinned, which would hide the other cores from it. */
const CORES = availableParallelism();
const canPin = CORES > 1 && spawnSync('taskset', ['--version']).status === 0;

export function machine(postgresVersion: string): readonly string[] {
  return [
    `${CORES} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}`,
    `Node ${process.versions.node}, PostgreSQL ${postgresVersion} with fsync, loopback`,
    canPin
      ? 'server and floors on core 0, load and database on core 1 (taskset)'
      : 'server, load and database share all cores',
  ];
}

/** This process, and with it the database that it starts, leave core 0 to the server. */
export function pinLoad(): void {
  if (canPin) execFileSync('taskset', ['-a', '-p', '-c', '1', String(process.pid)], { stdio: 'ignore' });
}

/** The command that runs Node on the server's core, or on all of them as an operator would. */
export function nodeOn(cores: 'server' | 'all', args: readonly string[]): readonly [string, readonly string[]] {
  if (!canPin) return [process.execPath, args];
  return ['taskset', ['-c', cores === 'server' ? '0' : `0-${CORES - 1}`, process.execPath, ...args]];
}

/** Resident memory of a process now and at its highest, in bytes. */
export function memoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const bytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? Number.NaN) * 1024;
  return { now: bytes('VmRSS'), peak: bytes('VmHWM') };
}

/** Seconds of processor time that a process has used so far; the kernel counts in hundredths. */
export function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
