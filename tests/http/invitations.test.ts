/** Invitations by letter, and what stands behind a link for a stranger (F09, G03, D34, D37, D43, C-22). */
import { beforeEach, describe, expect, test } from 'vitest';
import { forgetOldInvitations } from '~/salons/queries/invitations';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { mailboxOf } from '../support/mailbox';
import { startServer, type Visitor } from '../support/server';
import { faultsShown, filledIn, holding, mainOf, openSite, unescaped, withoutTokens, words } from '../support/site';

const site = openSite({ TRUST_PROXY: '1' });
const mail = mailboxOf(site);
let made = 0;
const address = () => `invitee${++made}@exemple.fr`;
let monique: Member;
let salon: string;
let code: string;
beforeEach(async () => {
  monique = await site.cast.member('Monique Berger');
  ({ id: salon, code } = await site.cast.salon(monique, { name: 'Jardin au balcon', visibility: 'prive' }));
});

const invite = async (courriel: string, more: Record<string, string> = {}, who = monique) =>
  (await site.as(who)).post(href('salonInvitations', { salon }), { courriel, ...more });
const linkTo = async (courriel: string) => (await mail.last(courriel, 'invitation')).path;
const rule = async (action: string, who = monique) => {
  const [row] = await site.cast.sql<{ id: string }[]>`select id from salon_invitations where salon_id = ${salon}`;
  return (await site.as(who)).post(href('salonInvitation', { salon, invitation: row?.id ?? '' }), { action });
};
const page = async (visitor: Visitor, path: string) => {
  const answer = await visitor.get(path);
  return { status: answer.status, html: await answer.text() };
};
const sentPage = async () =>
  words(mainOf((await page(await site.as(monique), href('salonInvitations', { salon }))).html));
const isIn = async ({ id }: Member) =>
  (await site.cast.sql`select from salon_members where salon_id = ${salon} and user_id = ${id}`).length === 1;

describe('a letter', () => {
  test('names the inviter and the salon; its link brings one person in, once (F09)', async () => {
    const courriel = address();
    const answer = await invite(courriel);
    expect(answer.headers.get('location')).toBe(href('salonInvitations', { salon }, { dit: 'invitation-partie' }));
    const letter = await mail.last(courriel, 'invitation');
    expect(letter).toMatchObject({
      inviter: 'Monique Berger',
      salon: 'Jardin au balcon',
      description: null,
      people: 1,
    });
    expect(letter.path).toMatch(/^\/invitation\/[\w-]{43}$/);
    const days = (Date.parse(letter.until) - Date.now()) / 86_400_000;
    expect([days > 6.99, days < 7.01]).toEqual([true, true]);
    expect(await sentPage()).toContain(`${courriel}En attente jusqu’au`);

    const guest = words((await page(site.stranger(), letter.path)).html);
    expect(guest).toContain('Monique Berger vous invite dans un salon d’Aurora50');
    expect(guest).toContain('1 membre');
    expect(guest).toContain('Un compte ne coûte rien');

    const [paul, zoe] = [await site.cast.member('Paul'), await site.cast.member('Zoé')];
    const joined = await (await site.as(paul)).post(letter.path, {});
    expect(joined.headers.get('location')).toContain(href('salon', { salon }, { dit: 'rejoint' }));
    expect((await (await site.as(zoe)).post(letter.path, {})).status).toBe(404);
    expect([await isIn(paul), await isIn(zoe)]).toEqual([true, false]);
    expect(await sentPage()).toContain(`${courriel}Acceptée le`);
    // Pressed again by who is in: the same room.
    expect((await (await site.as(paul)).post(letter.path, {})).status).toBe(303);
  });

  test('is also a notice for who has an account at this address, and for nobody else', async () => {
    const paul = await site.cast.member('Paul');
    await invite(paul.email);
    const notices = words(mainOf((await page(await site.as(paul), href('notices'))).html));
    expect(notices).toContain('Monique Berger');
    expect(await site.cast.sql`select user_id, leads_to from notices where kind = 'invitation'`).toEqual([
      { user_id: paul.id, leads_to: await linkTo(paul.email) },
    ]);
  });

  test('for several people counts them', async () => {
    const courriel = address();
    await invite(courriel, { personnes: '2' });
    const link = await linkTo(courriel);
    const people = await Promise.all(['Paul', 'Zoé', 'Luc'].map((name) => site.cast.member(name)));
    const statuses: number[] = [];
    for (const each of people) statuses.push((await (await site.as(each)).post(link, {})).status);
    expect(statuses).toEqual([303, 303, 404]);
    expect(await sentPage()).toContain('2 personnes entrées sur 2');
  });

  test('is one for the same form, and for who is still waiting', async () => {
    const courriel = address();
    await invite(courriel, { cle: 'abc' });
    await invite(courriel, { cle: 'abc' });
    expect(await mail.templates(courriel)).toEqual(['invitation']);
    const first = await linkTo(courriel);
    await invite(courriel, { cle: 'def' });
    const second = await linkTo(courriel);
    expect([first === second, (await page(site.stranger(), first)).status]).toEqual([false, 404]);
    expect((await page(site.stranger(), second)).status).toBe(200);
    expect(await site.cast.sql`select from salon_invitations where salon_id = ${salon}`).toHaveLength(1);
  });

  test('a wrong address comes back as typed, and more fields change nothing', async () => {
    const answer = await invite('anne@', { personnes: '5' });
    const html = await answer.text();
    expect([answer.status, Object.keys(faultsShown(html).fields), filledIn(html, 'courriel')]).toEqual([
      ...[422, ['courriel'], 'anne@'],
    ]);
    await invite(address(), { personnes: '900', role: 'owner', expires_at: '2099-01-01', uses: '-5' });
    const [row] = await site.cast.sql`select max_uses, uses, role, expires_at < now() + interval '8 days' as soon
      from salon_invitations where salon_id = ${salon}`;
    expect(row).toEqual({ max_uses: 1, uses: 0, role: 'member', soon: true });
  });

  test('goes out for whoever is in the salon, with a confirmed address, as long as it is open', async () => {
    const [member, outsider] = [await site.cast.member('Paul'), await site.cast.member('Luc')];
    const unconfirmed = await site.cast.member('Ursule', { confirmed: false });
    for (const each of [member, unconfirmed]) await site.cast.join(each, salon);
    expect((await invite(address(), {}, member)).status).toBe(303);
    expect((await invite(address(), {}, outsider)).status).toBe(404);
    expect((await invite('', {}, outsider)).status).toBe(404);
    expect((await invite(address(), {}, unconfirmed)).status).toBe(422);
    await site.cast.sql`update salons set is_active = false where id = ${salon}`;
    expect((await invite(address(), {}, member)).status).toBe(422);
  });

  test('does not leave for whom the inviter or the salon is closed, and nobody is told (C-22)', async () => {
    const [blocker, banned] = [await site.cast.member('Berthe'), await site.cast.member('Basile')];
    await site.cast.sql`insert into blocks (blocker_id, blocked_id) values (${blocker.id}, ${monique.id})`;
    await site.cast.sql`insert into salon_bans (salon_id, user_id, reason) values (${salon}, ${banned.id}, 'Insultes')`;
    for (const { email } of [blocker, banned]) {
      expect((await invite(email)).status).toBe(303);
      expect(await mail.templates(email)).toEqual([]);
      expect(await site.cast.sql`select from notices where salon_id = ${salon}`).toEqual([]);
      expect(await sentPage()).toContain(`${email}En attente`);
    }
  });

  test('three a day to one mailbox, twenty a day from one member, five in her first days (K04)', async () => {
    const courriel = address();
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await invite(address())).status);
    const refused = await invite(address());
    expect(faultsShown(await refused.text()).summary.join()).toContain(
      'Pendant vos 7 premiers jours, vous pouvez envoyer',
    );
    await site.cast.sql`update auth.users set created_at = now() - interval '8 days' where id = ${monique.id}`;
    for (let n = 0; n < 4; n += 1) statuses.push((await invite(courriel)).status);
    for (let n = 0; n < 13; n += 1) statuses.push((await invite(address())).status);
    expect(statuses).toEqual([...Array(5).fill(303), 303, 303, 303, 422, ...Array(12).fill(303), 422]);
  });
});

describe('the inviter', () => {
  test('sends again: a new link for seven days, and the old one is dead', async () => {
    const courriel = address();
    await invite(courriel);
    const first = await linkTo(courriel);
    await site.cast.sql`update salon_invitations set expires_at = now() - interval '1 hour' where salon_id = ${salon}`;
    expect(await sentPage()).toContain('Sans réponse');
    expect((await rule('renvoyer')).headers.get('location')).toContain('dit=invitation-renvoyee');
    const second = await linkTo(courriel);
    expect((await page(site.stranger(), first)).status).toBe(404);
    expect((await page(site.stranger(), second)).status).toBe(200);
  });

  test('withdraws, and alone may do either', async () => {
    const courriel = address();
    await invite(courriel);
    const moderator = await site.cast.member('Maurice');
    await site.cast.join(moderator, salon, 'moderator');
    for (const act of ['retirer', 'renvoyer']) expect((await rule(act, moderator)).status).toBe(404);
    expect(words((await page(await site.as(moderator), href('salonInvitations', { salon }))).html)).not.toContain(
      courriel,
    );
    expect((await rule('brûler')).status).toBe(422);
    expect((await rule('retirer')).status).toBe(303);
    expect(await sentPage()).toContain('Retirée par vous');
    expect((await page(site.stranger(), await linkTo(courriel))).status).toBe(404);
    expect((await rule('renvoyer')).status).toBe(404);
  });

  test('what is old is forgotten thirty days later', async () => {
    await invite(address());
    const left = async () => (await site.cast.sql`select from salon_invitations where salon_id = ${salon}`).length;
    await site.cast.sql`update salon_invitations set expires_at = now() - interval '29 days' where salon_id = ${salon}`;
    await forgetOldInvitations(site.cast.sql as never);
    expect(await left()).toBe(1);
    await site.cast.sql`update salon_invitations set expires_at = now() - interval '31 days' where salon_id = ${salon}`;
    await forgetOldInvitations(site.cast.sql as never);
    expect(await left()).toBe(0);
  });
});

test('wrong, used, too old, withdrawn, closed, of who has left, and a renewed code: one wording', async () => {
  const spoilt: Readonly<Record<string, (courriel: string) => Promise<unknown>>> = {
    used: () => site.cast.sql`update salon_invitations set uses = 1 where salon_id = ${salon}`,
    old: () => site.cast.sql`update salon_invitations set expires_at = now() where salon_id = ${salon}`,
    withdrawn: () => rule('retirer'),
    left: () => site.cast.sql`delete from salon_members where salon_id = ${salon}`,
    closed: () => site.cast.sql`update salons set is_active = false where id = ${salon}`,
  };
  const paul = await site.as(await site.cast.member('Paul'));
  const wrong = withoutTokens((await page(paul, href('invitation', { jeton: 'x'.repeat(43) }))).html);
  expect(words(wrong)).toContain('Cette invitation ne marche plus');
  for (const [how, spoil] of Object.entries(spoilt)) {
    ({ id: salon } = await site.cast.salon(monique));
    const courriel = address();
    // Straight into the table: this is not about how many one may send.
    const jeton = `${how}${'k'.repeat(43 - how.length)}`;
    await site.cast.sql`
      insert into salon_invitations (salon_id, invited_by, email, token_hash)
      values (${salon}, ${monique.id}, ${courriel}, invitation_hash(${jeton}))`;
    expect((await page(paul, href('invitation', { jeton }))).status).toBe(200);
    await spoil(courriel);
    const [seen, posted] = [
      await page(paul, href('invitation', { jeton })),
      await paul.post(href('invitation', { jeton }), {}),
    ];
    expect([how, seen.status, posted.status]).toEqual([how, 404, 404]);
    for (const html of [seen.html, await posted.text()])
      expect(withoutTokens(html).replaceAll(jeton, 'x'.repeat(43))).toBe(wrong);
  }
  const [dead, tried] = [
    await page(paul, href('shareLink', { code: 'ZZZZZZZZZ' })),
    await paul.post('/s/ZZZZZZZZZ', {}),
  ];
  expect([dead.status, tried.status]).toEqual([404, 404]);
  for (const html of [dead.html, await tried.text()]) expect(mainOf(withoutTokens(html))).toBe(mainOf(wrong));
});

test('of twenty who press at once, over two processes, one comes in', async () => {
  const courriel = address();
  await invite(courriel);
  const link = await linkTo(courriel);
  const second = await startServer({ DATABASE_URL: site.url });
  try {
    const people = await Promise.all(Array.from({ length: 20 }, (_, n) => site.cast.member(`Membre ${n}`)));
    const visitors = await Promise.all(
      people.map(async (each, n) => holding(n % 2 ? second.origin : site.origin, await site.cast.session(each))),
    );
    const answers = await Promise.all(visitors.map((visitor) => visitor.post(link, {})));
    expect(answers.map(({ status }) => status).filter((status) => status === 303)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(19);
  } finally {
    await second.stop();
  }
  const [row] = await site.cast.sql`
    select i.uses, s.member_count from salon_invitations i join salons s on s.id = i.salon_id where s.id = ${salon}`;
  expect(row).toEqual({ uses: 1, member_count: 2 });
});

describe('a stranger', () => {
  /** Follows what the pages themselves say: links and forms, no address of its own. Gives how many pages she saw. */
  async function throughSignUp(landing: string): Promise<number> {
    const visitor = site.stranger();
    const courriel = address();
    const from = { 'X-Forwarded-For': `198.51.100.${made}` };
    const door = await page(visitor, landing);
    const signUp = unescaped(/<a class="bouton principal" href="([^"]+)"/.exec(mainOf(door.html))?.[1] ?? '');
    const form = await page(visitor, signUp);
    const fields = { nom: 'Anne D.', courriel, mot_de_passe: 'noisette-parapluie-bleu', consentement: 'on' };
    const sent = await visitor.post('/inscription', { ...fields, retour: filledIn(form.html, 'retour') ?? '' }, from);
    const waiting = await page(visitor, sent.headers.get('location') ?? '');
    expect([door.status, form.status, waiting.status]).toEqual([200, 200, 200]);
    const { code: six } = await mail.last(courriel, 'confirmation');
    const entered = await visitor.post('/connexion/code', { courriel, code: six });
    expect(entered.headers.get('location')).toContain(href('salon', { salon }, { dit: 'rejoint' }));
    const room = await page(visitor, entered.headers.get('location') ?? '');
    expect(words(room.html)).toContain('Jardin au balcon');
    return [door, form, waiting, room].length;
  }

  test('comes from a code through sign-up into the room in four screens', async () => {
    expect(await throughSignUp(href('shareLink', { code }))).toBe(4);
  });

  test('and from an invitation', async () => {
    const courriel = address();
    await invite(courriel);
    expect(await throughSignUp(await linkTo(courriel))).toBe(4);
  });

  test('whose link has died meanwhile reads that on its page', async () => {
    const visitor = site.stranger();
    const courriel = address();
    const retour = href('shareLink', { code });
    const fields = { nom: 'Anne D.', courriel, mot_de_passe: 'noisette-parapluie-bleu', consentement: 'on' };
    await visitor.post('/inscription', { ...fields, retour }, { 'X-Forwarded-For': '198.51.100.250' });
    await site.cast.sql`update salons set is_active = false where id = ${salon}`;
    const { code: six } = await mail.last(courriel, 'confirmation');
    const entered = await visitor.post('/connexion/code', { courriel, code: six });
    expect(entered.headers.get('location')).toBe(`${retour}?dit=confirme`);
  });
});

describe('shared', () => {
  test('a link shows the salon’s own title, words and picture', async () => {
    await site.cast.sql`update salons set description = 'Tomates et voisins' where id = ${salon}`;
    const courriel = address();
    await invite(courriel);
    for (const path of [href('shareLink', { code }), await linkTo(courriel)]) {
      const { html } = await page(site.stranger(), path);
      expect(html).toContain('<meta property="og:title" content="Jardin au balcon · Invitation · Aurora50"/>');
      expect(html).toContain('<meta property="og:description" content="Tomates et voisins"/>');
      expect(html).toContain(`<meta property="og:image" content="${site.origin}${path}/image.png"/>`);
      const picture = await site.stranger().get(`${path}/image.png`);
      const bytes = Buffer.from(await picture.arrayBuffer());
      expect([picture.headers.get('content-type'), bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([
        ...['image/png', 1200, 630],
      ]);
    }
    for (const path of ['/s/ZZZZZZZZZ/image.png', `/invitation/${'x'.repeat(43)}/image.png`])
      expect((await site.stranger().get(path)).status).toBe(404);
  });

  test('a sheet for a notice board has the code, the address and the drawing, for members of an open salon', async () => {
    const sheet = await page(await site.as(monique), href('salonPoster', { salon }));
    expect(words(mainOf(sheet.html))).toContain(`Code : ${code}`);
    expect(words(mainOf(sheet.html))).toContain(`/s/${code}`);
    expect(mainOf(sheet.html)).toContain('<svg');
    const outsider = await site.as(await site.cast.member('Luc'));
    expect((await outsider.get(href('salonPoster', { salon }))).status).toBe(404);
  });

  test('a new code has at least forty bits', () => {
    expect([code.length, Math.log2(31 ** code.length) >= 40]).toEqual([9, true]);
  });
});
