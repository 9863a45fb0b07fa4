/** Other tools are told of events (Z03): signed, tried again, bounded, and never on a private network. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { parseConfig } from '~/config';
import { addWebhook, deliverEvent, ruleWebhook } from '~/operating/commands/webhooks';
import { allWebhooks, forgetOldDeliveries, lastDeliveries } from '~/operating/queries/webhooks';
import { GUARD, type Guard, send } from '~/operating/receiver';
import {
  DELIVERIES_KEPT_DAYS,
  EVENTS,
  type EventName,
  isPublicAddress,
  parseWebhook,
} from '~/operating/rules/webhooks';
import { type Stage, stage } from '../support/policies';

let the: Stage;
beforeAll(async () => {
  the = await stage();
});
afterAll(() => the.close());
beforeEach(async () => {
  await the.cast.sql`delete from webhooks`;
  await the.cast.sql`delete from outbox`;
});

const house = () => ({
  database: the.database,
  config: parseConfig(
    { NODE_ENV: 'test', DATABASE_URL: the.url, ALERT_EMAIL: 'garde@exemple.fr', ENVIRONMENT: 'production' },
    '/',
  ),
});
/** Receivers of the tests listen on this machine. */
const HERE: Guard = { isAllowed: () => true, within: 2_000 };

type Told = { readonly headers: Record<string, string>; readonly body: string };

async function receiver(answer: (response: ServerResponse, request: IncomingMessage) => void) {
  const told: Told[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    told.push({ headers: request.headers as Record<string, string>, body });
    answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { told, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}
const answering = (status: number, headers = {}) => receiver((response) => response.writeHead(status, headers).end());

/** One that wants these events; the form would refuse its address. */
async function added(address: string, events: readonly EventName[] = ['salon.created']) {
  expect(await addWebhook(house(), { address, events })).toBe(true);
  const [webhook] = await the.database.systemStatement(allWebhooks);
  if (!webhook) throw new Error('no webhook');
  return webhook;
}
const deliveries = () => the.database.systemStatement(lastDeliveries);
async function deliverAll(guard = HERE) {
  for (const { id, state } of await deliveries()) if (state === 'waiting') await deliverEvent(house(), id, guard);
}

describe('what is told', () => {
  test('each event once, signed, with ids and no name; nothing of what was undone', async () => {
    const { told, address } = await answering(204);
    const { secret } = await added(address, Object.keys(EVENTS) as EventName[]);
    const anne = await the.cast.member('Anne Berger');
    const salon = await the.cast.salon(anne);
    const { slug, id: course } = await the.cast.course();
    await the.cast.sql`insert into enrollments (user_id, course_id) values (${anne.id}, ${course})`;
    await the.cast.sql`
      update enrollments set completed_at = now(), completion_percentage = 100 where user_id = ${anne.id}`;
    await the.cast.sql`update profiles set subscription_type = 'premium' where id = ${anne.id}`;
    await the.cast.sql`delete from salons where id = ${salon.id}`;
    await the.cast.sql
      .begin(async (tx) => {
        await tx`update profiles set subscription_type = 'annuel' where id = ${anne.id}`;
        throw new Error('undone');
      })
      .catch(() => {});
    await deliverAll();
    await deliverAll();
    const events = told.map(
      ({ headers, body }) => new Webhook(secret).verify(body, headers) as { type: string; data: object },
    );
    expect(events.map(({ type, data }) => ({ type, data })).sort((a, b) => a.type.localeCompare(b.type))).toEqual([
      { type: 'course.finished', data: { member: anne.id, course: slug } },
      { type: 'course.started', data: { member: anne.id, course: slug } },
      { type: 'member.created', data: { member: anne.id } },
      { type: 'salon.created', data: { salon: salon.id, visibility: expect.any(String) } },
      { type: 'salon.deleted', data: { salon: salon.id } },
      { type: 'subscription.changed', data: { member: anne.id, plan: 'premium' } },
    ]);
    expect(told.map(({ body }) => body).join()).not.toContain('Anne');
    expect(() => new Webhook(secret).verify(`${told[0]?.body} `, told[0]?.headers ?? {})).toThrow();
    expect((await deliveries()).every(({ state, status }) => state === 'taken' && status === 204)).toBe(true);
    expect(await the.cast.sql`select from webhook_deliveries where payload <> '{}'`).toEqual([]);
  });

  test('to whoever wants the event; nothing to whoever is stopped, but for a try by hand', async () => {
    const { told, address } = await answering(200);
    const { id } = await added(address, ['member.created']);
    await the.cast.salon(await the.cast.member('Anne'));
    await ruleWebhook(house(), id, 'arreter', new Date());
    await the.cast.member('Paul');
    await deliverAll();
    expect(told).toEqual([]);
    await ruleWebhook(house(), id, 'essayer', new Date());
    await deliverAll();
    expect(told.map(({ body }) => JSON.parse(body).type)).toEqual(['webhook.test']);
  });
});

describe('a receiver that does not take it', () => {
  const failedOnce = async (address: string, guard = HERE) => {
    await added(address);
    await the.cast.salon(await the.cast.member('Anne'));
    await deliverAll(guard);
    const [line] = await deliveries();
    return line;
  };

  test('is tried again, and given up at last', async () => {
    const { told, address } = await answering(500);
    expect(await failedOnce(address)).toMatchObject({ state: 'waiting', attempts: 1, status: 500, fault: null });
    for (let n = 0; n < 12; n += 1) await deliverAll();
    expect(told).toHaveLength(10);
    expect(new Set(told.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await deliveries()).toMatchObject([{ state: 'failed', attempts: 10 }]);
  });

  test('is not followed to where it redirects', async () => {
    const inside = await answering(200);
    const { address } = await answering(302, { Location: inside.address });
    expect(await failedOnce(address)).toMatchObject({ status: 302, state: 'waiting' });
    expect(inside.told).toEqual([]);
  });

  test('is left in time when it hangs, and cut off when it sends ten gigabytes', async () => {
    const hanging = await receiver(() => {});
    expect(await failedOnce(hanging.address, { ...HERE, within: 200 })).toMatchObject({ status: null, fault: 'late' });
    await the.cast.sql`delete from webhooks`;
    let sent = 0;
    const piece = Buffer.alloc(1024 * 1024);
    const pour = (response: ServerResponse) => {
      while (sent < 10_240 && !response.destroyed && response.write(piece)) sent += 1;
    };
    const endless = await receiver((response) => {
      response.writeHead(200);
      response.on('drain', () => pour(response));
      pour(response);
    });
    expect(await failedOnce(endless.address)).toMatchObject({ status: null, fault: 'large' });
    expect(sent).toBeLessThan(100);
  });

  test('is told no more when it is gone, or after five days, and the operator is written to once', async () => {
    const { told, address } = await answering(410);
    expect(await failedOnce(address)).toMatchObject({ state: 'failed', status: 410 });
    await the.cast.salon(await the.cast.member('Paul'));
    await deliverAll();
    expect(told).toHaveLength(1);
    const letters = () => the.cast.sql`select email::text, template from outbox where template = 'webhookOff'`;
    expect(await letters()).toEqual([{ email: 'garde@exemple.fr', template: 'webhookOff' }]);

    await the.cast.sql`delete from webhooks`;
    const ill = await answering(503);
    const { id } = await added(ill.address);
    await the.cast.sql`update webhooks set failing_since = now() - interval '121 hours' where id = ${id}`;
    await the.cast.salon(await the.cast.member('Marie'));
    await deliverAll();
    await deliverAll();
    expect(await the.database.systemStatement(allWebhooks)).toMatchObject([{ offReason: 'failing' }]);
    expect(await letters()).toHaveLength(2);
    await ruleWebhook(house(), id, 'reprendre', new Date());
    expect(await the.database.systemStatement(allWebhooks)).toMatchObject([{ offAt: null, failingSince: null }]);
  });
});

describe('private addresses', () => {
  test('are refused, under a name too; the name is looked up once, and the line goes where it was looked at', async () => {
    const { told, address } = await answering(200);
    const port = new URL(address).port;
    for (const host of [
      '127.0.0.1',
      'localhost',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '0.0.0.0',
      '169.254.169.254',
      '2130706433',
    ])
      expect([
        host,
        await send({ address: `http://${host}:${port}/`, headers: {}, body: '' }, { ...GUARD, within: 1_500 }),
      ]).toEqual([host, { status: null, fault: 'private' }]);
    expect(told).toEqual([]);
    const asked: string[] = [];
    const isAllowed = (found: string) => asked.push(found) > 0;
    await send({ address: `http://localhost:${port}/`, headers: {}, body: '' }, { isAllowed, within: 1_500 });
    expect(asked.length).toBeLessThanOrEqual(2);
  });

  test.each([
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['192.168.1.1', false],
    ['100.64.0.1', false],
    ['169.254.169.254', false],
    ['fd00::1', false],
    ['fe80::1', false],
    ['64:ff9b::7f00:1', false],
    ['224.0.0.1', false],
    ['', false],
    ['198.51.100.7', false],
    ['9.9.9.9', true],
    ['2620:fe::fe', true],
  ])('%s: %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });

  test.each([
    'http://outil.exemple.fr/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://localhost/',
    'https://interne.local/',
    'https://moi:secret@outil.exemple.fr/',
    'ftp://outil.exemple.fr',
    'javascript:alert(1)',
    '',
  ])('the form refuses %j', (adresse) => {
    expect(parseWebhook({ adresse, evenements: 'salon.created' }).ok).toBe(false);
  });

  test('the form takes an address of the Internet and events that exist', () => {
    const adresse = ' https://outil.exemple.fr/aurora?cle=1 ';
    expect(parseWebhook({ adresse, evenements: ['salon.created', 'salon.created'] })).toEqual({
      ok: true,
      value: { address: adresse.trim(), events: ['salon.created'] },
    });
    expect(parseWebhook({ adresse }).ok).toBe(false);
    expect(parseWebhook({ adresse, evenements: 'rien.du.tout' }).ok).toBe(false);
  });
});

test('old deliveries are forgotten, and what waits for a stopped receiver is given up', async () => {
  const { id } = await added('https://outil.exemple.fr/');
  await the.cast.salon(await the.cast.member('Anne'));
  await ruleWebhook(house(), id, 'essayer', new Date());
  await the.cast.sql`
    update webhook_deliveries set created_at = now() - make_interval(days => ${DELIVERIES_KEPT_DAYS + 1}) where event = 'webhook.test'`;
  await the.cast.sql`update webhooks set off_at = now() - interval '2 days', off_reason = 'team'`;
  await the.database.systemStatement((tx) => forgetOldDeliveries(tx, DELIVERIES_KEPT_DAYS));
  expect(await deliveries()).toMatchObject([{ event: 'salon.created', state: 'failed' }]);
});
