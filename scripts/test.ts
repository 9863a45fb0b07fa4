/**
 * `npm test`: everything that CI runs; `npm test -- chat` only what concerns one part of the site. At its end the slowest
 * files, and in the last line the whole verdict, in numbers that a machine can read.
 */
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../db/project-root';
import { ensureBrowser } from './ensure-browser';
import { calledWith } from './options.mjs';
import { CHECKS, runQuietly, runStep, type Step, tell, worst } from './steps';
import { DOMAINS, filesFor } from './test-domains';

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly name: string; readonly startTime: number; readonly endTime: number }[];
};

const { words } = calledWith({
  does: 'Fait toutes les vérifications et tous les essais, ou ceux d’une partie du site.',
  usage: `Usage : npm test [-- ${Object.keys(DOMAINS).join(' | ')} | fichier | options de vitest]`,
  passesOn: true,
});
const report = path.join(tmpdir(), `aurora50-tests-${process.pid}.json`);
ensureBrowser();
const tests: Step = [
  'Tests',
  '.bin/vitest',
  ['run', ...filesFor(words), '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
];
// Beside the tests, which wait for the database and for browsers a third of their time.
const checking = runQuietly(words.length > 0 ? [] : CHECKS);
const tested = await runStep(tests);
const found = reportOf();
process.stdout.write(`${slowest(found)}\n`);
const status = worst((await checking).map(tell)) || tested;
process.stdout.write(`\n${verdict(found, status)}\n`);
process.exit(status);

function reportOf(): Report | null {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return null;
  } finally {
    rmSync(report, { force: true });
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

function verdict(run: Report | null, code: number): string {
  if (!run) return `0 passed, ${code === 0 ? 0 : 1} failed`;
  const skipped = run.numPendingTests + run.numTodoTests;
  return `${run.numPassedTests} passed, ${run.numFailedTests} failed, ${skipped} skipped`;
}
