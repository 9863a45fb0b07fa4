import { startCheckout } from '~/billing/commands/checkout';
import { parsePlan } from '~/billing/rules/forms';
import { AppError } from '~/errors';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { paying } from '~/routes/billing/payment';
import { href } from '~/urls';

/** To Stripe's own page; two clicks in two windows lead to the same one (C-20). */
export const action = membersPost(async ({ context, viewer, form }) => {
  const plan = parsePlan(form.formule);
  if (!plan) throw new AppError('invalid', 'plan');
  const { origin } = context.config;
  // Stripe puts the session into its own placeholder, which no encoding may touch.
  const success = `${origin}${href('paymentReturn')}?session_id={CHECKOUT_SESSION_ID}`;
  const urls = { success, cancel: origin + href('plans') };
  return paying(context, async (payment) =>
    seeOther(await startCheckout(payment, viewer.id, { plan, urls, now: new Date() })),
  );
});
