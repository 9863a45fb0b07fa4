/**
 * `npm test`: everything that CI runs; `npm test -- chat` only what concerns one part of the site. At its end the slowest
 * files, what was left behind, and in the last line the whole verdict, in numbers that a machine can read.
 */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../db/project-root';
import { ensureBrowser } from './ensure-browser';
import { CHECKS, runSteps } from './steps';
import { filesFor } from './test-domains';

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly name: string; readonly startTime: number; readonly endTime: number }[];
};

const words = process.argv.slice(2);
// Whatever the tests put into the machine's temporary folder goes here, and goes with it.
const scratch = mkdtempSync(path.join(tmpdir(), 'aurora50-run-'));
chmodSync(scratch, 0o755);
const report = path.join(scratch, 'report.json');
ensureBrowser();
const status = await runSteps(
  [
    ...(words.length > 0 ? [] : CHECKS),
    [
      'Tests',
      'vitest',
      ['run', ...filesFor(words), '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ],
  ],
  { TMPDIR: scratch },
);
const found = reportOf();
process.stdout.write(`${slowest(found)}${leftovers()}`);
try {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
} catch {
  process.stderr.write(`Not removed: ${scratch}\n`);
}
process.stdout.write(`\n${verdict(found, status)}\n`);
process.exit(status);

function reportOf(): Report | null {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return null;
  }
}

function slowest(run: Report | null): string {
  const files = (run?.testResults ?? []).map(({ name, startTime, endTime }) => ({
    name: path.relative(projectRoot(), name),
    seconds: (endTime - startTime) / 1_000,
  }));
  const lines = files
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, 10)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}\n`);
  return lines.length > 0 ? `\nThe slowest files\n${lines.join('')}` : '';
}

/** A test removes what it makes: what is still there is named. Programs that we start keep notes of their own there. */
function leftovers(): string {
  const ours = readdirSync(scratch).filter((name) => name.startsWith('aurora50-'));
  return ours.length > 0 ? `\nLeft behind by tests, and removed now: ${ours.join(', ')}\n` : '';
}

function verdict(run: Report | null, code: number): string {
  if (!run) return `0 passed, ${code === 0 ? 0 : 1} failed`;
  const skipped = run.numPendingTests + run.numTodoTests;
  return `${run.numPassedTests} passed, ${run.numFailedTests} failed, ${skipped} skipped`;
}
