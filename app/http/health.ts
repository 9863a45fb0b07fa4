/** `/sante`: does the house stand, for a probe (O05). */
import type { Context } from 'hono';
import type { Database } from '~/db';

export type Health = { readonly answer: (c: Context) => Promise<Response> };

type Check = 'ok' | 'failed';

/** @param stopping true once the process has been asked to stop: a balancer then sends nobody new */
export function createHealth(database: Database, stopping: () => boolean): Health {
  async function databaseAnswers(): Promise<Check> {
    return database
      .systemStatement((tx) => tx`select 1`)
      .then((): Check => 'ok')
      .catch((): Check => 'failed');
  }

  return {
    async answer(c) {
      const checks = { database: await databaseAnswers(), process: stopping() ? 'failed' : 'ok' };
      const healthy = Object.values(checks).every((check) => check === 'ok');
      c.header('Cache-Control', 'no-store');
      if (!healthy) c.header('Retry-After', '5');
      return c.json({ status: healthy ? 'ok' : 'degraded', checks }, healthy ? 200 : 503);
    },
  };
}
