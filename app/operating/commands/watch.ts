/** The site watches itself (O03): one letter when something goes out of order, and one when it is over. */
import type { Config } from '~/config';
import type { Database } from '~/db';
import { enqueue } from '~/mailer';
import { href } from '~/urls';
import { closeAlert, openAlert, openAlerts, paymentsStuck } from '../queries/alerts';
import { backupHealth } from '../queries/backups';
import { BACKUP_LATE_HOURS, DRILL_LATE_HOURS } from '../rules/backups';
import type { Checks } from '../rules/figures';
import { operators } from './operators';

type House = { readonly database: Database; readonly config: Config };
type Watched = House & {
  readonly checks: () => Promise<Checks>;
  readonly log: (message: string, error?: unknown) => void;
};

/** ms between two looks; what fails at two of them in a row is out of order. */
const EVERY = 20_000;
const TIMES = 2;
/** While the process stops or the database is away nothing can be told, and the balancer knows. */
const SAID_ELSEWHERE: readonly string[] = ['database', 'process'];

/** For `/sante`: payments and backups. */
export async function otherChecks({
  config,
  database,
  stripe,
}: House & { readonly stripe: object | null }): Promise<Checks> {
  const stuck = stripe !== null && (await database.systemStatement(paymentsStuck).catch(() => false));
  return {
    payments: stripe === null ? 'off' : stuck ? 'failed' : 'ok',
    backups: config.operating.backupKey === null ? 'off' : (await backupsAreWell(database)) ? 'ok' : 'failed',
  };
}

async function backupsAreWell(database: Database): Promise<boolean> {
  const { hours, drillHours, drillFailed } = await database.systemStatement(backupHealth);
  if (hours === null || hours > BACKUP_LATE_HOURS || drillFailed) return false;
  return drillHours === null || drillHours <= DRILL_LATE_HOURS;
}

export function startWatch(watched: Watched): { readonly stop: () => void } {
  const look = createLook(watched);
  const timer = setInterval(() => void look().catch((error) => watched.log('watch', error)), EVERY);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** One look at a time; what this process has seen failing it also sees mended. */
export function createLook({ database, config, checks }: Omit<Watched, 'log'>): () => Promise<void> {
  const failures = new Map<string, number>();
  let known: Promise<void> | undefined;
  const recall = async () => {
    for (const { part } of await database.systemStatement(openAlerts)) failures.set(part, TIMES);
  };
  return async () => {
    const found = await checks();
    if (found.database === 'failed' || found.process === 'failed') return;
    // Of a process before this one: what is well now is over.
    await (known ??= recall());
    for (const [part, check] of Object.entries(found)) {
      if (SAID_ELSEWHERE.includes(part)) continue;
      const before = failures.get(part) ?? 0;
      const times = check === 'failed' ? before + 1 : 0;
      failures.set(part, times);
      if (times === TIMES) await tell({ database, config }, part, false);
      if (times === 0 && before >= TIMES) await tell({ database, config }, part, true);
    }
  };
}

/** Once, whichever process sees it first: the row decides. */
function tell({ database, config }: House, part: string, over: boolean): Promise<void> {
  return database.asSystem(async (tx) => {
    const alert = await (over ? closeAlert : openAlert)(tx, part);
    if (!alert) return;
    const at = (alert.overAt ?? alert.beganAt).toISOString();
    const props = { subject: part, over, at, path: href('siteState') };
    for (const to of await operators(tx, config)) await enqueue(tx, { template: 'alert', props, to });
  });
}
