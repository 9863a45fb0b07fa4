/** What the page of the team and the public page say about the site. */
import type { Database } from '~/db';
import { mailHealth } from '~/mailer/queries/letters';
import { lastAlerts } from '../queries/alerts';
import { lastBackups, lastDrills, queueBackup } from '../queries/backups';
import { availability, lastFaults, routesSince, waitingJobs } from '../queries/figures';
import { lastSelfTests } from '../queries/self-tests';
import { slowStatements } from '../queries/slow';
import { KEPT_DAYS } from '../rules/figures';

/** Minutes after which a letter that has not left is late. */
const LATE = 10;

/** A failed reading of one part is shown as nothing, not as a page that fails: it is asked when things are out of order. */
export async function siteState(database: Database) {
  const ask = database.systemStatement;
  const [alerts, backups, drills, routes, faults, jobs, slow, mail, selfTests] = await Promise.all([
    ask((tx) => lastAlerts(tx, KEPT_DAYS)),
    ask((tx) => lastBackups(tx, 10)),
    ask((tx) => lastDrills(tx, 5)),
    ask((tx) => routesSince(tx, KEPT_DAYS)),
    ask(lastFaults),
    ask(waitingJobs).catch(() => []),
    slowStatements(database),
    ask((tx) => mailHealth(tx, LATE)),
    ask(lastSelfTests),
  ]);
  return { alerts, backups, drills, routes, faults, jobs, slow, mail, selfTests };
}
export type SiteState = Awaited<ReturnType<typeof siteState>>;

export async function publicState(database: Database) {
  const [alerts, [drill], minutes] = await Promise.all([
    database.systemStatement((tx) => lastAlerts(tx, KEPT_DAYS)),
    database.systemStatement((tx) => lastDrills(tx, 1)),
    database.systemStatement((tx) => availability(tx, KEPT_DAYS)),
  ]);
  return { alerts, drill: drill ?? null, minutes };
}
export type PublicState = Awaited<ReturnType<typeof publicState>>;

/** Soon, by the worker; twice is once. */
export async function askForBackup(database: Database): Promise<void> {
  await database.systemStatement(queueBackup);
}
