/** The verbs of webhooks (Z03): adding a receiver, trying it, delivering to it, and leaving it alone when it is gone. */
import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Config } from '~/config';
import type { Database, Tx } from '~/db';
import { enqueue } from '~/mailer';
import { href } from '~/urls';
import * as queries from '../queries/webhooks';
import { GUARD, type Guard, send } from '../receiver';
import {
  type NewWebhook,
  OFF_AFTER_DAYS,
  RETRIES,
  TEST_EVENT,
  verdictOf,
  WEBHOOKS_MAX,
  type WebhookAct,
} from '../rules/webhooks';
import { operators } from './operators';

type House = { readonly database: Database; readonly config: Config };

/** False: there are as many as there may be. */
export async function addWebhook({ database }: House, wanted: NewWebhook): Promise<boolean> {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  return (await database.systemStatement((tx) => queries.insertWebhook(tx, wanted, secret, WEBHOOKS_MAX))) !== null;
}

export async function ruleWebhook({ database }: House, id: string, act: WebhookAct, now: Date): Promise<void> {
  await database.systemStatement(async (tx) => {
    if (act === 'essayer') {
      const payload = { type: TEST_EVENT, timestamp: now.toISOString(), data: {} };
      await queries.insertDelivery(tx, id, TEST_EVENT, JSON.stringify(payload));
    } else if (act === 'arreter') await queries.stopWebhook(tx, id, 'team');
    else if (act === 'reprendre') await queries.resumeWebhook(tx, id);
    else await queries.deleteWebhook(tx, id);
  });
}

/** One try, outside of any transaction; the same delivery has the same id, by which a receiver knows it again. */
export async function deliverEvent(house: House, id: string, guard: Guard = GUARD): Promise<void> {
  const { database, config } = house;
  // O09: from a site to try things out nothing leaves but what its team tries by hand.
  const all = config.environment === 'production';
  const delivery = await database.systemStatement((tx) => queries.deliveryInHand(tx, id, TEST_EVENT, all));
  if (!delivery) return;
  const at = new Date();
  const answer = await send(
    {
      address: delivery.address,
      body: delivery.body,
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': 'Aurora50',
        'Webhook-Id': delivery.id,
        'Webhook-Timestamp': String(Math.floor(at.getTime() / 1_000)),
        'Webhook-Signature': new Webhook(delivery.secret).sign(delivery.id, at, delivery.body),
      },
    },
    guard,
  );
  await database.asSystem((tx) => conclude(house, tx, delivery, answer));
}

async function conclude(
  { config }: House,
  tx: Tx,
  { id, attempts, webhookId }: queries.DeliveryInHand,
  answer: queries.Answered,
): Promise<void> {
  const verdict = verdictOf(answer.status);
  if (verdict === 'taken') {
    await queries.settleDelivery(tx, id, 'taken', answer);
    return queries.noteTaken(tx, webhookId);
  }
  const wait = verdict === 'again' ? RETRIES[attempts] : undefined;
  await queries.settleDelivery(tx, id, wait === undefined ? 'failed' : 'waiting', answer);
  const long = await queries.noteFailing(tx, webhookId, OFF_AFTER_DAYS);
  if (verdict === 'gone' || long) {
    const reason = verdict === 'gone' ? 'gone' : 'failing';
    if (await queries.stopWebhook(tx, webhookId, reason)) await tellOperators(config, tx);
  } else if (wait !== undefined) await queries.tryAgain(tx, id, wait);
}

async function tellOperators(config: Config, tx: Tx): Promise<void> {
  const props = { at: new Date().toISOString(), path: href('webhooks') };
  for (const to of await operators(tx, config)) await enqueue(tx, { template: 'webhookOff', props, to });
}
