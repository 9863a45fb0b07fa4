/** What the pages of payment have in common. */
import type { AppLoadContext } from '@remix-run/node';
import type { Viewer } from '~/auth/rules/viewer';
import type { Payment } from '~/billing/commands/sync';
import { standingOf } from '~/billing/queries/standing';
import { type Situation, situationOf } from '~/billing/rules/situation';
import type { Standing } from '~/billing/rules/standing';
import { AppError } from '~/errors';
import { type SeeOther, seeOther } from '~/http/answer';
import { type FlashName, said } from '~/routes/flashes';
import { href } from '~/urls';

/** Where the viewer stands. One statement. */
export async function loadStanding(
  { database, plans, config }: AppLoadContext,
  viewer: Viewer,
): Promise<{ readonly standing: Standing; readonly situation: Situation }> {
  const standing = await database.asViewer(viewer.id, (tx) => standingOf(tx, viewer.id));
  const isTeam = viewer.appRole !== 'member';
  const situation = situationOf(standing, { now: new Date(), trialDays: config.trialDays, plans: plans(), isTeam });
  return { standing, situation };
}

/** What is said of a payment that cannot go on: back to the page of the plans, where nothing has changed. */
const SAID: Readonly<Record<string, FlashName>> = {
  stripe_away: 'paiement-muet',
  stripe_key: 'paiement-muet',
  stripe_refused: 'paiement-muet',
  card_declined: 'carte-refusee',
  subscribed: 'deja-abonne',
  no_customer: 'sans-client',
  no_subscription: 'rien-a-resilier',
  stale_preview: 'paiement-muet',
  not_withdrawable: 'retractation-tard',
};

/** Without keys of Stripe, and while it is away, the page of the plans says so and nothing else breaks. */
export async function paying<T>(
  { database, stripe, log }: AppLoadContext,
  work: (payment: Payment) => Promise<T>,
): Promise<T | SeeOther> {
  if (!stripe) return backSaying('paiement-absent');
  try {
    return await work({ database, stripe });
  } catch (error) {
    const words = error instanceof AppError ? SAID[error.detail] : undefined;
    if (!words) throw error;
    if (words === 'paiement-muet') log('payment', error);
    return backSaying(words);
  }
}

export const backSaying = (name: FlashName): SeeOther => seeOther(href('plans', {}, said(name)));
