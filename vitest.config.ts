import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first';
import { openRunFolder } from './tests/support/run-folder';

openRunFolder();

const alias = { '~': fileURLToPath(new URL('./app', import.meta.url)) };
/** For whatever another process does in its own time (ms): nothing is measured here, and the machine may be busy. */
const expect = { poll: { timeout: 15_000, interval: 25 } };
/** One real PostgreSQL for the whole run; each file that writes gets its own copy of the migrated template. */
const withDatabase = {
  globalSetup: ['tests/support/global-database.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
  expect,
};
/** The files of a project follow each other in one process, which loads what they share once; a setup file tidies up between them. */
const together = { isolate: false, setupFiles: ['tests/support/between-files.ts'] };

export default defineConfig({
  resolve: { alias },
  test: {
    // For two cores: two of them wait for a database, a browser or a start a third of their time.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve: { alias },
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 30_000, expect, ...together },
      },
      {
        resolve: { alias },
        test: {
          name: 'database',
          include: ['tests/{database,policies,realtime,mailer}/**/*.test.ts'],
          ...together,
          ...withDatabase,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'http',
          include: ['tests/{http,faults}/**/*.test.ts'],
          ...together,
          ...withDatabase,
          globalSetup: ['tests/support/global-build.ts', ...withDatabase.globalSetup],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          ...together,
          ...withDatabase,
          globalSetup: ['tests/support/global-build.ts', ...withDatabase.globalSetup],
        },
      },
    ],
  },
});
