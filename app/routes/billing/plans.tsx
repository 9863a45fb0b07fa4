import { noteOffer } from '~/billing/queries/offers';
import { parseTrigger } from '~/billing/rules/forms';
import { planWords } from '~/billing/rules/plans';
import type { Situation } from '~/billing/rules/situation';
import { PlansPage } from '~/billing/views/plans-page';
import { useLoaderData } from '~/http/page';
import { anyone } from '~/http/route';
import type { PageHandle } from '~/root';
import { loadStanding } from '~/routes/billing/payment';

/** U16. One statement for a member, none for a stranger; which limit led here is written after the answer (D24). */
export const loader = anyone(async ({ context, viewer, url }) => {
  const { plans, config, stripe, database } = context;
  const shared = {
    plans: plans(),
    words: planWords(plans()),
    sells: stripe !== null,
    renewals: { premium: monthsFromNow(1), annuel: monthsFromNow(12) },
    trialDays: config.trialDays,
  };
  if (!viewer) return { ...shared, situation: STRANGER, paidCents: 0, allowances: [] };
  const trigger = parseTrigger(url.searchParams.get('depuis'));
  if (trigger) context.afterAnswer(() => database.asViewer(viewer.id, (tx) => noteOffer(tx, trigger, 'opened')));
  const { standing, situation } = await loadStanding(context, viewer);
  return { ...shared, situation, paidCents: standing.paidCents, allowances: standing.allowances };
});

const STRANGER: Situation = { is: 'stranger' };

/** As Stripe reckons: the same day of the month, or its last one. */
function monthsFromNow(months: number): Date {
  const now = new Date();
  const then = new Date(now);
  then.setUTCMonth(now.getUTCMonth() + months);
  if (then.getUTCDate() !== now.getUTCDate()) then.setUTCDate(0);
  return then;
}

type Data = { readonly situation: Situation };

export const handle = {
  title: ({ situation }) => (situation.is === 'stranger' ? 'Les formules et leurs prix' : 'Mon abonnement'),
  description: () => 'Ce qui est gratuit sur Aurora50, ce qui se paie et combien, et comment partir.',
} satisfies PageHandle<Data>;

export default function Plans() {
  return <PlansPage {...useLoaderData<typeof loader>()} />;
}
