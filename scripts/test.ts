/**
 * `npm test`: everything that CI runs. The last line is the whole verdict, in numbers that a machine can read.
 */
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBrowser } from './ensure-browser';
import { CHECKS, runSteps } from './steps';

const report = path.join(tmpdir(), `aurora50-tests-${process.pid}.json`);
ensureBrowser();
const status = await runSteps([
  ...CHECKS,
  ['Tests', 'vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]],
]);
process.stdout.write(`\n${verdict(status)}\n`);
process.exit(status);

function verdict(code: number): string {
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8'));
    const skipped = counts.numPendingTests + counts.numTodoTests;
    return `${counts.numPassedTests} passed, ${counts.numFailedTests} failed, ${skipped} skipped`;
  } catch {
    return `0 passed, ${code === 0 ? 0 : 1} failed`;
  } finally {
    rmSync(report, { force: true });
  }
}
