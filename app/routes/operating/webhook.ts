import { AppError, notFound } from '~/errors';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { ruleWebhook } from '~/operating/commands/webhooks';
import { parseWebhookAct, parseWebhookId } from '~/operating/rules/webhooks';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

const DONE = {
  essayer: 'outil-essaye',
  arreter: 'outil-arrete',
  reprendre: 'outil-repris',
  retirer: 'outil-retire',
} as const;

/** Tries one receiver, stops it, takes it up again, or takes it away. */
export const action = membersPost(async ({ context, params, form }) => {
  const id = parseWebhookId(params.webhook);
  if (!id) throw notFound();
  const act = parseWebhookAct(form.action);
  if (!act) throw new AppError('invalid', 'action');
  await ruleWebhook(context, id, act, new Date());
  return seeOther(href('webhooks', {}, said(DONE[act])));
});
