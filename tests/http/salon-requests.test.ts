/** A salon that one asks to enter (R04, R09, C-22): seen by all, entered once a keeper has said yes. */
import { beforeEach, describe, expect, test } from 'vitest';
import { forgetOldRequests } from '~/salons/queries/requests';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { mailboxOf } from '../support/mailbox';
import { faultsShown, filledIn, mainOf, openSite, words } from '../support/site';

const site = openSite();
const mail = mailboxOf(site);
let owner: Member;
let moderator: Member;
let fatima: Member;
let salon: string;
let code: string;
beforeEach(async () => {
  owner = await site.cast.member('Odile');
  moderator = await site.cast.member('Maurice');
  fatima = await site.cast.member('Fatima Haddad');
  ({ id: salon, code } = await site.cast.salon(owner, { name: 'Lectures du soir', visibility: 'demande' }));
  await site.cast.join(moderator, salon, 'moderator');
});

const post = async (who: Member, path: string, form: Record<string, string> = {}) =>
  (await site.as(who)).post(path, form);
const ask = (who = fatima, mots = '') => post(who, href('askToJoin', { salon }), { mots });
const answer = (who: Member, action: string, whom = fatima) =>
  post(who, href('salonRequests', { salon }), { membre: whom.id, action });
const read = async (who: Member, path: string) => words(mainOf(await (await (await site.as(who)).get(path)).text()));
const isIn = async ({ id }: Member) =>
  (await site.cast.sql`select from salon_members where salon_id = ${salon} and user_id = ${id}`).length === 1;

describe('from outside', () => {
  test('it stands in the directory and can be looked at; its room is not there, and no button joins it', async () => {
    expect(await read(fatima, href('salons'))).toContain('Sur demande');
    expect(await read(fatima, href('lookAtSalon', { salon }))).toContain('Demander à entrer');
    expect((await (await site.as(fatima)).get(href('salon', { salon }))).status).toBe(404);
    expect((await post(fatima, href('salonMembership', { salon }))).status).toBe(404);
    expect(await isIn(fatima)).toBe(false);
  });

  test('who has its code comes in at once, and her request is done with', async () => {
    await ask();
    expect((await post(fatima, href('joinByCode'), { code })).status).toBe(303);
    expect([await isIn(fatima), await site.cast.sql`select from salon_requests where salon_id = ${salon}`]).toEqual([
      true,
      [],
    ]);
  });

  test('a salon open to all or private is not asked', async () => {
    for (const visibility of ['public', 'prive']) {
      await site.cast.sql`update salons set visibility = ${visibility} where id = ${salon}`;
      expect((await ask()).status).toBe(404);
    }
  });
});

describe('a request', () => {
  test('waits, is told to who keeps the salon, by one letter a day, and can be taken back', async () => {
    const done = await ask(fatima, 'Je lis beaucoup, et j’habite à côté.');
    expect(done.headers.get('location')).toBe(href('lookAtSalon', { salon }, { dit: 'demande-partie' }));
    await ask(await site.cast.member('Paul'));
    for (const keeper of [owner, moderator]) {
      expect(await mail.all(keeper.email)).toMatchObject([
        { template: 'joinRequested', props: { asker: 'Fatima Haddad' } },
      ]);
      expect(await read(keeper, href('notices'))).toContain('Fatima Haddad demande à entrer dans « Lectures du soir »');
      expect(await read(keeper, href('salonRequests', { salon }))).toContain(
        '« Je lis beaucoup, et j’habite à côté. »',
      );
    }
    expect(await read(fatima, href('lookAtSalon', { salon }))).toContain('Votre demande attend une réponse');
    await post(fatima, href('askToJoin', { salon }), { annuler: 'on' });
    expect(await read(fatima, href('lookAtSalon', { salon }))).toContain('Demander à entrer');
    expect(await read(owner, href('salonRequests', { salon }))).not.toContain('Fatima');
  });

  test('granted by the owner or a moderator makes her a member, and she is written to', async () => {
    await ask();
    const done = await answer(moderator, 'accueillir');
    expect(done.headers.get('location')).toBe(href('salonRequests', { salon }, { dit: 'demande-acceptee' }));
    expect(await isIn(fatima)).toBe(true);
    expect(await mail.last(fatima.email, 'joinAnswered')).toMatchObject({
      welcome: true,
      path: href('salon', { salon }),
    });
    expect((await answer(owner, 'accueillir')).headers.get('location')).toContain('dit=demande-passee');
  });

  test('refused says so without saying by whom, and waits a week before the next', async () => {
    await ask();
    await answer(owner, 'refuser');
    const letter = await mail.last(fatima.email, 'joinAnswered');
    expect([letter.welcome, JSON.stringify(letter).includes('Odile')]).toEqual([false, false]);
    expect((await ask()).status).toBe(422);
    expect(await read(fatima, href('lookAtSalon', { salon }))).toContain('n’a pas été acceptée');
    await site.cast.sql`update salon_requests set answered_at = now() - interval '8 days'`;
    expect((await ask()).status).toBe(303);
  });

  test('is answered by keepers alone, and seen by nobody else', async () => {
    await ask();
    const member = await site.cast.member('Mireille');
    await site.cast.join(member, salon);
    for (const [who, status] of [
      [member, 403],
      [fatima, 404],
    ] as const) {
      expect((await answer(who, 'accueillir')).status).toBe(status);
      expect((await (await site.as(who)).get(href('salonRequests', { salon }))).status).toBe(status);
    }
    expect((await answer(owner, 'peut-être')).status).toBe(422);
    expect(await isIn(fatima)).toBe(false);
  });

  test('of two keepers who answer at once, one is heard', async () => {
    await ask();
    const answers = await Promise.all([answer(owner, 'accueillir'), answer(moderator, 'refuser')]);
    const heard = answers.filter(({ headers }) => !headers.get('location')?.includes('demande-passee'));
    expect([heard.length, await mail.templates(fatima.email)]).toEqual([1, ['joinAnswered']]);
  });

  test('of who is banned, unconfirmed, or in as many salons as she may be, is refused in words', async () => {
    const [banned, unconfirmed] = [
      await site.cast.member('Berthe'),
      await site.cast.member('Ursule', { confirmed: false }),
    ];
    const full = await site.cast.member('Gérard', { plan: 'freemium' });
    await site.cast.sql`insert into salon_bans (salon_id, user_id, reason) values (${salon}, ${banned.id}, 'Insultes')`;
    for (let n = 0; n < 3; n += 1) await site.cast.join(full, (await site.cast.salon(owner)).id);
    for (const who of [banned, unconfirmed, full]) {
      const refused = await ask(who, 'Bonjour');
      const html = await refused.text();
      expect([who.name, refused.status, faultsShown(html).summary.length]).toEqual([who.name, 422, 1]);
    }
    await ask();
    await site.cast.plan(fatima, 'freemium');
    for (let n = 0; n < 3; n += 1) await site.cast.join(fatima, (await site.cast.salon(owner)).id);
    expect((await answer(owner, 'accueillir')).headers.get('location')).toContain('dit=demande-complete');
  });

  test('too long comes back as typed', async () => {
    const long = await ask(fatima, 'très long '.repeat(60));
    const html = await long.text();
    expect([long.status, Object.keys(faultsShown(html).fields)]).toEqual([422, ['mots']]);
    expect(filledIn(html, 'mots')).toBe('très long '.repeat(60));
  });

  test.each([
    ['who has blocked her', () => [owner, fatima]],
    ['whom she has blocked', () => [fatima, owner]],
  ])('reaches no keeper %s (C-22)', async (_which, sides) => {
    const [blocker, blocked] = sides().map(({ id }) => id);
    await site.cast.sql`insert into blocks (blocker_id, blocked_id) values (${blocker ?? ''}, ${blocked ?? ''})`;
    await ask();
    expect([await mail.templates(owner.email), await mail.templates(moderator.email)]).toEqual([[], ['joinRequested']]);
    expect(await read(owner, href('salonRequests', { salon }))).not.toContain('Fatima');
  });

  test('that nobody answers ends after thirty days', async () => {
    await ask();
    await site.cast.sql`update salon_requests set asked_at = now() - interval '31 days'`;
    await forgetOldRequests(site.cast.sql as never);
    expect(await site.cast.sql`select from salon_requests where salon_id = ${salon}`).toEqual([]);
  });
});
