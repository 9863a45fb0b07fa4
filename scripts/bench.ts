/**
 * `npm run bench`: less than 30 minutes; prints one table and writes it to `bench-results.json`. `-- --quick` only shows
 * that it works; `-- --only rooms delivery` measures these alone; `-- --cpu-prof …` is handed to the server's Node.
 * `-- --tables` measures nothing: it writes the tables of README and docs/performance.md from `bench-results.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Measure, measureNames, runBench, wholeRun } from '../tests/bench/run';
import { writeTables } from '../tests/bench/tables';
import { calledWith, refuse } from './options.mjs';

const COMMAND = {
  does: 'Mesure le site à côté du moins de code qui fasse le même travail : moins de 30 minutes.',
  usage: `Usage : npm run bench [-- --quick] [--only ${measureNames.join(' ')}] [--options-de-node …]`,
  passesOn: true,
} as const;
const { words } = calledWith(COMMAND);
const named = measureNames.filter((name) => words.includes(name));
const unknown = words.find((word) => !word.startsWith('--') && !measureNames.includes(word as Measure));
if (unknown) refuse(COMMAND, `« ${unknown} » n’est pas une mesure.`);
if (words.includes('--tables')) {
  writeTables(JSON.parse(readFileSync('bench-results.json', 'utf8')));
  process.exit();
}
// @ts-expect-error plain JavaScript, so that `npm ci` can run it before anything is built
const { build, currentBuild } = await import('./build.mjs');
// Leaving through `exit` ends what was started.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const { text, results } = await runBench({
  build: currentBuild() ?? (await build()),
  quick: words.includes('--quick'),
  only: named.length > 0 ? named : wholeRun,
  node: words.filter((word) => word.startsWith('--') && !['--quick', '--only'].includes(word)),
});
writeFileSync('bench-results.json', `${JSON.stringify(results, null, 2)}\n`);
process.stdout.write(`\n${text}\n`);
process.exit();
