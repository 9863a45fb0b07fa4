/** D06: which département a town lies in, as people type it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEPARTMENTS } from '~/members/rules/departments';
import { type Stage, stage } from '../support/policies';

let the: Stage;
beforeAll(async () => {
  the = await stage();
});
afterAll(() => the.close());

const departementOf = async (town: string, code: string | null = null) => {
  const [row] = await the.cast.sql<{ found: string | null }[]>`select departement_of(${town}, ${code}) as found`;
  return row?.found;
};

test.each([
  ['Besançon', '25'],
  ['besancon', '25'],
  ['  SAINT ETIENNE ', '42'],
  ['St-Étienne', '42'],
  ['Ste Foy lès Lyon', '69'],
  ['Châlons en Champagne', '51'],
  ['Paris 12e', '75'],
  ['Lyon 3ème arrondissement', '69'],
  ['Bastia', '2B'],
  ['Œuf-en-Ternois', '62'],
  ['L’Haÿ-les-Roses', '94'],
  ["L'Hay les Roses", '94'],
  ['Bruxelles', null],
  ['', null],
  ['東京', null],
])('the town « %s » lies in %s', async (town, departement) => {
  expect(await departementOf(town)).toBe(departement);
});

describe('towns of one name', () => {
  test.each([
    ['Saint-Denis', null, '974'],
    ['Saint-Denis', '93200', '93'],
    ['Saint-Denis', '30500', '30'],
    // Its code is the one of the neighbours: the name is right.
    ['Val-de-Reuil', '27100', '27'],
    ['Colmars', '04370', '04'],
    ['Nulle-Part', '25000', '25'],
    ['Nulle-Part', '20090', '2A'],
    ['Nulle-Part', '20200', '2B'],
    ['Nulle-Part', '97400', '974'],
    ['Nulle-Part', '00000', null],
  ])('« %s » with the code %s lies in %s', async (town, code, departement) => {
    expect(await departementOf(town, code)).toBe(departement);
  });
});

test('every département has a name', async () => {
  const rows = await the.cast.sql<{ departement: string }[]>`select distinct departement from towns`;
  expect(rows.map(({ departement }) => departement).filter((code) => !DEPARTMENTS[code])).toEqual([]);
});

test('each name stands as the database folds what is typed', async () => {
  const rows = await the.cast.sql`select key from towns where key <> town_key(key) limit 5`;
  expect(rows).toEqual([]);
});
