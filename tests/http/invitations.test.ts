/** Invitations by letter, for whom they are meant and how their inviter keeps them (F09, G03, C-22). */
import { beforeEach, describe, expect, test } from 'vitest';
import { forgetOldInvitations } from '~/salons/queries/invitations';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { invitationsOf, page } from '../support/invitations';
import { faultsShown, filledIn, mainOf, openSite, words } from '../support/site';

const site = openSite({ TRUST_PROXY: '1' });
let made = 0;
const address = () => `invitee${++made}@exemple.fr`;
let monique: Member;
let salon: string;
beforeEach(async () => {
  monique = await site.cast.member('Monique Berger');
  ({ id: salon } = await site.cast.salon(monique, { name: 'Jardin au balcon', visibility: 'prive' }));
});

const { mail, invite, linkTo, rule } = invitationsOf(site, () => ({ monique, salon }));
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

  test('three a day to one mailbox, twenty a day from one member, ten in her first days (K04)', async () => {
    const courriel = address();
    const statuses: number[] = [];
    for (let n = 0; n < 10; n += 1) statuses.push((await invite(address())).status);
    const refused = await invite(address());
    expect(faultsShown(await refused.text()).summary.join()).toContain(
      'Pendant vos 7 premiers jours, vous pouvez envoyer',
    );
    await site.cast.sql`update auth.users set created_at = now() - interval '8 days' where id = ${monique.id}`;
    for (let n = 0; n < 4; n += 1) statuses.push((await invite(courriel)).status);
    for (let n = 0; n < 8; n += 1) statuses.push((await invite(address())).status);
    expect(statuses).toEqual([...Array(10).fill(303), 303, 303, 303, 422, ...Array(7).fill(303), 422]);
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
