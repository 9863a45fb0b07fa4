import { loadConfig } from '~/config';
import { openDatabase } from '~/db';
import { openFiles } from '~/files/open';
import { startJobs } from '~/jobs';

/** A process of its own that does the site's jobs until it is ended. What it would write to the journal, it prints. */
const config = loadConfig();
const url = config.databaseUrl ?? '';
const log = (message: string, error?: unknown) => console.log(message, error instanceof Error ? error.stack : '');
const sessions = { deleteExpired: async () => {} } as Parameters<typeof startJobs>[0]['sessions'];
const database = openDatabase(url);
const jobs = startJobs({ config, database, files: openFiles(config), sessions, stripe: null, log }, url, {
  startAfter: 0,
  pollInterval: 100,
});
process.on('SIGTERM', async () => {
  const began = performance.now();
  await jobs.stop();
  await database.close();
  console.log(`stopped in ${Math.round(performance.now() - began)} ms`);
  process.exit(0);
});
