/** `/sante`: does the site stand, for a probe (O05). */
import type { Context } from 'hono';
import type { Database } from '~/db';
import { diskWatch } from '~/http/disk';
import type { Jobs } from '~/jobs';
import { mailHealth } from '~/mailer/queries/letters';
import { LATE_MINUTES } from '~/mailer/rules';
import type { Hub } from '~/realtime/hub';

export type Health = { readonly answer: (c: Context) => Promise<Response>; readonly checks: () => Promise<Checks> };

/** `off`: not set up on this site. */
export type Check = 'ok' | 'failed' | 'off';
export type Checks = Readonly<Record<string, Check>>;
type Parts = {
  readonly database: Database;
  /** True once the process has been asked to stop: a balancer then sends nobody new. */
  readonly stopping: () => boolean;
  readonly jobs: Pick<Jobs, 'isWell'>;
  /** Whether the listening connection hears what other processes tell. */
  readonly hub: Pick<Hub, 'isWell'>;
  /** What the parts of the site say of themselves: payments and backups. Not asked while the database is away. */
  readonly others: () => Promise<Checks>;
  /** DATA_DIR. */
  readonly dataDir: string;
};

export function createHealth({ database, stopping, jobs, hub, dataDir, others }: Parts): Health {
  const diskIsWell = diskWatch(dataDir, database);
  /** One statement for both: the database answers, and says how the letters stand. */
  async function databaseAndMail(): Promise<{ database: Check; mail: Check }> {
    try {
      const { keyRefused, late } = await database.systemStatement((tx) => mailHealth(tx, LATE_MINUTES));
      return { database: 'ok', mail: keyRefused || late > 0 ? 'failed' : 'ok' };
    } catch {
      return { database: 'failed', mail: 'failed' };
    }
  }

  async function checks(): Promise<Checks> {
    const [{ database: base, mail }, disk] = await Promise.all([databaseAndMail(), diskIsWell()]);
    return {
      database: base,
      process: stopping() ? 'failed' : 'ok',
      mail,
      jobs: jobs.isWell() ? 'ok' : 'failed',
      notifications: hub.isWell() ? 'ok' : 'failed',
      disk: disk ? 'ok' : 'failed',
      ...(await (base === 'ok' ? others() : {})),
    };
  }

  return {
    checks,
    async answer(c) {
      const found = await checks();
      // Without letters, or with a full disk, the pages still stand: a balancer that took this process away would take them too.
      const stands = found.database === 'ok' && found.process === 'ok';
      const well = Object.values(found).every((check) => check !== 'failed');
      c.header('Cache-Control', 'no-store');
      if (!stands) c.header('Retry-After', '5');
      return c.json({ status: well ? 'ok' : 'degraded', checks: found }, stands ? 200 : 503);
    },
  };
}
