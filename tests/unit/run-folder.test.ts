/** What a run of the tests writes beside the project is gone after it, or after the next one when it was killed. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { testFolder } from '../support/folders';
import { sweep } from '../support/run-folder';

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
