/** Letters about payments. They follow from what changed in the mirror, never from an event: each is sent once (S07, S08). */
import type { Tx } from '~/db';
import { enqueue } from '~/mailer';
import { href } from '~/urls';
import type { News } from '../queries/mirror';

const PAGE = href('plans');
/** S08; the trigger `date_subscription` counts them. */
export const GRACE_DAYS = 14;
const DAY = 86_400_000; // ms

export async function tellNews(tx: Tx, news: readonly News[]): Promise<void> {
  for (const each of news) await enqueue(tx, letterOf(each));
}

function letterOf({ is, invoiceId, userId, name, plan, cents, periodEnd, createdAt }: News) {
  const to = { userId };
  if (is === 'paid') {
    const props = { name, plan, cents, paidUntil: (periodEnd ?? createdAt).toISOString(), path: PAGE };
    return { template: 'paymentReceived', to, key: `paymentReceived:${invoiceId}`, props } as const;
  }
  const keptUntil = new Date(createdAt.getTime() + GRACE_DAYS * DAY).toISOString();
  return {
    template: 'paymentFailed',
    to,
    key: `paymentFailed:${invoiceId}`,
    props: { name, plan, cents, keptUntil, path: PAGE },
  } as const;
}
