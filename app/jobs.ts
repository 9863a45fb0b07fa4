/** What runs without a request: each job calls one verb. */

import { computeFigures } from '~/admin/queries/computed-figures';
import { sweepDoors } from '~/auth/commands/sweep';
import { forgetUnconfirmed } from '~/auth/commands/unconfirmed';
import { deleteForgottenDevices } from '~/auth/queries/devices';
import { deleteExpiredLimits } from '~/auth/queries/rate-limits';
import { deleteExpiredTokens } from '~/auth/queries/tokens';
import { deleteExpiredWaits } from '~/auth/queries/waits';
import { reconcile, remindOfRenewals } from '~/billing/commands/reconcile';
import { eraseAtStripe } from '~/billing/commands/settle';
import { syncCustomer } from '~/billing/commands/sync';
import { tellTrials } from '~/billing/commands/trial';
import { finishWithdrawal } from '~/billing/commands/withdraw';
import { adoptErasures as adoptErasuresAtStripe } from '~/billing/queries/customers';
import { forgetOldEvents } from '~/billing/queries/events';
import { endPlans } from '~/billing/queries/subscriptions';
import type { Services } from '~/context';
import { sweepPictures } from '~/files/commands/sweep';
import { startWorker, type Task, type Worker } from '~/jobs/worker';
import { sendDailyLetters } from '~/mailer/daily/send';
import { deliver } from '~/mailer/deliver';
import { followWish } from '~/mailer/lists';
import { postsOf } from '~/mailer/post';
import { adoptLetters, sweepLetters } from '~/mailer/queries/letters';
import { adoptWishes } from '~/mailer/queries/lists';
import { letterWriter } from '~/mailer/writer';
import { forgetOldDecisions, forgetReportedWords } from '~/moderation/queries';
import { forgetOldNotices } from '~/notices/queries';
import { type BackupHouse, drill, makeBackup } from '~/operating/commands/backup';
import { deliverEvent } from '~/operating/commands/webhooks';
import { forgetOldBackups, queueMissedBackup } from '~/operating/queries/backups';
import { forgetOldFigures } from '~/operating/queries/figures';
import { adoptDeliveries, forgetOldDeliveries } from '~/operating/queries/webhooks';
import { BACKUP_LATE_HOURS } from '~/operating/rules/backups';
import { KEPT_DAYS } from '~/operating/rules/figures';
import { DELIVERIES_KEPT_DAYS } from '~/operating/rules/webhooks';
import { computeRankings } from '~/play/queries/ranking';
import { isRankingDue } from '~/play/rules/ranking';
import { carryOut } from '~/privacy/commands/erase';
import { makeCopy, sweepCopies } from '~/privacy/commands/export';
import { watchIdle } from '~/privacy/commands/idle';
import { sweepPrivacy } from '~/privacy/commands/sweep';
import { adoptErasures } from '~/privacy/queries/erasures';
import { adoptCopies } from '~/privacy/queries/exports';
import { forgetOldInvitations } from '~/salons/queries/invitations';
import { deleteDueSalons } from '~/salons/queries/keeping';
import { forgetOldRequests } from '~/salons/queries/requests';

/** In UTC, each by one of the processes. */
const CRONTAB = [
  '7 * * * * sweep ?max=3',
  '*/5 * * * * plans ?max=3',
  '*/10 * * * * daily ?max=3',
  // Nobody pays at three o'clock in Paris, and what a day had of faults is told in the morning.
  '20 2 * * * reconcile ?max=3',
  // Six o’clock in Paris, in summer and in winter: the other one does nothing (D74).
  '0 4,5 * * * ranking ?max=3',
  // What the page of the team's figures says, and when it was counted (Q05).
  '35 * * * * figures ?max=3',
  // The least is done at night; what was made is tried after it.
  '40 1 * * * backup ?max=3',
  '50 3 * * * drill ?max=2',
  // Letters that somebody should read come in the morning.
  '10 8 * * * idle ?max=3',
].join('\n');
/** The queue's library is loaded once the first pages have been answered. */
const START_AFTER = 1_000; // ms

export type Jobs = { readonly isWell: () => boolean; readonly stop: () => Promise<void> };
export type JobHouse = Pick<Services, 'config' | 'database' | 'files' | 'sessions' | 'stripe' | 'log'>;
export type Pace = { readonly startAfter: number; readonly pollInterval: number };

/** @param url the database as the owner of the schema has it, for the queue's own tables */
export function startJobs(
  services: JobHouse,
  url: string,
  { startAfter, pollInterval }: Pace = { startAfter: START_AFTER, pollInterval: 2_000 },
): Jobs {
  const { log } = services;
  const adopt = () => adoptAll(services);
  let worker: Worker | null = null;
  const start = setTimeout(() => {
    worker = startWorker({ url, tasks: tasksOf(services, url), crontab: CRONTAB, adopt, log, pollInterval });
  }, startAfter);
  return {
    isWell: () => worker?.isWell() ?? true,
    stop: async () => {
      clearTimeout(start);
      await worker?.stop();
    },
  };
}

function tasksOf(services: JobHouse, url: string): Readonly<Record<string, Task>> {
  const { config, database, sessions, log } = services;
  const { post, brevo } = postsOf(config);
  const shared = { database, log, chance: Math.random };
  const mailroom = { ...shared, config, post, writer: letterWriter(config) };
  const listroom = { ...shared, lists: config.mail.lists, brevo };
  return {
    letter: ({ id = '' }, signal) => deliver(mailroom, id, signal),
    contact: ({ id = '' }, signal) => followWish(listroom, id, signal),
    daily: async () => void (await sendDailyLetters(database)),
    ...paymentTasks(services),
    ...privacyTasks(services),
    ...countingTasks(services),
    ...backupTasks({ ...services, url }),
    webhook: ({ id = '' }) => deliverEvent(services, id),
    sweep: async () => {
      await sessions.deleteExpired();
      await database.systemStatement(deleteExpiredLimits);
      await database.systemStatement(deleteExpiredTokens);
      await database.systemStatement(deleteExpiredWaits);
      await database.systemStatement(deleteForgottenDevices);
      await sweepDoors(database);
      await forgetUnconfirmed(database);
      await database.asSystem(deleteDueSalons);
      await database.asSystem(forgetOldInvitations);
      await database.asSystem(forgetOldRequests);
      await database.asSystem(sweepLetters);
      await database.systemStatement(forgetOldEvents);
      for (const forget of [forgetOldNotices, forgetReportedWords, forgetOldDecisions])
        await database.systemStatement(forget);
      await sweepPictures(services, new Date());
      await sweepPrivacy(services, new Date());
      await sweepCopies(services);
      await database.systemStatement(forgetOldBackups);
      await database.systemStatement((tx) => forgetOldDeliveries(tx, DELIVERIES_KEPT_DAYS));
      await database.systemStatement((tx) => forgetOldFigures(tx, KEPT_DAYS));
      await adoptAll(services);
    },
  };
}

/** What pages show of many members is counted beforehand. */
function countingTasks({ database }: JobHouse): Readonly<Record<string, Task>> {
  return {
    ranking: async ({ _cron }) => {
      if (_cron && isRankingDue(new Date(_cron.ts))) await database.inJob(computeRankings);
    },
    figures: async () => void (await database.inJob(computeFigures)),
  };
}

function privacyTasks(services: JobHouse): Readonly<Record<string, Task>> {
  return {
    export: ({ id = '' }) => makeCopy(services, id, new Date()),
    erase: async ({ id = '' }) => void (await carryOut(services, id, new Date())),
    idle: () => watchIdle(services, new Date()),
  };
}

/** Without Stripe its jobs wait for a key: a day later they are given up, and adopted when it is there. */
function paymentTasks({ database, stripe }: JobHouse): Readonly<Record<string, Task>> {
  const payment = stripe && { database, stripe };
  return {
    stripe: async ({ id = '' }) => void (payment && (await syncCustomer(payment, id))),
    'stripe-erase': async ({ id = '' }) => void (payment && (await eraseAtStripe(payment, id))),
    withdraw: async ({ id = '' }) => void (payment && (await finishWithdrawal(payment, id, new Date()))),
    plans: async () => {
      await database.systemStatement(endPlans);
      await tellTrials({ database });
    },
    reconcile: async () => {
      if (!payment) return;
      await reconcile(payment);
      await remindOfRenewals(payment);
    },
  };
}

/** Without a key nothing is made: a backup that anybody can read is worse than none (K08). */
function backupTasks(house: BackupHouse): Readonly<Record<string, Task>> {
  const key = house.config.operating.backupKey;
  return {
    backup: async () => void (key && (await makeBackup(house, key, new Date()))),
    drill: async () => void (key && (await drill(house, key))),
  };
}

/** What waits without a job: from before the first worker or the first key, or orphaned by a fault. */
async function adoptAll({ config, database, stripe }: JobHouse): Promise<void> {
  await database.asSystem(adoptLetters);
  await database.asSystem(adoptErasures);
  await database.asSystem(adoptCopies);
  await database.asSystem(adoptDeliveries);
  await database.asSystem((tx) => adoptWishes(tx, config.mail.brevo !== null));
  if (stripe) await database.asSystem((tx) => adoptErasuresAtStripe(tx, stripe.config.livemode));
  if (config.operating.backupKey) await database.asSystem((tx) => queueMissedBackup(tx, BACKUP_LATE_HOURS));
}
