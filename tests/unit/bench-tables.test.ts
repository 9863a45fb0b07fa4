/** The tables of README and docs/performance.md are written from the results of a run, and say what it missed. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../db/project-root';
import { holds, placed, writeTables } from '../bench/tables';

test.each([
  [{ ours: '554/s', ratio: '1.93×', goal: '≥ 1.5×' }, true],
  [{ ours: '554/s', ratio: '1.43×', goal: '≥ 1.5×' }, false],
  [{ ours: '36 ms', ratio: '0.57×', goal: '≤ 1×' }, true],
  [{ ours: '31.5 s', goal: '≤ 30 s' }, false],
  [{ ours: '1,024 MB', goal: '≤ 220 MB' }, false],
  [{ ours: '159,614/s', goal: '≥ 120,000/s' }, true],
  [{ ours: '40.0 ms; 151.2 ms', goal: '≤ 150 ms' }, false],
  [{ ours: '3 of 296', goal: '≤ 1 %' }, false],
  [{ ours: '2 of 296', goal: '≤ 1 %' }, true],
  [{ ours: '0 / 0 / 0', goal: '0 / 0 / 0' }, null],
  [{ ours: '554/s' }, null],
])('%j: %s', (row, verdict) => {
  expect(holds({ what: '', ...row })).toBe(verdict);
});

test('both documents have a place for their table, and nothing else of them changes', () => {
  for (const name of ['README.md', 'docs/performance.md']) {
    const document = readFileSync(path.join(projectRoot(), name), 'utf8');
    const written = placed(document, 'a table', name);
    expect(written).toContain('-->\na table\n<!--');
    expect(placed(written, 'a table', name)).toBe(written);
    expect(written.split('<!-- figures')[0]).toBe(document.split('<!-- figures')[0]);
    expect(written.split('<!-- end of')[1]).toBe(document.split('<!-- end of')[1]);
  }
  expect(() => placed('nothing', 'a table', 'NOTHING.md')).toThrow('NOTHING.md');
});

test('a quick run writes nothing', () => {
  expect(() => writeTables({ at: '', machine: [], quick: true, measures: [], rows: [] })).toThrow('--quick');
});
