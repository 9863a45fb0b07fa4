/** Profiles, blocking and reporting (D02–D08, D25, D28, R01, C-22). */
import { beforeEach, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { faultsShown, filledIn, mainOf, openSite, words } from '../support/site';
import { readStream } from '../support/stream-reader';

const site = openSite();
let monique: Member;
let paul: Member;
beforeEach(async () => {
  monique = await site.cast.member('Monique Berger');
  paul = await site.cast.member('Paul Roux', { plan: 'freemium' });
});

const cardOf = async (asker: Member, shown: Member) => {
  const answer = await (await site.as(asker)).get(href('member', { membre: shown.id }));
  return { status: answer.status, html: words(mainOf(await answer.text())) };
};
const profileOf = async ({ id }: Member) => {
  const [row] = await site.cast.sql`select full_name, bio, city, interests, is_listed from profiles where id = ${id}`;
  return row;
};

describe('one’s own profile', () => {
  test('is written, read again in its form, and seen by another', async () => {
    const asMonique = await site.as(monique);
    const answer = await asMonique.post(href('profile'), {
      nom: 'Monique B.',
      bio: 'Je jardine.\nEt je lis.',
      ville: 'Besançon',
      interets: 'lecture',
      autres: 'ruches',
    });
    expect(answer.headers.get('Location')).toBe(href('profile', {}, { dit: 'profil' }));
    expect(filledIn(await (await asMonique.get(href('profile'))).text(), 'ville')).toBe('Besançon');
    const { html } = await cardOf(paul, monique);
    for (const word of ['Monique B.', 'Je jardine.', 'Besançon', 'Lecture', 'ruches']) expect(html).toContain(word);
  });

  test('refused, it comes back with its words', async () => {
    const answer = await (await site.as(monique)).post(href('profile'), { nom: 'Équipe Aurora50', bio: 'Mes lignes' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(Object.keys(faultsShown(html).fields)).toEqual(['nom']);
    expect(html).toContain('Mes lignes');
    expect(await profileOf(monique)).toMatchObject({ full_name: 'Monique Berger', bio: null });
  });

  test('changed in two windows, the later one is told what changed and keeps what was typed (D28)', async () => {
    const asMonique = await site.as(monique);
    const mark = filledIn(await (await asMonique.get(href('profile'))).text(), 'marque') ?? '';
    await asMonique.post(href('profile'), { ville: 'Dole', marque: mark });
    const later = await asMonique.post(href('profile'), { ville: 'Lons', bio: 'Nouvelle', marque: mark });
    expect(later.status).toBe(409);
    const html = await later.text();
    expect(words(mainOf(html))).toContain('enregistré maintenant :ville : Dole (vu par : tous les membres)');
    expect([filledIn(html, 'ville'), await profileOf(monique)]).toMatchObject(['Lons', { city: 'Dole', bio: null }]);
    await asMonique.post(href('profile'), { ville: 'Lons', bio: 'Nouvelle', marque: filledIn(html, 'marque') ?? '' });
    expect(await profileOf(monique)).toMatchObject({ city: 'Lons', bio: 'Nouvelle' });
  });

  test('sent twenty times at once with other names while others post, it waits for nobody', async () => {
    const { id: salon } = await site.cast.salon(monique);
    await site.cast.join(paul, salon);
    const [asMonique, asPaul] = [await site.as(monique), await site.as(paul)];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        n % 2
          ? asPaul.post(href('messages', { salon }), { texte: `Bonjour ${n}` })
          : asMonique.post(href('profile'), { nom: `Monique ${n}` }),
      ),
    );
    const codes = answers.map(({ status }) => status);
    // Five new names a day: the others are asked to wait, and no post is lost.
    expect(codes.filter((_, n) => n % 2)).toEqual(Array(10).fill(303));
    expect(codes.filter((code) => code !== 303 && code !== 429)).toEqual([]);
  });

  test('a new name shows in a live room, on messages that stand there', async () => {
    const { id: salon } = await site.cast.salon(paul);
    await site.cast.join(monique, salon);
    await (await site.as(monique)).post(href('messages', { salon }), { texte: 'Bonjour à tous' });
    const reader = await readStream(site.origin, salon, { cookie: await site.cast.session(paul) });
    await (await site.as(monique)).post(href('profile'), { nom: 'Monique Nouvelle' });
    await expect.poll(() => reader.text()).toContain('Monique Nouvelle');
    reader.close();
  });
});

test('links of a presentation can be followed after a week (D05)', async () => {
  await site.cast.sql`update profiles set bio = 'Voir https://exemple.fr/ruches' where id = ${monique.id}`;
  const link = /<a [^>]*href="https:\/\/exemple\.fr\/ruches"/;
  const page = async () => (await (await site.as(paul)).get(href('member', { membre: monique.id }))).text();
  expect(await page()).not.toMatch(link);
  await site.cast.sql`update profiles set created_at = now() - interval '8 days' where id = ${monique.id}`;
  expect(await page()).toMatch(link);
});

test('a name in a room, in its list of members and beside a message leads to the person', async () => {
  const { id: salon } = await site.cast.salon(paul);
  await site.cast.join(monique, salon);
  await (await site.as(monique)).post(href('messages', { salon }), { texte: 'Bonjour' });
  const asPaul = await site.as(paul);
  const link = `href="${href('member', { membre: monique.id })}"`;
  for (const path of [href('salon', { salon }), href('salonMembers', { salon })]) {
    expect(mainOf(await (await asPaul.get(path)).text())).toContain(link);
  }
});

describe('blocking and reporting (C-22)', () => {
  test('blocked, neither finds the other; she who blocked can take it back', async () => {
    const [asMonique, asPaul] = [await site.as(monique), await site.as(paul)];
    const answer = await asMonique.post(href('blockMember', { membre: paul.id }), { bloquer: 'on' });
    expect(answer.headers.get('Location')).toBe(href('members', {}, { dit: 'bloque' }));
    expect((await cardOf(paul, monique)).status).toBe(404);
    expect((await cardOf(monique, paul)).html).toContain('Vous avez bloqué cette personne');
    expect(await (await asPaul.get(href('members', {}, { q: 'Monique Berger' }))).text()).not.toContain(monique.id);
    expect(await (await asMonique.get(href('profile'))).text()).toContain('Paul Roux');
    await asMonique.post(href('blockMember', { membre: paul.id }), {});
    expect((await cardOf(paul, monique)).status).toBe(200);
  });

  test('in a salon of both, neither stands in the other’s list of members (R08)', async () => {
    const { id: salon } = await site.cast.salon(await site.cast.member('Tierce Personne'));
    for (const member of [monique, paul]) await site.cast.join(member, salon);
    const listed = async (asker: Member) =>
      words(mainOf(await (await (await site.as(asker)).get(href('salonMembers', { salon }))).text()));
    expect(await listed(paul)).toContain('Monique Berger');
    await (await site.as(monique)).post(href('blockMember', { membre: paul.id }), { bloquer: 'on' });
    expect(await listed(paul)).not.toContain('Monique Berger');
    expect(await listed(monique)).not.toContain('Paul Roux');
    expect(await listed(monique)).toContain('Tierce Personne');
  });

  test('somebody who is not there and somebody who has blocked one are the same answer', async () => {
    await (await site.as(monique)).post(href('blockMember', { membre: paul.id }), { bloquer: 'on' });
    const asPaul = await site.as(paul);
    const page = async (membre: string) => {
      const answer = await asPaul.get(href('member', { membre }));
      return [answer.status, words(mainOf(await answer.text())).split('référence')[0]];
    };
    expect(await page(monique.id)).toEqual(await page(crypto.randomUUID()));
    for (const place of ['blockMember', 'reportMember'] as const) {
      const { status } = await asPaul.post(href(place, { membre: monique.id }), { bloquer: 'on', motif: 'Parce que' });
      expect([place, status]).toEqual([place, 404]);
    }
  });

  test('a report is kept for the team, with its words; without words it comes back', async () => {
    const asPaul = await site.as(paul);
    const path = href('reportMember', { membre: monique.id });
    expect((await asPaul.post(path, { motif: ' ' })).status).toBe(422);
    expect((await asPaul.post(path, { motif: 'Elle demande de l’argent.' })).status).toBe(303);
    const rows = await site.cast.sql`select reporter_id, reason from reports where reported_id = ${monique.id}`;
    expect(rows).toEqual([{ reporter_id: paul.id, reason: 'Elle demande de l’argent.' }]);
  });

  test('oneself can be neither blocked nor reported', async () => {
    const asPaul = await site.as(paul);
    expect((await asPaul.post(href('blockMember', { membre: paul.id }), { bloquer: 'on' })).status).toBe(422);
    expect((await asPaul.post(href('reportMember', { membre: paul.id }), { motif: 'Moi-même' })).status).toBe(422);
  });
});

describe('cards a day on a free account (D25, G17)', () => {
  test('fifteen people, each once, in one burst; the sixteenth is told why, and tomorrow it begins anew', async () => {
    const others = await Promise.all(Array.from({ length: 20 }, (_, n) => site.cast.member(`Carte ${n}`)));
    const asPaul = await site.as(paul);
    const open = (membre: string) => asPaul.get(href('member', { membre }));
    const answers = await Promise.all(others.map(({ id }) => open(id)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(15);
    const [shut = paul] = others.filter((_, n) => answers[n]?.status === 403);
    expect(words(mainOf(await (await open(shut.id)).text()))).toContain('ouvre 15 fiches de membres par jour');
    const [seen = paul] = others.filter((_, n) => answers[n]?.status === 200);
    expect((await open(seen.id)).status).toBe(200);
    await site.cast.sql`
      update profiles set last_activity_reset = last_activity_reset - interval '1 day' where id = ${paul.id}`;
    await site.cast.sql`update profile_views set day = day - 1 where viewer_id = ${paul.id}`;
    expect((await open(shut.id)).status).toBe(200);
  });

  test('no plan that does not count keeps who looked at whom', async () => {
    await (await site.as(monique)).get(href('member', { membre: paul.id }));
    expect(await site.cast.sql`select from profile_views where viewer_id = ${monique.id}`).toHaveLength(0);
  });
});
