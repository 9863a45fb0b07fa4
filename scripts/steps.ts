/** Runs the steps of a check, and says what each of them took. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { projectRoot } from '../db/project-root';

/** `program`: a path below `node_modules`. */
export type Step = readonly [name: string, program: string, args: readonly string[]];

/** What is looked at without running anything of ours but the migrations. */
export const CHECKS: readonly Step[] = [
  ['Format and lint', '.bin/biome', ['check', '--error-on-warnings']],
  // By its path: the older `typescript`, which dependency-cruiser reads sources with, has a `tsc` as well.
  ['Types', 'typescript-7/bin/tsc', ['--noEmit', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/tsc.json']],
  [
    'Directions',
    '.bin/depcruise',
    ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'app', 'db', 'demo', 'emails', 'scripts'],
  ],
  ['Schema types', '.bin/tsx', ['scripts/db-types.ts', '--check']],
];

/** One after the other. @returns 0, or the first failing program's exit code */
export async function runSteps(steps: readonly Step[]): Promise<number> {
  const root = projectRoot();
  for (const [name, program, args] of steps) {
    const began = performance.now();
    process.stdout.write(`\n▸ ${name}\n`);
    const bin = path.join(root, 'node_modules', program);
    const { status, error } = spawnSync(bin, args, { cwd: root, stdio: 'inherit' });
    if (error) throw error;
    if (status !== 0) {
      process.stderr.write(`✗ ${name}\n`);
      return status ?? 1;
    }
    process.stdout.write(`✓ ${name}, ${((performance.now() - began) / 1_000).toFixed(1)} s\n`);
  }
  return 0;
}

/** At the same time; each says at its end what it has to say. @returns 0, or 1 where one has failed */
export async function runTogether(steps: readonly Step[]): Promise<number> {
  const codes = await Promise.all(steps.map(runApart));
  return codes.every((code) => code === 0) ? 0 : 1;
}

async function runApart([name, program, args]: Step): Promise<number | null> {
  const began = performance.now();
  const root = projectRoot();
  const child = spawn(path.join(root, 'node_modules', program), args, { cwd: root });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const [code] = await once(child, 'close');
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  process.stdout.write(code === 0 ? `✓ ${name}, ${seconds} s\n` : `${said}✗ ${name}, ${seconds} s\n`);
  return code;
}
