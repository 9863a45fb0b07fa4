import { EVENT_MAX, takeStripeEvent } from '~/billing/commands/webhook';
import { notFound } from '~/errors';
import { readBody } from '~/forms';
import { fragment, refused } from '~/http/answer';
import { anyoneSends } from '~/http/route';

/** W03. 204 once it is stored, or once it is known that nothing is to be done; 400: not signed by Stripe within five minutes. */
export const action = anyoneSends(async ({ context, request }) => {
  const { stripe, database } = context;
  if (!stripe) throw notFound();
  const body = await readBody(request, EVENT_MAX);
  const taken = await takeStripeEvent(
    { stripe, database },
    { body, signature: request.headers.get('stripe-signature') },
  );
  return taken === 'unsigned' ? refused(400) : fragment(null);
});
