/** Runs the steps of a check, and says what each of them took. */
import { spawn } from 'node:child_process';
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

/** What it says is seen while it says it. @returns its exit code */
export async function runStep([name, program, args]: Step): Promise<number> {
  const began = performance.now();
  const root = projectRoot();
  process.stdout.write(`\n▸ ${name}\n`);
  const child = spawn(path.join(root, 'node_modules', program), args, { cwd: root, stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) process.stderr.write(`✗ ${name}\n`);
  else process.stdout.write(`✓ ${name}, ${secondsSince(began)} s\n`);
  return code ?? 1;
}

export type Outcome = { readonly code: number; readonly said: string };

/** At the same time; each says at its end what it has to say. @returns 0, or 1 where one has failed */
export async function runTogether(steps: readonly Step[]): Promise<number> {
  const told = steps.map((step) => runApart(step).then(tell));
  return worst(await Promise.all(told));
}

/** At the same time, beside something else that speaks: nothing is said before it is told. */
export function runQuietly(steps: readonly Step[]): Promise<Outcome[]> {
  return Promise.all(steps.map(runApart));
}

export function tell(outcome: Outcome): Outcome {
  process.stdout.write(outcome.said);
  return outcome;
}

export const worst = (outcomes: readonly Outcome[]): number => (outcomes.every(({ code }) => code === 0) ? 0 : 1);

async function runApart([name, program, args]: Step): Promise<Outcome> {
  const began = performance.now();
  const root = projectRoot();
  const child = spawn(path.join(root, 'node_modules', program), args, { cwd: root });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  const seconds = secondsSince(began);
  if (code === 0) return { code, said: `✓ ${name}, ${seconds} s\n` };
  return { code: code ?? 1, said: `${said}✗ ${name}, ${seconds} s\n` };
}

const secondsSince = (began: number): string => ((performance.now() - began) / 1_000).toFixed(1);
