/** The questions after the first sign-in, what they find, and the home page (D06, D17, D18, Z11). */
import { beforeEach, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { fileForm, plain } from '../support/pictures';
import type { Visitor } from '../support/server';
import { filledIn, mainOf, openSite, words } from '../support/site';

const site = openSite();
let anne: Member;
let asAnne: Visitor;
beforeEach(async () => {
  anne = await site.cast.member('Anne Martin');
  await site.cast.sql`update profiles set onboarding_completed = false where id = ${anne.id}`;
  asAnne = await site.as(anne);
});

const text = async (path: string) => words(mainOf(await (await asAnne.get(path)).text()));
const answer = (form: Record<string, string>) => asAnne.post(href('welcome'), form);
const storedOf = async () => {
  const [row] = await site.cast.sql`
    select onboarding_completed as finished, onboarding_answers as answers, city, interests, text_size as size
    from profiles where id = ${anne.id}`;
  return row;
};

describe('the questions', () => {
  test('come once after the first sign-in, can be left, and are found again', async () => {
    const first = await asAnne.get(`${href('home')}?dit=bienvenue`);
    expect([first.status, first.headers.get('location')]).toEqual([303, '/bienvenue?dit=bienvenue']);
    expect(await text(href('welcome'))).toContain('Question 1 sur 5');
    await expect.poll(async () => (await storedOf())?.answers).not.toBeNull();
    expect((await asAnne.get(href('home'))).status).toBe(200);
    expect(await text(href('home'))).toContain('Reprendre les questions de bienvenue');
  });

  test('fill in profile and text size, each can be passed over, and the way goes on where it stopped', async () => {
    await answer({ etape: 'envies', envies: 'rencontrer' });
    expect((await answer({ etape: 'taille', taille: '3' })).headers.get('set-cookie')).toContain('aurora_confort=3');
    expect(await text(href('welcome'))).toContain('Question 3 sur 5');
    await answer({ etape: 'ville', suite: 'passer', ville: 'Lyon' });
    expect(await storedOf()).toMatchObject({ city: null, size: 3 });
    expect(filledIn(await (await asAnne.get(href('welcome', {}, { etape: 'ville' }))).text(), 'ville')).toBe('');
    await answer({ etape: 'ville', ville: 'Mende', ville_vue: 'moi' });
    await answer({ etape: 'gouts', interets: 'jardinage', autres: 'ruches', interets_vus: 'tous' });
    expect(await storedOf()).toMatchObject({ city: 'Mende', interests: ['jardinage', 'ruches'], finished: false });
    expect(await storedOf()).toMatchObject({ answers: { goals: ['rencontrer'], suggestions: false, step: 'photo' } });
  });

  test('end with a photo, which is looked at, kept, and leads back to them (D03)', async () => {
    await answer({ etape: 'gouts', suite: 'passer' });
    const html = await (await asAnne.get(href('welcome'))).text();
    expect(words(mainOf(html))).toContain('Question 5 sur 5');
    expect(mainOf(html)).toContain('<form method="post" action="/profil/photo" encType="multipart/form-data"');
    const photo = await plain({ width: 300, height: 300 }).jpeg().toBuffer();
    const sent = await asAnne.post('/profil/photo', fileForm(photo));
    const preview = sent.headers.get('location') ?? '';
    const nom = filledIn(await (await asAnne.get(preview)).text(), 'nom') ?? '';
    expect((await asAnne.post(preview, { nom })).headers.get('location')).toBe('/bienvenue?dit=photo-gardee');
    expect(await storedOf()).toMatchObject({ answers: { step: 'fin' } });
    // A later photo leads where photos lead.
    await asAnne.post('/profil/photo', fileForm(photo));
    const again = filledIn(await (await asAnne.get(preview)).text(), 'nom') ?? '';
    expect((await asAnne.post(preview, { nom: again })).headers.get('location')).toBe('/profil?dit=photo-gardee');
  });

  test('refused, one comes back with its words', async () => {
    const refused = await answer({ etape: 'ville', ville: 'Mende', code_postal: 'abc' });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(filledIn(html, 'ville')).toBe('Mende');
    expect((await answer({ etape: 'taille', taille: '9' })).status).toBe(422);
    expect((await answer({ etape: 'ailleurs' })).status).toBe(422);
    expect((await answer({ etape: 'gouts', autres: Array.from({ length: 500 }, (_, n) => n).join() })).status).toBe(
      422,
    );
  });

  test('change nothing else, whatever is sent with them', async () => {
    const extra = {
      subscription_type: 'annuel',
      app_role: 'admin',
      email: 'x@exemple.fr',
      id: crypto.randomUUID(),
      nom: 'Autre',
    };
    const before = await site.cast
      .sql`select subscription_type, app_role, email, full_name from profiles where id = ${anne.id}`;
    for (const etape of ['envies', 'ville', 'gouts']) await answer({ etape, ...extra });
    await asAnne.post(href('profile'), { ...extra, nom: anne.name });
    const after = await site.cast
      .sql`select subscription_type, app_role, email, full_name from profiles where id = ${anne.id}`;
    expect(after).toEqual(before);
  });
});

test('who asked for suggestions gets salons, people and a course, each with its reason; finished, they never return', async () => {
  const owner = await site.cast.member('Zoé Tenancière');
  const { id: salon } = await site.cast.salon(owner, { name: 'Les potagers' });
  await site.cast.sql`update salons set category = 'jardin' where id = ${salon}`;
  await site.cast.sql`update profiles set city = 'Mende', interests = '{jardinage}' where id = ${owner.id}`;
  await site.cast.course({ pillar: 6, title: 'Bonne table' });
  await answer({ etape: 'ville', ville: 'Mende' });
  await answer({ etape: 'gouts', interets: 'jardinage', interets_vus: 'tous' });
  await answer({ etape: 'photo', suite: 'passer' });
  // Z11: nothing is made of her answers before she says so.
  const unasked = await text(href('welcome'));
  expect(unasked).toContain('Oui, proposez-moi');
  expect(unasked).not.toContain('Les potagers');
  await answer({ etape: 'fin', suggestions: 'on', suite: 'voir' });
  const found = await text(href('welcome'));
  expect(found).toMatch(/Les potagers.*Parce que vous avez choisi « Jardinage »/);
  expect(found).toMatch(/Zoé Tenancière.*Habite aussi Mende, et aime aussi : Jardinage/);
  expect(found).toMatch(/Bonne table.*Parce que vous avez choisi « Jardinage »/);
  expect((await answer({ etape: 'fin' })).headers.get('location')).toBe(href('home'));
  expect(await text(href('welcome'))).toContain('Mes réponses de bienvenue');
  const home = await text(href('home'));
  // Of the day's kind.
  const one = /Une idée pour vous.*(Les potagers.*Parce que|Zoé Tenancière.*Habite aussi|Bonne table.*Parce que)/;
  expect(home).toMatch(/Mon cours.*Près de chez vous.*Zoé Tenancière.*Une idée pour vous/);
  expect(home).toMatch(one);
  await asAnne.post(href('welcomeAnswers'), { envies: 'apprendre' });
  expect(await text(href('home'))).toContain('recevoir des idées');
  expect(await text(href('home'))).not.toMatch(one);
  expect((await storedOf())?.answers).toMatchObject({ goals: ['apprendre'], suggestions: false });
});

describe('ideas (Z11)', () => {
  const IDEAS = /(Une idée|Des idées) pour vous/;
  const send = async (place: 'dismissSuggestion' | 'restoreSuggestions' | 'suggestions', form = {}) =>
    (await asAnne.post(href(place), form)).headers.get('location');
  const ideaOf = async (path: string) => /name="quoi" value="([^"]+)"/.exec(await html(path))?.[1] ?? '';
  const html = async (path: string) => mainOf(await (await asAnne.get(path)).text());

  test('stand above salons and courses for who has asked, by a page of rules, and for nobody else', async () => {
    await site.cast.salon(await site.cast.member('Rose'), { name: 'Le banc vert' });
    await site.cast.course({ title: 'Un premier pas' });
    await answer({ etape: 'fin' });
    for (const place of ['salons', 'courses'] as const) expect(await text(href(place))).not.toMatch(IDEAS);
    expect(await html(href('home'))).toContain(`href="${href('suggestions')}"`);
    expect(await text(href('suggestions'))).toMatch(/Vous n’en recevez pas.*Un salon.*Une personne.*Un cours/);
    expect(await send('suggestions', { suggestions: 'on' })).toBe('/propositions?dit=idees-oui');
    for (const place of ['home', 'salons', 'courses'] as const) {
      expect([place, await text(href(place))]).toEqual([place, expect.stringMatching(IDEAS)]);
      expect(await html(href(place))).toContain(`href="${href('suggestions')}"`);
    }
    expect(await send('suggestions', { suggestions: 'off' })).toBe('/propositions?dit=idees-non');
    for (const place of ['salons', 'courses'] as const) expect(await text(href(place))).not.toMatch(IDEAS);
    expect((await asAnne.post(href('suggestions'), {})).status).toBe(422);
  });

  test.each(['salons', 'courses'] as const)(
    'of the %s: one that is put aside comes no more, until she says so',
    async (place) => {
      await send('suggestions', { suggestions: 'on' });
      const first = await ideaOf(href(place));
      for (let n = 0; n < 2; n += 1)
        expect(await send('dismissSuggestion', { quoi: first, retour: href(place) })).toBe(
          `${href(place)}?dit=idee-ecartee`,
        );
      expect(await ideaOf(href(place))).not.toBe(first);
      expect(await text(href('suggestions'))).toContain('Vous avez écarté une idée');
      expect(await send('restoreSuggestions')).toBe('/propositions?dit=idees-remises');
      expect(await ideaOf(href(place))).toBe(first);
    },
  );

  test('of home never come again, whichever kind they are of', async () => {
    await send('suggestions', { suggestions: 'on' });
    const seen: string[] = [];
    for (let id = await ideaOf(href('home')); id && seen.length < 40; id = await ideaOf(href('home'))) {
      expect(seen).not.toContain(id);
      seen.push(id);
      expect(await send('dismissSuggestion', { quoi: id, retour: 'https://ailleurs.fr' })).toBe('/?dit=idee-ecartee');
    }
    expect(seen.length).toBeGreaterThan(0);
    expect(await text(href('home'))).not.toMatch(IDEAS);
  });

  test.each(['', 'x', crypto.randomUUID()])('bear « %s », which is none', async (quoi) => {
    expect((await asAnne.post(href('dismissSuggestion'), { quoi })).status).toBe(quoi.length > 1 ? 303 : 422);
    expect(await site.cast.sql`select from dismissed_suggestions where user_id = ${anne.id}`).toEqual([]);
  });
});

test('an empty home leads somewhere in every part', async () => {
  await site.cast.sql`update profiles set onboarding_completed = true where id = ${anne.id}`;
  const html = mainOf(await (await asAnne.get(href('home'))).text());
  for (const place of ['salons', 'courses', 'profile', 'suggestions'] as const)
    expect(html).toContain(`href="${href(place)}"`);
});
