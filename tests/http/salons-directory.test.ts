/** Finding salons in the directory, and only those that may be found: D31. */
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { salonsOf } from '../support/salons';
import type { Visitor } from '../support/server';
import { filledIn, openSite, words } from '../support/site';

const site = openSite();
let anne: Member;
let asAnne: Visitor;
let asPaul: Visitor;
beforeAll(async () => {
  anne = await site.cast.member('Anne');
  asAnne = await site.as(anne);
  asPaul = await site.as(await site.cast.member('Paul'));
});
const { create, countOf } = salonsOf(site, () => asAnne);
const namesOn = (html: string) =>
  [...html.matchAll(/<h3[^>]*>([\s\S]*?)<\/h3>/g)].map((title) => words(title[1] ?? ''));
const discovered = async (query: string, by = asPaul) => {
  const html = await (await by.get(`/salons?${query}`)).text();
  return namesOn(html.slice(html.indexOf('id="decouvrir"')));
};

describe('the directory', () => {
  let others: Visitor;
  beforeAll(async () => {
    await create({
      nom: 'Échecs à l’heure du thé',
      description: 'Parties lentes',
      categorie: 'jeux',
      ville: 'Orléans',
    });
    await create({ nom: 'Crêpes et gâteaux', description: 'Goûter', categorie: 'cuisine', ville: 'Saint-Brieuc' });
    await create({ nom: "Le cœur et l'atelier", description: 'Tricot', categorie: 'autres', ville: 'L’Haÿ' });
    await create({ nom: '100 % laine_et_coton', description: 'Tricot', categorie: 'autres', ville: '' });
    // As a name was kept before names were composed: « e » and a lone accent.
    await site.cast.salon(anne, { name: 'Marche\u0301 du Lundi' });
    await site.cast.sql`
      update salons set city = ${'Rosporde\u0301n'} where name = ${'Marche\u0301 du Lundi'}`;
    others = asPaul;
  });

  test.each([
    ['q=echecs', ['Échecs à l’heure du thé']],
    ['q=ÉCHECS', ['Échecs à l’heure du thé']],
    ['q=%C3%A9checs+lentes', ['Échecs à l’heure du thé']],
    ['q=e%CC%81checs', ['Échecs à l’heure du thé']],
    ['q=gateaux', ['Crêpes et gâteaux']],
    ['ville=orleans', ['Échecs à l’heure du thé']],
    ['categorie=cuisine', ['Crêpes et gâteaux']],
    ['categorie=cuisine&ville=orleans', []],
    ['categorie=jeux&ville=Orl%C3%A9ans&q=the', ['Échecs à l’heure du thé']],
    ['q=100+%25', ['100 % laine_et_coton']],
    ['q=laine_et', ['100 % laine_et_coton']],
    ['q=cr_pes', []],
    ['q=%25%25', []],
    ['q=rien-de-tel', []],
    ['q=l%E2%80%99heure', ['Échecs à l’heure du thé']],
    ["q=L'HEURE", ['Échecs à l’heure du thé']],
    ['q=l%CA%BCheure', ['Échecs à l’heure du thé']],
    ['q=l%E2%80%99atelier', ["Le cœur et l'atelier"]],
    ['q=l%E2%80%98atelier', ["Le cœur et l'atelier"]],
    ['q=c%C5%93ur', ["Le cœur et l'atelier"]],
    ['q=COEUR', ["Le cœur et l'atelier"]],
    ['q=march%C3%A9', ['Marche\u0301 du Lundi']],
    ['q=marche+lundi', ['Marche\u0301 du Lundi']],
    ['ville=rospord%C3%A9n', ['Marche\u0301 du Lundi']],
    ["ville=l'ha%C3%BF", ["Le cœur et l'atelier"]],
    ['ville=l%E2%80%99hay', ["Le cœur et l'atelier"]],
  ])('%s', async (query, names) => {
    expect(await discovered(query, others)).toEqual(names);
  });

  test('the form keeps what was searched', async () => {
    const html = await (await asPaul.get('/salons?q=th%C3%A9&ville=Orl%C3%A9ans&categorie=jeux')).text();
    expect([filledIn(html, 'q'), filledIn(html, 'ville')]).toEqual(['thé', 'Orléans']);
    expect(html).toMatch(/<option value="jeux" selected/);
  });

  test('a salon of mine is listed as mine and not to discover', async () => {
    expect(await discovered('q=echecs', asAnne)).toEqual([]);
  });

  test('a private or closed salon shows nowhere to others', async () => {
    const hidden = await site.cast.salon(anne, { visibility: 'prive', name: 'Cachette de famille' });
    const closed = await site.cast.salon(anne, { active: false, name: 'Cachette fermée' });
    expect(await discovered('q=cachette')).toEqual([]);
    for (const { id } of [hidden, closed]) {
      expect((await asPaul.get(href('salon', { salon: id }))).status).toBe(404);
      expect((await asPaul.post(href('salonMembership', { salon: id }), {})).status).toBe(404);
      expect(await countOf(id)).toEqual([1, 1]);
    }
  });
});
