/** A site's letters with a stand-in for Brevo: jobs run quickly, time passes by SQL. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseConfig } from '~/config';
import type { Services } from '~/context';
import { openFiles } from '~/files/open';
import { type JobHouse, type Jobs, startJobs } from '~/jobs';
import { enqueue, type Letter } from '~/mailer';
import { BREVO_KEY, type BrevoStandIn, brevoStandIn } from './brevo-stand-in';
import { type Stage, stage } from './policies';

export type Mailroom = Stage & {
  readonly brevo: BrevoStandIn;
  readonly folder: string;
  /** What the site's journal was told. */
  readonly told: string[];
  readonly open: (settings?: Readonly<Record<string, string>>, stripe?: Services['stripe']) => Jobs;
  /** What those jobs work with. */
  readonly house: (settings?: Readonly<Record<string, string>>, stripe?: Services['stripe']) => JobHouse;
  /** Puts letters into the outbox as the system does. */
  readonly put: (...letters: Letter[]) => Promise<void>;
  readonly rows: () => Promise<Row[]>;
  /** The worker has begun, and has adopted what waited. */
  readonly ready: () => Promise<void>;
  /** Nothing waits any more that could leave now. */
  readonly quiet: () => Promise<void>;
  /** No letter, no job, the way open. */
  readonly empty: () => Promise<void>;
  /** Everything that waits is due. */
  readonly timePasses: () => Promise<void>;
};

export type Row = {
  readonly id: string;
  readonly template: string;
  readonly state: string;
  readonly reason: string | null;
  readonly props: Record<string, unknown>;
  readonly sentTo: string | null;
  readonly messageId: string | null;
  readonly attempts: number;
  readonly arrival: string | null;
};

export async function mailroom(): Promise<Mailroom> {
  const the = await stage();
  const brevo = await brevoStandIn();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'aurora50-courrier-'));
  const told: string[] = [];
  const opened: Jobs[] = [];
  const settings = {
    DEMO: '0',
    ENVIRONMENT: 'production',
    DATA_DIR: dataDir,
    ORIGIN: 'http://localhost:20999',
    BREVO_API_KEY: BREVO_KEY,
    BREVO_API_BASE: brevo.base,
    MAIL_FROM: 'Aurora50 <bonjour@aurora50.invalid>',
  };
  function house(more: Readonly<Record<string, string>> = {}, stripe: Services['stripe'] = null): JobHouse {
    const config = parseConfig({ ...settings, ...more } as unknown as NodeJS.ProcessEnv, dataDir);
    const log = (message: string, error?: unknown) => void told.push(error ? `${message}: ${error}` : message);
    const sessions = { deleteExpired: async () => {} } as JobHouse['sessions'];
    return { config, database: the.database, files: openFiles(config), sessions, stripe, log };
  }
  return {
    ...the,
    brevo,
    folder: path.join(dataDir, 'courrier'),
    told,
    house,
    open(more, stripe) {
      const jobs = startJobs(house(more, stripe), the.url, { startAfter: 0, pollInterval: 100 });
      opened.push(jobs);
      return jobs;
    },
    put: (...letters) =>
      the.database.asSystem(async (tx) => {
        for (const letter of letters) await enqueue(tx, letter);
      }),
    rows: async () => [
      ...(await the.cast.sql<Row[]>`
        select id, template, state, reason, props, sent_to::text as "sentTo", message_id as "messageId", attempts, arrival
        from outbox order by created_at, id`),
    ],
    ready: () =>
      until(async () => {
        const rows = await the.owner`select from graphile_worker._private_known_crontabs`.catch(() => []);
        return rows.length > 0;
      }),
    quiet: () =>
      until(async () => {
        const [row] = await the.owner<{ waiting: number }[]>`
          select (
            select count(*) from graphile_worker.jobs
            where task_identifier in ('letter', 'contact') and (locked_at is not null or (run_at <= now() and attempts < max_attempts))
          )::int + (
            select count(*) from outbox o
            where state = 'queued' and not exists (select from graphile_worker.jobs where key = 'letter:' || o.id)
          )::int as waiting`.catch(() => [{ waiting: 1 }]);
        return row?.waiting === 0;
      }),
    empty: async () => {
      await the.owner`delete from outbox`;
      await the.owner`update mail_state set failures = 0, shut_until = null, reason = null`;
      await the.owner`delete from graphile_worker._private_jobs where locked_at is null`.catch(() => {});
    },
    timePasses: async () => {
      await the.owner`update mail_state set shut_until = now() - interval '1 second' where shut_until is not null`;
      await the.owner`update graphile_worker._private_jobs set run_at = now() where locked_at is null`;
    },
    async close() {
      await Promise.all(opened.map((jobs) => jobs.stop()));
      await brevo.close();
      await the.close();
    },
  };
}

/** Asks until it is so: what is waited for is another process's or timer's work, and sends no notification here. */
export async function until(isSo: () => Promise<boolean> | boolean, within = 20_000): Promise<void> {
  const end = Date.now() + within;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('it never came to that');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
