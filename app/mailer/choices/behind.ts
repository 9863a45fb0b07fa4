/** What a letter's link leads to: whose switches, and which one. Neutral: whatever is wrong with it, it is not there. */
import type { Database } from '~/db';
import { notFound } from '~/errors';
import { type Subscription, subscriptionOf } from '../unsubscribe';
import { choicesBehind, type MailChoice } from './queries';

export type Behind = Subscription & { readonly choices: readonly MailChoice[]; readonly wanted: boolean };

/** @throws AppError not_found for a link that is none of ours, of an account that is gone, or of a kind that is no more */
export async function behindLink(database: Database, token: string | undefined): Promise<Behind> {
  const subscription = await subscriptionOf(database, token);
  const choices = subscription && (await database.asSystem((tx) => choicesBehind(tx, subscription.whose)));
  const choice = choices?.find(({ kind }) => kind === subscription?.kind);
  if (!subscription || !choices || !choice) throw notFound();
  return { ...subscription, choices, wanted: choice.wanted };
}
