/** What admins find, read, close and give of members' accounts, and that no look is silent (U17, K11, G14). */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hashPassword } from '~/auth/passwords';
import { href, places, rowOf } from '~/urls';
import type { Member } from '../support/cast';
import { mailboxOf } from '../support/mailbox';
import { type Visitor, visitor } from '../support/server';
import { faultsShown, mainOf, openSite, words } from '../support/site';
import { readStream } from '../support/stream-reader';

const site = openSite();
const post = mailboxOf(site);
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

const pageOf = ({ id }: Member) => href('staffMember', { membre: id });
const act = (member: Member, form: Record<string, string>, by = asAdmin) => by.post(pageOf(member), form);
const text = async (visitor: Visitor, path: string) => words(mainOf(await (await visitor.get(path)).text()));
const looksOf = async ({ id }: Member) => {
  const rows = await site.cast.sql<{ action: string }[]>`
    select action from audit_log where subject_id = ${id} order by id`;
  return rows.map(({ action }) => action);
};
const roleOf = async ({ id }: Member) => {
  const [row] = await site.cast.sql<{ role: string }[]>`select app_role as role from profiles where id = ${id}`;
  return row?.role;
};

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

describe('a suspension', () => {
  test('closes every session and stream within five seconds; her session says why and takes her answer', async () => {
    const { id: salon } = await site.cast.salon(anne);
    const cookie = await site.cast.session(anne);
    const reader = await readStream(site.origin, salon, { cookie });
    const started = Date.now();
    const answer = await act(anne, { action: 'suspendre', motif: 'Demandes d’argent répétées', jours: '7' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${pageOf(anne)}?dit=compte-suspendu`]);
    await expect.poll(() => reader.text()).toContain('event: fin');
    expect(Date.now() - started).toBeLessThan(5_000);
    reader.close();
    const [count] = await site.cast.sql`select count(*)::int as n from auth.sessions where user_id = ${anne.id}`;
    expect(count?.n).toBe(0);

    expect(await post.templates(anne.email)).toEqual(['moderationDecision']);
    const letter = await post.last(anne.email, 'moderationDecision');
    expect([letter.reason, letter.path, letter.decision]).toEqual([
      'Demandes d’argent répétées',
      href('suspension'),
      expect.stringMatching(/^Votre compte est suspendu jusqu’au /),
    ]);

    const again = await site.as(anne);
    for (const path of [href('home'), href('salon', { salon }), href('salonStream', { salon }), href('courses')]) {
      expect([path, (await again.get(path)).headers.get('location')]).toEqual([path, href('suspension')]);
    }
    expect((await again.post(href('messages', { salon }), { texte: 'Bonjour' })).headers.get('location')).toBe(
      '/suspension',
    );
    const page = await text(again, href('suspension'));
    expect(page).toMatch(/suspendu votre compte jusqu’au .*Demandes d’argent répétées/);
    expect((await again.post(href('suspension'), { texte: ' ' })).status).toBe(422);
    expect((await again.post(href('suspension'), { texte: 'C’était pour rire.' })).status).toBe(303);
    expect(await text(asAdmin, pageOf(anne))).toContain('C’était pour rire.');

    await act(anne, { action: 'lever' });
    expect((await again.get(href('salon', { salon }))).status).toBe(200);
    expect(await looksOf(anne)).toEqual(['suspended', 'account_opened', 'suspension_lifted']);
  });

  test('for a while leaves her salons hers; without an end they pass to her moderator (D33)', async () => {
    const [keeper, salon] = [await site.cast.member('Gardienne'), (await site.cast.salon(anne)).id];
    await site.cast.join(keeper, salon, 'moderator');
    const owner = async () => (await site.cast.sql`select owner_id from salons where id = ${salon}`)[0]?.owner_id;
    await act(anne, { action: 'suspendre', motif: 'Une raison', jours: '30' });
    expect(await owner()).toBe(anne.id);
    await act(anne, { action: 'suspendre', motif: 'Une raison', jours: '' });
    expect(await owner()).toBe(keeper.id);
    const roles = await site.cast.sql`select role from salon_members where salon_id = ${salon} order by role`;
    expect(roles.map(({ role }) => role)).toEqual(['member', 'owner']);
    expect(await text(await site.as(keeper), href('notices'))).toContain('Vous êtes maintenant propriétaire du salon');
    await act(anne, { action: 'lever' });
  });

  test('is met by who signs in with the right password, and ends by itself', async () => {
    await site.cast.sql`
      update auth.users set password_hash = ${await hashPassword('noisette-parapluie-bleu')} where id = ${anne.id}`;
    await act(anne, { action: 'suspendre', motif: 'Une raison', jours: '' });
    const her = visitor(site.origin);
    const form = { courriel: anne.email, mot_de_passe: 'noisette-parapluie-bleu' };
    const landed = await her.post(href('signIn'), form);
    expect(landed.status).toBe(303);
    expect((await her.get(href('home'))).headers.get('location')).toBe(href('suspension'));
    expect(await text(her, href('suspension'))).toContain('jusqu’à ce qu’elle le rouvre');
    await site.cast.sql`
      update auth.suspensions set started_at = now() - interval '2 days', ends_at = now() - interval '1 second'
      where user_id = ${anne.id}`;
    expect((await her.get(href('home'))).status).toBe(200);
    await act(anne, { action: 'suspendre', motif: 'Une autre fois', jours: '1' });
    expect((await (await site.as(anne)).get(href('home'))).headers.get('location')).toBe(href('suspension'));
  });

  test('needs a reason and a length, and is not for the team', async () => {
    const refused = await act(anne, { action: 'suspendre', motif: ' ', jours: '365' });
    expect(refused.status).toBe(422);
    expect(Object.keys(faultsShown(await refused.text()).fields).sort()).toEqual(['jours', 'motif']);
    const author = await site.cast.member('Aude', { role: 'author' });
    expect((await act(author, { action: 'suspendre', motif: 'Une raison', jours: '1' })).status).toBe(422);
    expect((await act(admin, { action: 'suspendre', motif: 'Une raison', jours: '1' })).status).toBe(422);
  });
});

describe('roles (G14)', () => {
  test('are given and taken back, each told to the member', async () => {
    for (const role of ['moderator', 'author', 'admin', 'member']) {
      expect((await act(anne, { action: 'role', role })).status).toBe(303);
      expect(await roleOf(anne)).toBe(role);
    }
    expect((await act(anne, { action: 'role', role: 'roi' })).status).toBe(422);
    expect(await looksOf(anne)).toEqual(
      expect.arrayContaining(['role_moderator', 'role_given', 'role_admin', 'role_taken']),
    );
  });

  test('of two admins who take each other’s back at once, one stays', async () => {
    const others = [
      await site.cast.member('Un', { role: 'admin', proven: true }),
      await site.cast.member('Deux', { role: 'admin', proven: true }),
    ];
    const [one = admin, two = admin] = others;
    const [asOne, asTwo] = [await site.as(one), await site.as(two)];
    await Promise.all([
      act(two, { action: 'role', role: 'member' }, asOne),
      act(one, { action: 'role', role: 'member' }, asTwo),
    ]);
    expect([await roleOf(one), await roleOf(two)].sort()).toEqual(['admin', 'member']);
    expect((await act(admin, { action: 'role', role: 'member' })).status).toBe(422);
    expect(await roleOf(admin)).toBe('admin');
  });

  test('are not given to an address that nobody has confirmed, nor to a suspended account', async () => {
    const unconfirmed = await site.cast.member('Ursule', { confirmed: false });
    expect((await act(unconfirmed, { action: 'role', role: 'moderator' })).status).toBe(422);
    await act(anne, { action: 'suspendre', motif: 'Une raison', jours: '1' });
    expect((await act(anne, { action: 'role', role: 'admin' })).status).toBe(422);
    expect(await roleOf(anne)).toBe('member');
  });
});
