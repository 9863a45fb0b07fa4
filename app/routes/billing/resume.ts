import { stay } from '~/billing/commands/leave';
import { membersPost } from '~/http/route';
import { backSaying, paying } from '~/routes/billing/payment';

/** Takes a cancellation back before its date. */
export const action = membersPost(async ({ context, viewer }) =>
  paying(context, async (payment) => {
    await stay(payment, viewer);
    return backSaying('abonnement-repris');
  }),
);
