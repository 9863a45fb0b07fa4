/** What comes back about letters, and the pages that say so (C-03, C-14, C-16, M08, M09, O05, U17). */
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { looksAt } from '~/admin/queries';
import { type Database, openDatabase } from '~/db';
import { mailChoicesOf, mailTroubleOf } from '~/mailer/choices/queries';
import { unsubscribeToken } from '~/mailer/unsubscribe';
import { href } from '~/urls';
import { BREVO_KEY, brevoStandIn } from '../support/brevo-stand-in';
import type { Member } from '../support/cast';
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
  anne = await site.cast.member('Anne');
  // She has asked for these two; the daily letter comes unasked.
  await site.cast.sql`
    update mail_preferences set wanted = true where user_id = ${anne.id} and kind in ('mention', 'invitation')`;
});
afterAll(async () => {
  await database.close();
  await brevo.close();
});

const wanted = async (member = anne) =>
  (await database.asViewer(member.id, (tx) => mailChoicesOf(tx, member.id))).filter((c) => c.wanted).map((c) => c.kind);
const trouble = (member = anne) => database.asViewer(member.id, mailTroubleOf);
const queue = (template = 'welcome') => site.cast.sql`
  insert into outbox (template, props, user_id) values (${template}, '{"name": "Anne", "path": "/"}', ${anne.id}) returning id`;

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

async function stateOf(id: unknown) {
  const [row] = await site.cast.sql`select state, reason from outbox where id = ${String(id)}`;
  return { ...row };
}

describe('one click in a letter (RFC 8058)', () => {
  const place = async (kind = 'dailyLetter', whose: { userId: string } | { email: string } = { userId: anne.id }) =>
    href('unsubscribe', { jeton: await unsubscribeToken(database, whose, kind) });
  /** As a mail program sends it: from nowhere, without a cookie. */
  const click = (path: string, body: Record<string, string> = { 'List-Unsubscribe': 'One-Click' }) =>
    fetch(site.origin + path, { method: 'POST', body: new URLSearchParams(body), redirect: 'manual' });

  test('opening the link changes nothing; one click does, without a redirect, and again and again', async () => {
    const path = await place();
    const page = await site.stranger().get(path);
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(words(mainOf(await page.text()))).toContain('Ne plus recevoir la lettre du jour ?');
    expect(await wanted()).toContain('dailyLetter');
    for (let n = 0; n < 2; n += 1) expect((await click(path)).status).toBe(200);
    expect(await wanted()).toEqual(['mention', 'invitation']);
  });

  test('the page’s buttons: stop, put back, stop all', async () => {
    const path = await place();
    const visitor = site.stranger();
    const stopped = await visitor.post(path, { 'List-Unsubscribe': 'One-Click', page: 'oui' });
    expect([stopped.status, stopped.headers.get('location')]).toEqual([303, path]);
    expect(words(mainOf(await (await visitor.get(path)).text()))).toContain('Vous ne recevez plus la lettre du jour');
    expect((await visitor.post(`${path}/remettre`, {})).status).toBe(303);
    expect(await wanted()).toContain('dailyLetter');
    expect((await visitor.post(`${path}/tout`, {})).status).toBe(303);
    expect(await wanted()).toEqual([]);
    expect(words(mainOf(await (await visitor.get(path)).text()))).not.toContain('Arrêter tous');
  });

  test('the other two buttons only work on the page itself', async () => {
    const path = await place();
    for (const more of ['/tout', '/remettre']) expect((await click(path + more)).status).toBe(403);
  });

  test('a POST that is no click is refused', async () => {
    expect((await click(await place(), { autre: 'chose' })).status).toBe(422);
    expect(await wanted()).toContain('dailyLetter');
  });

  test('an address without an account can refuse invitations, and nothing of it is kept', async () => {
    const path = await place('invitation', { email: 'Voisine@exemple.fr' });
    expect((await site.stranger().get(path)).status).toBe(200);
    expect((await click(path)).status).toBe(200);
    const [row] = await site.cast.sql`
      insert into outbox (template, props, email)
      values ('invitation', '{"inviter": "Paul", "salon": "Jardin", "description": null, "path": "/", "until": "2026-12-01T10:00:00Z"}', 'voisine@exemple.fr')
      returning id`;
    await until(async () => (await stateOf(row?.id)).state !== 'queued');
    expect(await stateOf(row?.id)).toEqual({ state: 'withheld', reason: 'choix' });
    expect(JSON.stringify(await site.cast.sql`select * from mail_refusals`)).not.toContain('oisine');
  });

  test('forged, cut, of a kind that is none, or of somebody who has gone: not there', async () => {
    const path = await place();
    const token = path.split('/').at(-1) ?? '';
    const flipped = (at: number) => `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
    const gone = await site.cast.member('Zoé');
    const ofGone = await place('dailyLetter', { userId: gone.id });
    await site.cast.sql`delete from auth.users where id = ${gone.id}`;
    const forged = [3, 25, 40, token.length - 2].map((at) => href('unsubscribe', { jeton: flipped(at) }));
    for (const bad of [
      ...forged,
      path.slice(0, -4),
      `${path}AAAA`,
      ofGone,
      await place('confirmation'),
      await place('rien'),
    ]) {
      expect([bad, (await site.stranger().get(bad)).status, (await click(bad)).status]).toEqual([bad, 404, 404]);
    }
    expect(await wanted()).toContain('dailyLetter');
  });

  test('what is switched off is not sent', async () => {
    await click(await place('mention'));
    const [row] = await queue('mention');
    await until(async () => (await stateOf(row?.id)).state !== 'queued');
    expect(await stateOf(row?.id)).toEqual({ state: 'withheld', reason: 'choix' });
  });
});

describe('her choices (C-15)', () => {
  test('begin with the one letter a day, and nothing else that she has not asked for (C-14)', async () => {
    expect(await wanted(await site.cast.member('Paul'))).toEqual(['dailyLetter']);
  });

  test('are what she ticked, and no other member’s', async () => {
    const paul = await site.cast.member('Paul');
    const visitor = await site.as(anne);
    const saved = await visitor.post(href('mailSettings'), {
      mentions: 'on',
      nouvelles: 'on',
      lettre_du_jour: 'peut-être',
    });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${href('mailSettings')}?dit=courriels-notes`]);
    expect(await wanted()).toEqual(['mention', 'newsletter']);
    expect(await wanted(paul)).toEqual(['dailyLetter']);
    const page = await (await visitor.get(href('mailSettings'))).text();
    const ticked = [...page.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].filter(([box]) => / checked/.test(box));
    expect(ticked.map(([box]) => /name="(\w+)"/.exec(box)?.[1])).toEqual(['mentions', 'nouvelles']);
  });
});

describe('the team’s pages', () => {
  const admin = async () => site.as(await site.cast.member('Odile', { role: 'admin' }));

  test('are not there for members, moderators and authors', async () => {
    for (const role of ['member', 'moderator', 'author']) {
      const visitor = await site.as(await site.cast.member('Paul', { role }));
      // Authors have a desk of their own there, without these drawers.
      expect(await (await visitor.get(href('admin'))).text()).not.toContain(href('adminMail'));
      for (const path of [href('adminMail'), href('adminMail', {}, { courriel: anne.email })]) {
        expect([role, path, (await visitor.get(path)).status]).toEqual([role, path, 404]);
      }
      expect((await visitor.post(href('liftStop'), { courriel: anne.email })).status).toBe(404);
    }
    expect((await site.stranger().get(href('admin'))).status).toBe(303);
    expect(await database.asViewer(anne.id, (tx) => looksAt(tx, anne.id))).toEqual([]);
  });

  test('looking up an address shows its letters and why nothing arrives, and she can read that it was done', async () => {
    const [row] = await queue();
    await until(async () => (await stateOf(row?.id)).state === 'sent');
    await site.cast
      .sql`insert into mail_stops (email, reason, stopped_at) values (${anne.email}, 'hard_bounce', now())`;
    const visitor = await admin();
    const path = href('adminMail', {}, { courriel: anne.email });
    const page = words(mainOf(await (await visitor.get(path)).text()));
    expect(page).toContain('Bienvenue');
    expect(page).toContain('Parti');
    expect(page).toContain('sa messagerie ne connaît pas cette adresse');
    const lifted = await visitor.post(href('liftStop'), { courriel: anne.email });
    expect([lifted.status, lifted.headers.get('location')]).toEqual([303, `${path}&dit=reprise`]);
    expect(await trouble()).toBeNull();
    const lines = await database.asViewer(anne.id, (tx) => looksAt(tx, anne.id));
    expect(lines.map(({ action }) => action)).toEqual(['mail_stop_lifted', 'mail_history']);
    const hers = words(mainOf(await (await (await site.as(anne)).get(href('looks'))).text()));
    expect(hers).toContain('L’équipe a regardé quels courriels vous ont été envoyés.');
  });

  test('an unknown address, a half one and a wicked one', async () => {
    const visitor = await admin();
    const look = async (courriel: string) =>
      words(mainOf(await (await visitor.get(href('adminMail', {}, { courriel }))).text()));
    expect(await look('personne@exemple.fr')).toContain('Aucun compte n’a cette adresse.');
    expect(await look('pas-une-adresse')).toContain('Cette adresse ne semble pas complète');
    expect(await look('a\0@b.fr')).toContain('ne peut pas être gardé');
    expect((await visitor.post(href('liftStop'), { courriel: 'x' })).status).toBe(422);
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
