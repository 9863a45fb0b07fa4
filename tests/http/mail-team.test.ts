/** What the team sees of a member's letters, and that she can read that it looked (C-03, M09, U17). */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { looksAt } from '~/admin/queries';
import { type Database, openDatabase } from '~/db';
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
const { trouble, queue, stateOf } = letterChoicesOf(site, () => ({ database, anne }));

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
