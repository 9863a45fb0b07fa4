/** Which letters a member gets: by one click in a letter, and on her page (C-14, C-15, C-16, M08). */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '~/db';
import { unsubscribeToken } from '~/mailer/unsubscribe';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { letterChoicesOf, reader } from '../support/letter-choices';
import { until } from '../support/mailroom';
import { mainOf, openSite, words } from '../support/site';

const site = openSite();
let database: Database;
let anne: Member;
beforeAll(() => {
  database = openDatabase(site.url);
  return () => database.close();
});
beforeEach(async () => {
  anne = await reader(site);
});
const { wanted, queue, stateOf } = letterChoicesOf(site, () => ({ database, anne }));

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
