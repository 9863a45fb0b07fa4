/** What admins close and give of members' accounts: suspensions, and roles (G14, D33, U17). */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hashPassword } from '~/auth/passwords';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { mailboxOf } from '../support/mailbox';
import { type Visitor, visitor } from '../support/server';
import { faultsShown, openSite } from '../support/site';
import { pageOf, staffOf, text } from '../support/staff';
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
const { act, looksOf } = staffOf(site, () => asAdmin);
const roleOf = async ({ id }: Member) => {
  const [row] = await site.cast.sql<{ role: string }[]>`select app_role as role from profiles where id = ${id}`;
  return row?.role;
};

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
