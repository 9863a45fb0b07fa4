/** G17, U16: a figure of a plan stands in plan_limits alone. Each page and refusal says the one that stands there now. */
import postgres from 'postgres';
import { beforeAll, expect, test, vi } from 'vitest';
import { href, places, rowOf } from '~/urls';
import type { Member } from '../support/cast';
import type { Visitor } from '../support/server';
import { mainOf, openOwnSite, words } from '../support/site';

const site = openOwnSite();
let free: Member;
let asFree: Visitor;

/** As they were, and as the test makes them: no figure of one is in the other. */
const OLD = /\b(20|15|3|trois|47|470|564|94)\b[\s\u202f]*(messages?|fiches?|salons?|€|mois offerts)/i;

beforeAll(async () => {
  free = await site.cast.member('Gérard', { plan: 'freemium' });
  asFree = await site.as(free);
  await owning(
    (owner) => owner`
      update plan_limits
      set
        (messages_per_day, profile_views_per_day, salons_owned, salons_joined) =
          (select 6, 8, 2, 5 where plan = 'freemium'),
        price_cents = case plan when 'premium' then 5300 when 'annuel' then 53100 else 0 end`,
  );
  // Heard by notification: no page says so, hence the wait for the first that does.
  await vi.waitFor(async () => expect(await landing()).toContain('53 € par mois'), 10_000);
});

/** Whoever runs the site changes a plan in the table. */
async function owning(change: (owner: postgres.Sql) => Promise<unknown>): Promise<void> {
  const owner = postgres(site.url, { max: 1, onnotice: () => {} });
  await change(owner);
  await owner.end();
}

const text = async (answer: Response) => words(mainOf(await answer.text()));
const landing = async () => text(await site.stranger().get(href('home')));

test.each([
  [
    'home',
    ['6 messages par jour', '5 salons', '2 salons', '8 fiches de membres par jour', '53 €', '531 €', '105 € de moins'],
  ],
  ['help', ['6 messages par jour', '5 salons', '2 salons', '8 fiches de membres par jour']],
  ['terms', ['6 messages par jour', '5 salons', '2 salons', '8 fiches de membres par jour']],
] as const)('%s, for a stranger', async (place, said) => {
  const page = await text(await site.stranger().get(href(place)));
  for (const figure of said) expect(page).toContain(figure);
  expect(page).not.toMatch(OLD);
});

test('no page says a figure that was', async () => {
  const said: string[] = [];
  for (const [who, visitor] of [
    ['anyone', site.stranger()],
    ['member', asFree],
  ] as const) {
    const seen = places.filter((place) => {
      const { kind, get, pattern } = rowOf(place);
      // « 3 salons rejoints » is a badge there, and no limit.
      return kind === 'page' && (get === 'anyone' || get === who) && !pattern.includes(':') && place !== 'badges';
    });
    expect(seen.length).toBeGreaterThan(20);
    for (const place of seen) {
      // Parted where tags part it: « sur 2 » and « 0 salon » of two lines are no « 20 salons ».
      const page = mainOf(await (await visitor.get(rowOf(place).pattern)).text()).replaceAll('<', ' <');
      const found = OLD.exec(words(page));
      if (found) said.push(`${who}, ${place}: ${found[0]}`);
    }
  }
  expect(said).toEqual([]);
});

test('the page of the plans says the new ones, what is paid for and what counts', async () => {
  const page = await text(await asFree.get(href('plans')));
  const figures = ['6 messages par jour', '5 salons', '2 salons', '8 fiches de membres par jour', '53 €', '531 €'];
  for (const figure of [
    ...figures,
    '636 € sur un an',
    '105 € de moins',
    'aujourd’hui, sur 6',
    'sur 8',
    'sur 2',
    'sur 5',
  ])
    expect(page).toContain(figure);
  await owning((owner) => owner`update plan_limits set paid_lessons = true where plan = 'freemium'`);
  await vi.waitFor(async () => expect(await landing()).toContain('; tous les cours en entier'), 10_000);
  expect(await text(await asFree.get(href('plans')))).not.toContain('les leçons gratuites de chaque cours');
  for (const as of [asFree, site.stranger()])
    expect(await text(await as.get(href('courses')))).not.toContain('font partie de Premium');
  await owning((owner) => owner`update plan_limits set paid_lessons = false where plan = 'freemium'`);
});

test('the counters of a free member before they bite: messages, cards, salons', async () => {
  const owner = await site.cast.member('Monique');
  const salon = await site.cast.salon(owner);
  await site.cast.join(free, salon.id);
  const other = await site.cast.salon(owner);
  const pages = [
    [href('salon', { salon: salon.id }), '0 message sur 6'],
    [href('member', { membre: owner.id }), 'sur 8'],
    [href('salons'), '1 salon rejoint sur 5'],
    [href('lookAtSalon', { salon: other.id }), '1 salon rejoint sur 5'],
    [href('newSalon'), '0 salon tenu sur 2'],
  ] as const;
  for (const [path, said] of pages) {
    const page = await text(await asFree.get(path));
    expect(page).toContain(said);
    expect(page).not.toMatch(OLD);
  }
});

test('a refusal carries the figure that the database refused with, and nothing typed is lost', async () => {
  const owner = await site.cast.member('Odile');
  const salon = await site.cast.salon(owner);
  await site.cast.join(free, salon.id);
  const post = (n: number) => asFree.post(href('messages', { salon: salon.id }), { texte: `Bonjour ${n}` });
  for (let n = 1; n <= 6; n++) expect((await post(n)).status).toBe(303);
  const refused = await post(7);
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(words(page)).toContain('Vous avez écrit vos 6 messages d’aujourd’hui');
  expect(page).toContain('Bonjour 7</textarea>');
  const made = {
    nom: 'Le mien',
    description: 'À garder',
    categorie: 'autres',
    couleur: '#8B5CF6',
    visibilite: 'prive',
  };
  for (let n = 0; n < 2; n++) expect((await asFree.post(href('newSalon'), made)).status).toBe(303);
  const third = await asFree.post(href('newSalon'), made);
  const form = await third.text();
  expect(words(form)).toContain('La formule gratuite permet de tenir 2 salons');
  expect(form).toContain('À garder</textarea>');
  expect(words(await (await asFree.get(href('newSalon'))).text())).toContain('permet de tenir 2 salons');
});

test('every role obeys one rule: who works for the site is counted by nothing', async () => {
  for (const role of ['author', 'moderator', 'admin']) {
    const { id } = await site.cast.member('Équipe', { plan: 'freemium', role });
    const rows = await site.cast.sql`
      select what, allowed
      from unnest(array['messages_per_day', 'profile_views_per_day', 'salons_owned', 'salons_joined', 'paid_lessons']) what,
        allowance(${id}, what)`;
    expect(rows.map(({ allowed }) => allowed)).toEqual([null, null, null, null, null]);
  }
  const [typo] = await site.cast.sql`select used, allowed from allowance(${free.id}, 'mesages_per_day')`;
  expect(typo).toEqual({ used: 0, allowed: 0 });
});
