import { returnFromCheckout } from '~/billing/commands/checkout';
import { ReturnPage, type ReturnPageProps } from '~/billing/views/return';
import { AppError, notFound } from '~/errors';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';
import { loadStanding } from '~/routes/billing/payment';

type Became = ReturnPageProps['became'];

/** D23: a finished payment is recognised before the webhook comes. Another member's session is not there. */
export const loader = members(async ({ context, viewer, url }): Promise<{ became: Became }> => {
  const session = url.searchParams.get('session_id') ?? '';
  const { database, stripe } = context;
  if (!stripe || !/^cs_\w{1,250}$/.test(session)) throw notFound();
  const became = await returnFromCheckout({ database, stripe }, viewer.id, session).catch(unknownYet);
  if (became === 'not_hers') throw notFound();
  if (became === 'open' || became === 'expired') return { became: { is: 'unpaid' } };
  // What is open is asked of the mirror, whatever the session says.
  const { standing } = await loadStanding(context, viewer);
  const { subscription } = standing;
  // A plan that the team has given opens the same, and says nothing of this payment.
  const paid = subscription && !subscription.isGiven && standing.plan !== 'freemium' ? subscription : null;
  if (!paid?.plan) return { became: { is: 'processing' } };
  return { became: { is: 'open', plan: paid.plan, until: paid.periodEnd } };
});

/** Stripe does not answer now: the webhook will tell. */
function unknownYet(error: unknown): 'processing' {
  if (error instanceof AppError && error.code === 'unavailable') return 'processing';
  throw error;
}

export const handle = { title: () => 'Votre paiement', isPrivate: true } satisfies PageHandle;

export default function Return() {
  return <ReturnPage {...useLoaderData<typeof loader>()} />;
}
