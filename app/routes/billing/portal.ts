import { openPortal } from '~/billing/commands/checkout';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { paying } from '~/routes/billing/payment';
import { href } from '~/urls';

/** Stripe's page for her card. Her row asks for a fresh proof (G06): it shows an address and the end of a card. */
export const action = membersPost(async ({ context, viewer }) =>
  paying(context, async (payment) =>
    seeOther(await openPortal(payment, viewer.id, context.config.origin + href('plans'))),
  ),
);
