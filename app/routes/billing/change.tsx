import { changePlan, previewYear } from '~/billing/commands/change-plan';
import type { Payment } from '~/billing/commands/sync';
import { parseMoment, parsePlan } from '~/billing/rules/forms';
import { planWords } from '~/billing/rules/plans';
import type { Situation } from '~/billing/rules/situation';
import { ChangePage, type ChangePageProps } from '~/billing/views/change';
import { AppError } from '~/errors';
import { seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { backSaying, loadStanding, paying } from '~/routes/billing/payment';

/** Monthly ↔ yearly: what would be paid, and when, before anything is pressed. */
export const loader = members(async ({ context, viewer }) =>
  paying(context, async (payment) => {
    const { situation } = await loadStanding(context, viewer);
    if (situation.is !== 'paid') throw new AppError('conflict', 'no_subscription');
    return { words: planWords(context.plans()), change: await changeFor(payment, viewer.id, situation) };
  }),
);

async function changeFor(
  payment: Payment,
  viewerId: string,
  { plan, nextPlan, nextAt }: Extract<Situation, { is: 'paid' }>,
): Promise<ChangePageProps['change']> {
  if (nextPlan !== plan) return { to: 'stay', at: nextAt };
  const preview = plan === 'premium' ? await previewYear(payment, viewerId, new Date()) : null;
  if (!preview) return { to: 'premium', at: nextAt };
  return { to: 'annuel', cents: preview.cents, until: preview.until, moment: preview.prorationDate };
}

export const action = membersPost(async ({ context, viewer, form }) =>
  paying(context, async (payment) => {
    const plan = parsePlan(form.formule);
    if (!plan) throw new AppError('invalid', 'plan');
    const prorationDate = parseMoment(form.calcul, new Date());
    const changed = await changePlan(payment, viewer.id, { plan, prorationDate });
    if (typeof changed === 'object') return seeOther(changed.confirmAt);
    return backSaying(SAID[changed]);
  }),
);

const SAID = { now: 'formule-changee', later: 'formule-prevue', kept: 'formule-gardee' } as const;

export const handle = { title: () => 'Changer de formule' } satisfies PageHandle;

export default function Change() {
  return <ChangePage {...useLoaderData<typeof loader>()} />;
}
