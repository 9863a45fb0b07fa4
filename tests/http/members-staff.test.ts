/** What admins find and read of members' accounts, and that no look is silent (U17, K11). */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { href, places, rowOf } from '~/urls';
import type { Member } from '../support/cast';
import type { Visitor } from '../support/server';
import { mainOf, openSite } from '../support/site';
import { pageOf, staffOf, text } from '../support/staff';

const site = openSite();
let admin: Member;
let asAdmin: Visitor;
let anne: Member;

beforeAll(async () => {
  admin = await site.cast.member('Odile Roche', { role: 'admin', proven: true });
  asAdmin = await site.as(admin);
});
beforeEach(async () => {
  anne = await site.cast.member('Anne Zweig', { plan: 'annuel' });
});
const { act, looksOf } = staffOf(site, () => asAdmin);

describe('finding', () => {
  test('by letters of a name leaves no line and shows no address; by the whole address it does', async () => {
    const found = await text(asAdmin, href('staffMembers', {}, { q: 'zwei' }));
    expect(found).toContain('Anne Zweig');
    expect(found).not.toContain('@');
    expect(await looksOf(anne)).toEqual([]);
    expect(await text(asAdmin, href('staffMembers', {}, { q: anne.email.toUpperCase() }))).toContain('Anne Zweig');
    expect(await looksOf(anne)).toEqual(['address_looked_up']);
  });

  test('filters combine, and pages go on', async () => {
    const author = await site.cast.member('Anne Zwicky', { role: 'author' });
    await site.cast
      .sql`insert into reports (reporter_id, reported_id, reason) values (${anne.id}, ${author.id}, 'Voilà')`;
    const names = async (query: Record<string, string>) => text(asAdmin, href('staffMembers', {}, query));
    expect(await names({ q: 'anne zw', role: 'author', etat: 'signale' })).toContain('Anne Zwicky');
    expect(await names({ q: 'anne zw', role: 'author', etat: 'suspendu' })).toContain('Personne ne correspond');
    for (const n of Array.from({ length: 41 }, (_, n) => n)) await site.cast.member(`Yvxa ${100 + n}`);
    const first = await (await asAdmin.get(href('staffMembers', {}, { q: 'yvxa' }))).text();
    const next = /href="([^"]*apres=[^"]*)"/.exec(mainOf(first))?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect([first.includes('Yvxa 139'), first.includes('Yvxa 140')]).toEqual([true, false]);
    expect(await text(asAdmin, next)).toContain('Yvxa 140');
  });

  test.each(['q=%00', `q=${'a'.repeat(3_000)}`, 'apres=x:y', 'role=roi&etat=autre'])(
    'makes sense of ?%s',
    async (query) => {
      expect((await asAdmin.get(`${href('staffMembers')}?${query}`)).status).toBe(200);
    },
  );
});

describe('an account', () => {
  test('shows plan, address, devices, letters and reports, and is written into the member’s own page', async () => {
    await site.cast.session(anne);
    await site.cast.sql`update auth.sessions set device = 'Téléphone de poche' where user_id = ${anne.id}`;
    await site.cast
      .sql`insert into reports (reporter_id, reported_id, reason) values (${admin.id}, ${anne.id}, 'Insultes')`;
    const page = await text(asAdmin, pageOf(anne));
    for (const part of [anne.email, 'Annuelle', 'Téléphone de poche', 'Insultes']) expect(page).toContain(part);
    const hers = await text(await site.as(anne), href('looks'));
    expect(hers).toContain('L’équipe a ouvert votre compte');
    expect(hers).not.toContain('Odile');
    expect(await text(await site.as(anne), href('myData'))).toContain('Qui a regardé mes données');
  });

  test('is there for proven admins alone, and found from the team’s page', async () => {
    for (const role of ['author', 'moderator', 'member']) {
      const other = await site.as(await site.cast.member('Autre', { role, proven: true }));
      expect([role, (await other.get(pageOf(anne))).status]).toEqual([role, 404]);
      expect([role, (await act(anne, { action: 'suspendre', motif: 'Voilà', jours: '1' }, other)).status]).toEqual([
        role,
        404,
      ]);
    }
    expect(await (await asAdmin.get(href('admin'))).text()).toContain(`href="${href('staffMembers')}"`);
    expect((await asAdmin.get(pageOf({ ...anne, id: crypto.randomUUID() }))).status).toBe(404);
    expect((await act(anne, { action: 'autre' })).status).toBe(422);
  });

  test('no page of the team shows anything private of a member without a line in her journal', async () => {
    await site.cast
      .sql`update profiles set stripe_customer_id = 'cus_secret', postal_code = '48999' where id = ${anne.id}`;
    await site.cast.session(anne);
    await site.cast.sql`update auth.sessions set device = 'Appareil secret' where user_id = ${anne.id}`;
    await site.cast
      .sql`insert into reports (reporter_id, reported_id, reason) values (${admin.id}, ${anne.id}, 'Motif secret')`;
    await site.cast
      .sql`insert into outbox (template, props, user_id) values ('welcome', '{"name":"Anne"}', ${anne.id})`;
    await site.cast.sql`
      insert into stripe_customers (id, user_id, livemode) values (${`cus_${anne.id}`}, ${anne.id}, false)`;
    await site.cast.sql`
      insert into invoices (id, number, customer_id, user_id, livemode, status, currency, total_cents, paid_cents, created_at,
        dispute)
      values (${`in_${anne.id}`}, 'F-SECRET', ${`cus_${anne.id}`}, ${anne.id}, false, 'paid', 'eur', 4700, 4700, now(),
        'lost')`;
    const secrets = [anne.email, 'F-SECRET', 'cus_secret', '48999', 'Appareil secret', 'Motif secret'];
    const staff = places.filter((place) => /admin/.test(rowOf(place).get ?? ''));
    const silent: string[] = [];
    let told = 0;
    for (const place of staff) {
      const path = rowOf(place).pattern.replace(':membre', anne.id).replace(/:\w+/g, 'x');
      // Each way in by which a page may be asked about her.
      for (const query of ['', `?q=${anne.email}`, `?courriel=${anne.email}`, '?q=anne', '?etat=signale']) {
        const before = (await looksOf(anne)).length;
        const html = await (await asAdmin.get(path + query)).text();
        // What was asked for stands in the field again.
        const shown = mainOf(html)
          .replace(/<input[^>]*>/g, '')
          .replace(/\?[^"]*"/g, '"');
        const isTold = (await looksOf(anne)).length > before;
        if (isTold) told += 1;
        if (!isTold && secrets.some((secret) => shown.includes(secret))) silent.push(path + query);
      }
    }
    expect(silent).toEqual([]);
    expect(told).toBeGreaterThan(5);
  });
});

describe('the list of who looked (K11)', () => {
  test('says who, with which role, did what to whom; is searched by either name; and goes on', async () => {
    const paul = await site.cast.member('Paul Éluard', { role: 'moderator' });
    await asAdmin.get(pageOf(anne));
    await site.cast.sql`
      insert into audit_log (actor_id, subject_id, action, actor_role) values (${paul.id}, ${anne.id}, 'moderated', 'moderator')`;
    const list = (query: Record<string, string> = {}) => text(asAdmin, href('staffLooks', {}, query));
    expect(await list()).toMatch(/Paul Éluard.*Modère les salons.*A décidé d’un signalement.*Anne Zweig/s);
    const found = await list({ q: 'eluard' });
    expect([found.includes('A décidé d’un signalement'), found.includes('A ouvert le compte')]).toEqual([true, false]);
    expect(await list({ q: 'personne de ce nom' })).toContain('Rien ne correspond');
    await site.cast.sql`
      insert into audit_log (actor_id, subject_id, action, actor_role)
      select ${admin.id}, ${anne.id}, 'mail_history', 'admin' from generate_series(1, 60)`;
    const first = await (await asAdmin.get(href('staffLooks', {}, { q: 'zweig' }))).text();
    const next = /href="([^"]*avant=[^"]*)"/.exec(mainOf(first))?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect([first.includes('A décidé d’un'), (await text(asAdmin, next)).includes('A décidé d’un')]).toEqual([
      false,
      true,
    ]);
    // She reads the same, with the role and without the name.
    const hers = await text(await site.as(anne), href('looks'));
    expect(hers).toContain('une personne qui administre le site');
    expect(hers).not.toContain('Odile');
    expect((await (await site.as(anne)).get(href('staffLooks'))).status).toBe(404);
  });

  test.each(['q=%00', `q=${'a'.repeat(3_000)}`, 'avant=x', 'avant=-1'])('is read with %s', async (query) => {
    expect((await asAdmin.get(`${href('staffLooks')}?${query}`)).status).toBe(200);
  });
});
