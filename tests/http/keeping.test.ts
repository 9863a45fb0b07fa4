/** Keeping a salon: settings, roles, hand-over, removal, bans, share code, archive and deletion (D33–D35, D39, R06, R07, C-22). */
import { beforeEach, describe, expect, test } from 'vitest';
import { deleteDueSalons } from '~/salons/queries/keeping';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { faultsShown, filledIn, mainOf, openSite, words } from '../support/site';
import { eventually, readStream } from '../support/stream-reader';

const site = openSite();
let owner: Member;
let moderator: Member;
let member: Member;
let salon: string;
let code: string;
beforeEach(async () => {
  owner = await site.cast.member('Odile');
  moderator = await site.cast.member('Maurice');
  member = await site.cast.member('Mireille');
  ({ id: salon, code } = await site.cast.salon(owner, { name: 'Jardin au balcon', visibility: 'prive' }));
  await site.cast.join(moderator, salon, 'moderator');
  await site.cast.join(member, salon);
});

const post = async (who: Member, path: string, form: Record<string, string> = {}) =>
  (await site.as(who)).post(path, form);
const rule = (who: Member, whom: Member, action: string) =>
  post(who, href('salonMember', { salon, membre: whom.id }), { action });
const rolesOf = async () => {
  const rows = await site.cast.sql<{ name: string; role: string }[]>`
    select p.full_name as name, m.role from salon_members m join profiles p on p.id = m.user_id where m.salon_id = ${salon}`;
  return Object.fromEntries(rows.map(({ name, role }) => [name, role]));
};
const FORM = {
  ...{ nom: 'Jardin du toit', description: 'Plus haut', categorie: 'jardin', ville: 'Lyon' },
  ...{ couleur: '#5C940D', visibilite: 'public' },
};

describe('settings', () => {
  test('are changed by the owner, and nothing else by more fields (R06)', async () => {
    const forged = { ...FORM, owner_id: member.id, share_code: 'AAAAAAAA', member_count: '99' };
    const answer = await post(owner, href('salonSettings', { salon }), forged);
    expect(answer.headers.get('Location')).toBe(href('salonSettings', { salon }, { dit: 'salon-change' }));
    const [row] = await site.cast.sql`
      select name, city, visibility, color_theme, owner_id, share_code, member_count from salons where id = ${salon}`;
    expect(row).toEqual({
      ...{ name: 'Jardin du toit', city: 'Lyon', visibility: 'public', color_theme: '#5C940D' },
      ...{ owner_id: owner.id, share_code: code, member_count: 3 },
    });
  });

  test('tell each since when she has her role', async () => {
    const place = async () =>
      words(mainOf(await (await (await site.as(member)).get(href('salonSettings', { salon }))).text()));
    expect(await place()).toContain('Membre du salon. Vous en faites partie depuis le');
    await rule(owner, member, 'moderateur');
    expect(await place()).toMatch(/Vous modérez ce salon depuis le \w+ .* Vous en faites partie depuis le/);
  });

  test('refused, they come back as typed', async () => {
    const answer = await post(owner, href('salonSettings', { salon }), { ...FORM, nom: 'a', description: 'Gardée' });
    const html = await answer.text();
    expect([answer.status, Object.keys(faultsShown(html).fields)]).toEqual([422, ['nom']]);
    expect(filledIn(html, 'description')).toBe('Gardée');
  });

  test('tell a member her place and change nothing by her hand', async () => {
    const page = words(mainOf(await (await (await site.as(member)).get(href('salonSettings', { salon }))).text()));
    expect(page).toContain('Membre du salon. Vous en faites partie depuis');
    expect(page).not.toContain('Enregistrer');
    for (const who of [moderator, member]) {
      expect((await post(who, href('salonSettings', { salon }), FORM)).status).toBe(403);
      expect((await post(who, href('shareCode', { salon }))).status).toBe(403);
      expect((await post(who, href('salonDeletion', { salon }), { nom: 'Jardin au balcon' })).status).toBe(403);
    }
  });

  test('archive and open again (D35)', async () => {
    await post(owner, href('salonSettings', { salon }), { actif: 'non' });
    expect((await post(member, href('messages', { salon }), { texte: 'Encore là' })).status).toBe(422);
    await post(owner, href('salonSettings', { salon }), { actif: 'oui' });
    expect((await post(member, href('messages', { salon }), { texte: 'Encore là' })).status).toBe(303);
  });

  test('a new code opens, and the old one nothing (D34)', async () => {
    await post(owner, href('shareCode', { salon }));
    const stranger = await site.cast.member('Simone');
    expect((await post(stranger, href('joinByCode'), { code })).status).toBe(422);
    const [row] = await site.cast.sql<{ code: string }[]>`select share_code as code from salons where id = ${salon}`;
    expect((await post(stranger, href('joinByCode'), { code: row?.code ?? '' })).status).toBe(303);
  });
});

describe('roles (D39)', () => {
  test('are given by the owner alone', async () => {
    expect((await rule(moderator, member, 'moderateur')).status).toBe(403);
    expect((await rule(owner, member, 'moderateur')).status).toBe(303);
    expect((await rule(owner, moderator, 'membre')).status).toBe(303);
    expect(await rolesOf()).toEqual({ Odile: 'owner', Maurice: 'member', Mireille: 'moderator' });
    expect((await rule(owner, owner, 'membre')).status).toBe(403);
    expect((await rule(owner, member, 'reine')).status).toBe(422);
  });

  test('the salon is handed over once, whichever of two windows came first (D33)', async () => {
    const answers = await Promise.all([rule(owner, moderator, 'proprietaire'), rule(owner, member, 'proprietaire')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 403]);
    const roles = Object.values(await rolesOf()).filter((role) => role === 'owner');
    const [row] = await site.cast.sql`
      select s.owner_id = m.user_id as same from salons s join salon_members m on m.salon_id = s.id and m.role = 'owner'
      where s.id = ${salon}`;
    expect([roles, row]).toEqual([['owner'], { same: true }]);
  });

  test('two owners who hand each other their salons do not wait for each other', async () => {
    const { id: other } = await site.cast.salon(member);
    await site.cast.join(owner, other);
    const there = post(member, href('salonMember', { salon: other, membre: owner.id }), { action: 'proprietaire' });
    const answers = await Promise.all([rule(owner, member, 'proprietaire'), there]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  });

  test('a free member who keeps one salon is not handed another (G17)', async () => {
    const free = await site.cast.member('Paul', { plan: 'freemium' });
    await site.cast.salon(free);
    await site.cast.join(free, salon);
    const answer = await rule(owner, free, 'proprietaire');
    expect(answer.headers.get('Location')).toContain('dit=confie-refuse');
    expect((await rolesOf()).Odile).toBe('owner');
  });
});

describe('out of the salon', () => {
  test('a removed member hears nothing more, and may come back', async () => {
    const reader = await readStream(site.origin, salon, { cookie: await site.cast.session(member) });
    expect((await rule(moderator, member, 'retirer')).status).toBe(303);
    await eventually(() => reader.named('fin').length, 'the end').toBe(1);
    expect((await (await site.as(member)).get(href('salon', { salon }))).status).toBe(404);
    expect((await post(member, href('joinByCode'), { code })).status).toBe(303);
  });

  test('moderators remove members only, and nobody herself or a stranger', async () => {
    const stranger = await site.cast.member('Simone');
    expect((await rule(moderator, owner, 'retirer')).status).toBe(403);
    expect((await rule(moderator, moderator, 'retirer')).status).toBe(403);
    expect((await rule(member, moderator, 'retirer')).status).toBe(403);
    expect((await rule(owner, stranger, 'retirer')).status).toBe(404);
    expect((await rule(stranger, member, 'retirer')).status).toBe(404);
  });

  test('a banned member does not come back by any way until the ban is lifted (C-22)', async () => {
    const bans = href('salonBans', { salon });
    expect((await post(moderator, bans, { membre: member.id, motif: '' })).status).toBe(422);
    expect((await post(moderator, bans, { membre: member.id, motif: 'Des mots blessants' })).status).toBe(303);
    expect(await rolesOf()).toEqual({ Odile: 'owner', Maurice: 'moderator' });
    await site.cast.sql`update salons set visibility = 'public' where id = ${salon}`;
    const refused = await post(member, href('joinByCode'), { code });
    expect([refused.status, words(await refused.text())]).toEqual([422, expect.stringContaining('ne souhaite plus')]);
    expect((await post(member, href('salonMembership', { salon }))).headers.get('Location')).toContain('dit=exclu');
    const page = words(mainOf(await (await (await site.as(owner)).get(bans)).text()));
    expect(page).toContain('Mireille');
    expect(page).toContain('Des mots blessants');
    expect((await (await site.as(member)).get(bans)).status).toBe(404);
    await post(owner, bans, { lever: member.id });
    expect((await post(member, href('joinByCode'), { code })).status).toBe(303);
  });

  test('ten joins at once with a ban among them leave no banned member inside', async () => {
    const stranger = await site.cast.member('Simone');
    await site.cast.join(stranger, salon);
    const joins = Array.from({ length: 10 }, () => post(stranger, href('joinByCode'), { code }));
    const ban = post(owner, href('salonBans', { salon }), { membre: stranger.id, motif: 'Des mots blessants' });
    await Promise.all([...joins, ban]);
    expect(await rolesOf()).not.toHaveProperty('Simone');
  });
});

describe('deletion (R07)', () => {
  const ask = (nom: string) => post(owner, href('salonDeletion', { salon }), { nom });
  const stands = async () => (await site.cast.sql`select from salons where id = ${salon}`).length === 1;
  const night = () => site.cast.sql.begin((tx) => deleteDueSalons(tx as never));

  test('asks for the name, closes at once, and tells the members the day', async () => {
    expect((await ask('Jardin')).status).toBe(422);
    expect((await ask(' jardin au  BALCON ')).status).toBe(303);
    expect((await post(member, href('messages', { salon }), { texte: 'Non !' })).status).toBe(422);
    const room = words(mainOf(await (await (await site.as(member)).get(href('salon', { salon }))).text()));
    expect(room).toContain('Ce salon est fermé et disparaîtra le');
    const reopened = await post(owner, href('salonSettings', { salon }), { actif: 'oui' });
    expect(reopened.headers.get('Location')).toBe(href('salonDeletion', { salon }));
    expect((await post(member, href('messages', { salon }), { texte: 'Non !' })).status).toBe(422);
    await night();
    expect(await stands()).toBe(true);
  });

  test('is called off by one button', async () => {
    await ask('Jardin au balcon');
    await post(owner, href('salonDeletion', { salon }), { annuler: 'on' });
    expect((await post(member, href('messages', { salon }), { texte: 'Ouf' })).status).toBe(303);
  });

  test('happens after thirty days, with all that stood there (D43)', async () => {
    await post(member, href('messages', { salon }), { texte: 'Un dernier mot' });
    await ask('Jardin au balcon');
    await site.cast.sql`update salons set delete_at = now() - interval '1 minute' where id = ${salon}`;
    await night();
    expect(await stands()).toBe(false);
    expect(await site.cast.sql`select from chat_messages where salon_id = ${salon}`).toHaveLength(0);
    const [row] = await site.cast.sql`select salons_created as count from profiles where id = ${owner.id}`;
    expect(row).toEqual({ count: 0 });
  });
});
