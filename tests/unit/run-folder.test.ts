/** What a run of the tests starts and writes beside the project is gone after it, also when it was killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { projectRoot } from '../../db/project-root';
import { testFolder } from '../support/folders';
import { isAlive, sweep } from '../support/run-folder';

test('temporary files of the tests lie in the folder of their run', () => {
  expect(basename(tmpdir())).toMatch(/^aurora50-run-\d+$/);
});

test('what a killed run has left is swept, what another still uses and what is not ours stay', () => {
  const place = testFolder();
  const gone = 2 ** 22 + 1; // No system gives a process this number.
  for (const name of [`aurora50-run-${gone}`, `aurora50-run-${process.pid}`, 'photos']) mkdirSync(join(place, name));
  writeFileSync(join(place, `aurora50-run-${gone}`, 'reste'), '');
  sweep(place);
  expect(readdirSync(place).sort()).toEqual([`aurora50-run-${process.pid}`, 'photos']);
});

describe('of a run that was killed', () => {
  test('the servers end with it', async () => {
    const words = ['--import', join(projectRoot(), 'tests/support/end-with-parent.mjs'), '-e', STAY];
    const run = await spoken(spawn(process.execPath, ['-e', STARTS, JSON.stringify(words)]));
    run.child.kill('SIGKILL');
    await expect.poll(() => isAlive(run.pid)).toBe(false);
  });

  test('the database ends, and its files go', async () => {
    const dataDir = join(testFolder(), 'data');
    const database = spawn(process.execPath, ['-e', STAY]);
    onTestFinished(() => void database.kill('SIGKILL'));
    mkdirSync(join(dataDir, 'postgres'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres/postmaster.pid'), `${database.pid}\n`);
    const script = `import { guard } from './tests/support/guard.ts'; guard(process.argv[1]); ${STAY}`;
    const words = ['--import', 'tsx', '--input-type=module', '-e', script, dataDir];
    const run = await spoken(spawn(process.execPath, words, { cwd: projectRoot() }));
    run.child.kill('SIGKILL');
    await once(database, 'exit');
    await expect.poll(() => existsSync(dataDir)).toBe(false);
  });
});

/** Says which process it is, and stays. */
const STAY = 'setInterval(() => {}, 1_000); console.log(process.pid)';
/** Starts those words, and says what they say. */
const STARTS = `
  const { spawn } = require('node:child_process');
  spawn(process.execPath, JSON.parse(process.argv[1]), { stdio: ['pipe', 'inherit', 'ignore'] });`;

async function spoken(child: ChildProcess): Promise<{ readonly child: ChildProcess; readonly pid: number }> {
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = child.stdout ? await once(child.stdout, 'data') : [];
  return { child, pid: Number(said) };
}
