/** Every command of package.json answers `--help` and a slip of the pen in words, and does nothing then. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../db/project-root';
import { started } from '../support/command';
import { testFolder } from '../support/folders';

const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(path.join(projectRoot(), 'package.json'), 'utf8'),
);
/** Each file once, with the words that package.json gives it: `scripts/seed.ts all`. */
const commands = new Map(
  Object.values(scripts).flatMap((line) =>
    [...line.matchAll(/(scripts\/[\w./-]+)((?: [\w-]+)*)/g)].map(
      ([, file = '', words = '']) => [file, words.split(' ').filter(Boolean)] as const,
    ),
  ),
);
const files = [...commands.keys()];
/** What is not theirs goes on to another program. */
const PASSING_ON = ['scripts/test.ts', 'scripts/bench.ts', 'scripts/db-psql.ts'];

/** Nothing listens at this address: a command that acts all the same says so. */
function called(file: string, words: readonly string[]) {
  const settings = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing', DATA_DIR: testFolder() };
  return started(settings, file, ...(commands.get(file) ?? []), ...words);
}

test('the commands are found', () => {
  expect(files.length).toBeGreaterThan(12);
  expect(files).toEqual(expect.arrayContaining(PASSING_ON));
});

test.each(files)('%s says after --help what it does and how it is called', async (file) => {
  const { code, out, err } = await called(file, ['--help']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^[^\n]+[.;]\nUsage : (npm (run )?|npx )\S+[^\n]*\n$/);
});

test.each(files.filter((file) => !PASSING_ON.includes(file)))(
  '%s names what it does not know, and does nothing',
  async (file) => {
    const { code, out, err } = await called(file, ['--aide-moi']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^« --aide-moi » n’est pas une option de cette commande\.\nUsage : [^\n]+\n$/);
  },
);

test.each([
  [['--force=oui'], '« --force » ne prend pas de valeur.'],
  [['un', 'deux'], '« deux » est de trop.'],
])('migrate:courses %j: a fault is a sentence', async (words, told) => {
  const { code, err } = await called('scripts/migrate-courses.ts', words);
  expect({ code, first: err.split('\n')[0] }).toEqual({ code: 1, first: told });
});
