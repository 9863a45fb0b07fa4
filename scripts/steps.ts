/** Runs the steps of a check one after the other; stops at the first that fails. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../db/project-root';

type Step = readonly [name: string, program: string, args: readonly string[]];

/** What is looked at without running anything of ours but the migrations. */
export const CHECKS: readonly Step[] = [
  ['Format and lint', 'biome', ['check', '--error-on-warnings']],
  ['Types', 'tsc', ['--noEmit']],
  [
    'Directions',
    'depcruise',
    ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'app', 'db', 'demo', 'emails', 'scripts'],
  ],
  ['Schema types', 'tsx', ['scripts/db-types.ts', '--check']],
];

/** @returns 0, or the first failing program's exit code */
export async function runSteps(steps: readonly Step[]): Promise<number> {
  const root = projectRoot();
  for (const [name, program, args] of steps) {
    const began = performance.now();
    process.stdout.write(`\n▸ ${name}\n`);
    const bin = path.join(root, 'node_modules/.bin', program);
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
