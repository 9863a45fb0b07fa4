/** What Brevo tells of letters, and what `/sante` says of the mail (C-03, C-16, O05). */
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '~/db';
import { href } from '~/urls';
import { BREVO_KEY, brevoStandIn } from '../support/brevo-stand-in';
import type { Member } from '../support/cast';
import { letterChoicesOf, reader } from '../support/letter-choices';
import { until } from '../support/mailroom';
import { mainOf, openSite, words } from '../support/site';

const SECRET = 'un-secret-assez-long-0123456789';
const brevo = await brevoStandIn();
const site = openSite({
  BREVO_API_KEY: BREVO_KEY,
  BREVO_API_BASE: brevo.base,
  MAIL_FROM: 'Aurora50 <bonjour@aurora50.invalid>',
  BREVO_WEBHOOK_SECRET: SECRET,
});
let database: Database;
let anne: Member;
beforeAll(() => {
  database = openDatabase(site.url);
});
beforeEach(async () => {
  anne = await reader(site);
});
afterAll(async () => {
  await database.close();
  await brevo.close();
});
const { wanted, trouble, queue, stateOf } = letterChoicesOf(site, () => ({ database, anne }));

describe('Brevo tells', () => {
  const tell = (body: unknown, secret = SECRET) =>
    fetch(site.origin + href('brevoWebhook', { secret }), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const event = (name: string, id = `<${crypto.randomUUID()}@brevo>`) => ({
    event: name,
    email: anne.email.toUpperCase(),
    'message-id': id,
    ts_event: 1_604_933_654,
  });

  test('only behind its secret address; any other is not there', async () => {
    for (const secret of ['x', SECRET.slice(1), `${SECRET}x`, SECRET.toUpperCase(), '%00']) {
      expect((await tell(event('hard_bounce'), secret)).status).toBe(404);
    }
    expect(await trouble()).toBeNull();
    expect((await tell(event('hard_bounce'))).status).toBe(204);
  });

  test.each([
    ['hard_bounce', 1, 'hard_bounce'],
    ['invalid_email', 1, 'hard_bounce'],
    ['spam', 1, 'complaint'],
    ['soft_bounce', 3, 'soft_bounces'],
  ])('%s × %i: the address is stopped, and she is told', async (name, times, reason) => {
    for (let n = 1; n <= times; n += 1) {
      expect(await trouble()).toBeNull();
      expect((await tell(event(name))).status).toBe(204);
    }
    expect(await trouble()).toMatchObject({ reason, stoppedAt: expect.any(Date) });
    const [row] = await queue();
    await until(async () => (await stateOf(row?.id)).state !== 'queued');
    expect(await stateOf(row?.id)).toEqual({ state: 'withheld', reason });
  });

  test('nobody else is told', async () => {
    await tell(event('hard_bounce'));
    expect(await trouble(await site.cast.member('Paul'))).toBeNull();
  });

  test('what is named like a property of every object is no event (found 2c, 8)', async () => {
    const id = `<${crypto.randomUUID()}@brevo>`;
    const [row] = await queue();
    await site.cast.sql`update outbox set message_id = ${id} where id = ${row?.id}`;
    for (const name of ['constructor', '__proto__', 'toString', 'rien'])
      expect([name, (await tell(event(name, id))).status]).toEqual([name, 204]);
    expect(await trouble()).toBeNull();
  });

  test('the same thing twenty times at once counts once', async () => {
    const once = event('soft_bounce', '<une-fois@brevo>');
    await Promise.all(Array.from({ length: 20 }, () => tell(once)));
    expect(await trouble()).toBeNull();
  });

  test('two soft bounces and a delivery in between are no trouble', async () => {
    for (const name of ['soft_bounce', 'soft_bounce', 'delivered', 'soft_bounce', 'soft_bounce'])
      await tell(event(name));
    expect(await trouble()).toBeNull();
  });

  test('a stopped address still gets the letter that proves it, and confirming it ends the stop', async () => {
    await tell(event('hard_bounce'));
    brevo.blocked.add(anne.email);
    await site.cast.sql`
      insert into outbox (template, props, user_id)
      values ('confirmation', '{"name": "Anne", "path": "/api/auth/confirm?jeton=x", "code": "123456"}', ${anne.id})`;
    await until(() => brevo.sent.some(({ to }) => to === anne.email));
    await site.cast.sql`update auth.users set email_confirmed_at = now() where id = ${anne.id}`;
    expect(await trouble()).toBeNull();
  });

  test('from her settings she asks for a letter, follows it, and is written to again', async () => {
    await tell(event('soft_bounce'));
    await tell(event('hard_bounce'));
    const visitor = await site.as(anne);
    const page = await (await visitor.get(href('mailSettings'))).text();
    expect(words(mainOf(page))).toContain('Nos courriels ne vous parviennent plus.');
    const asked = await visitor.post(href('signInLetter'), { courriel: anne.email, retour: href('mailSettings') });
    expect(asked.status).toBe(303);
    await until(() => brevo.sent.some(({ to }) => to === anne.email));
    const link =
      /\/connexion\/lien\/[\w-]+/.exec(brevo.sent.find(({ to }) => to === anne.email)?.text ?? '')?.[0] ?? '';
    const used = await visitor.post(link, {});
    expect([used.status, used.headers.get('location')]).toEqual([303, href('mailSettings')]);
    expect(await trouble()).toBeNull();
    expect(words(mainOf(await (await visitor.get(href('mailSettings'))).text()))).not.toContain('parviennent plus');
  });

  test('a complaint also switches off what is no service; unsubscribing there does the same here', async () => {
    expect(await wanted()).toEqual(['dailyLetter', 'mention', 'invitation']);
    await tell(event('unsubscribed'));
    expect(await wanted()).toEqual([]);
    expect(await trouble()).toBeNull();
  });

  test('what became of a letter stands in its row', async () => {
    const [row] = await queue();
    await until(async () => (await stateOf(row?.id)).state === 'sent');
    const [sent] = await site.cast.sql`select message_id from outbox where id = ${row?.id}`;
    await tell([event('delivered', sent?.message_id), event('opened'), event('click'), { rien: 1 }, null]);
    const [after] = await site.cast
      .sql`select arrival, arrival_at is not null as dated from outbox where id = ${row?.id}`;
    expect(after).toEqual({ arrival: 'delivered', dated: true });
  });

  test.each<[string, string, number]>([
    ['no JSON', '{', 422],
    ['nothing', '', 422],
    ['a number', '7', 204],
    ['an address with NUL', JSON.stringify({ event: 'spam', email: 'a\0@b.fr' }), 204],
    ['a long address', JSON.stringify({ event: 'spam', email: `${'a'.repeat(400)}@b.fr` }), 204],
  ])('%s', async (_, body, status) => {
    expect((await tell(body)).status).toBe(status);
  });

  test('more than a megabyte is not read to its end', async () => {
    // Not by `fetch`, which would ask its next question on the line that the server closes.
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const question = request(site.origin + href('brevoWebhook', { secret: SECRET }), {
        method: 'POST',
        agent: false,
      });
      question.on('response', (answer) => resolve(answer.resume().statusCode)).on('error', reject);
      question.end(Buffer.alloc(1_100_000, 'x'));
    });
    expect(status).toBe(413);
  });
});

describe('/sante', () => {
  const health = async () => {
    const answer = await site.stranger().get('/sante');
    return { code: answer.status, ...((await answer.json()) as { status: string; checks: Record<string, string> }) };
  };

  test('a refused key is said until it is taken again; the pages stand meanwhile', async () => {
    expect(await health()).toMatchObject({ code: 200, status: 'ok', checks: { mail: 'ok', jobs: 'ok' } });
    brevo.be({ status: 401 });
    await queue();
    await expect.poll(health).toMatchObject({ code: 200, status: 'degraded', checks: { mail: 'failed', jobs: 'ok' } });
    brevo.be('well');
    const [row] = await site.cast.sql`update mail_state set shut_until = now() returning reason`;
    expect(row?.reason).toBe('key');
    await queue();
    await expect.poll(health).toMatchObject({ code: 200, status: 'ok' });
  });

  test('so is a letter that waits for longer than a quarter of an hour', async () => {
    await site.cast.sql`update mail_state set shut_until = now() + interval '1 hour', reason = 'away'`;
    await queue();
    await site.cast.sql`update outbox set created_at = now() - interval '16 minutes' where state = 'queued'`;
    await expect.poll(health).toMatchObject({ code: 200, status: 'degraded', checks: { mail: 'failed' } });
    await site.cast.sql`delete from outbox where state = 'queued'`;
    await site.cast.sql`update mail_state set shut_until = null, reason = null`;
  });
});
