import { notFound } from '~/errors';
import { readBody } from '~/forms';
import { fragment } from '~/http/answer';
import { anyoneSends } from '~/http/route';
import { EVENTS_MAX, isWebhookSecret, parseEvents, takeEvents } from '~/mailer/events';

/** C-16. The address is the proof, hence asked for before anything is read. Answered 204 once it is stored. */
export const action = anyoneSends(async ({ context, params, request }) => {
  if (!isWebhookSecret(context.config.mail.webhookSecret, params.secret)) throw notFound();
  await takeEvents(context.database, parseEvents(await readBody(request, EVENTS_MAX)));
  return fragment(null);
});
