/** `npm run check`: everything that needs no browser and no load: seconds, before every commit. */
import { runSteps } from './steps';

process.exit(
  await runSteps([
    ['Format and lint', 'biome', ['check', '--error-on-warnings']],
    ['Types', 'tsc', ['--noEmit']],
    [
      'Directions',
      'depcruise',
      ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'app', 'db', 'emails', 'scripts'],
    ],
    ['Schema types', 'tsx', ['scripts/db-types.ts', '--check']],
    ['Rules', 'vitest', ['run', '--project', 'unit', '--project', 'architecture']],
  ]),
);
