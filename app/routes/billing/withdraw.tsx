import { withdraw } from '~/billing/commands/withdraw';
import { withdrawableUntil } from '~/billing/rules/leaving';
import { WithdrawPage } from '~/billing/views/leave';
import { useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { backSaying, loadStanding, paying } from '~/routes/billing/payment';

/** L221-18. */
export const loader = members(async ({ context, viewer }) => {
  const { standing, situation } = await loadStanding(context, viewer);
  if (!('mayWithdraw' in situation && situation.mayWithdraw)) return backSaying('retractation-tard');
  return { until: withdrawableUntil(situation.since), cents: standing.paidCents };
});

export const action = membersPost(async ({ context, viewer }) =>
  paying(context, async (payment) => {
    await withdraw(payment, viewer, new Date());
    return backSaying('retractation');
  }),
);

export const handle = { title: () => 'Changer d’avis' } satisfies PageHandle;

export default function Withdraw() {
  return <WithdrawPage {...useLoaderData<typeof loader>()} />;
}
