/** G16, D21: a trial of Premium without a card, once. */
import { signatureOf } from '~/auth/commands/seals';
import { accountOf } from '~/auth/queries/accounts';
import { mailboxOf } from '~/auth/rules/letter';
import type { Viewer } from '~/auth/rules/viewer';
import type { Database } from '~/db';
import { AppError } from '~/errors';
import { enqueue } from '~/mailer';
import { href } from '~/urls';
import { insertTrial, trialsToEnd, trialsToWarn } from '../queries/trials';

/**
 * Begins the member's trial. Of her address a keyed hash is kept, also after her account is erased: one trial for an
 * address, whatever account it belongs to, and no list of addresses.
 * @param days 0: no trial is given any more
 * @throws AppError not_found (trials are switched off), forbidden `unconfirmed`, conflict `trial_used`
 */
export async function startTrial(
  { database }: { readonly database: Database },
  viewer: Viewer,
  days: number,
): Promise<void> {
  if (days === 0) throw new AppError('not_found', 'no_trial');
  if (!viewer.confirmed) throw new AppError('forbidden', 'unconfirmed');
  const account = await database.systemStatement((tx) => accountOf(tx, viewer.id));
  if (!account) throw new AppError('unauthenticated');
  const hash = await signatureOf(database, 'trial address', mailboxOf(account.email));
  const begun = await database.asSystem((tx) => insertTrial(tx, viewer.id, hash, days));
  if (!begun) throw new AppError('conflict', 'trial_used');
}

/** The letters of three days before and of the end, each once (a job of every five minutes). */
export async function tellTrials({ database }: { readonly database: Database }): Promise<void> {
  await database.asSystem(async (tx) => {
    for (const trial of await trialsToWarn(tx)) await enqueue(tx, { template: 'trialEnding', ...letterTo(trial) });
    for (const trial of await trialsToEnd(tx)) await enqueue(tx, { template: 'trialEnded', ...letterTo(trial) });
  });
}

function letterTo({ userId, name, endsAt }: Awaited<ReturnType<typeof trialsToEnd>>[number]) {
  return { to: { userId }, props: { name, at: endsAt.toISOString(), path: href('plans') } };
}
