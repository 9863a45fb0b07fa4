/**
 * Writes the names of French towns and their départements into their migration, from the open data package
 * `@etalab/decoupage-administratif` (docs/decisions/043). Run once a migration: the files of migrations never change.
 *   npm pack @etalab/decoupage-administratif && tar xzf *.tgz && npx tsx scripts/towns.ts package > towns.sql
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { calledWith, refuse } from './options.mjs';

type Commune = { nom: string; type: string; departement?: string; collectivite?: string; population?: number };

const COMMAND = {
  does: 'Écrit les noms des communes pour leur migration.',
  usage: 'Usage : npx tsx scripts/towns.ts dossier-du-paquet > communes.sql',
  words: 1,
} as const;
const folder = calledWith(COMMAND).words[0] ?? refuse(COMMAND, 'Il manque le dossier du paquet.');
const communes: Commune[] = JSON.parse(readFileSync(path.join(folder, 'data/communes.json'), 'utf8'));

/** What `public.town_key` makes of a name; `tests/database/towns.test.ts` compares them. */
const keyOf = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .trim();

const people = new Map<string, Map<string, number>>();
for (const { nom, type, departement, collectivite, population = 0 } of communes) {
  const place = departement ?? collectivite;
  // « Paris 12e » is folded to Paris, which is in the list.
  if (!place || type === 'arrondissement-municipal') continue;
  const key = keyOf(nom);
  const places = people.get(key) ?? new Map<string, number>();
  people.set(key, places.set(place, (places.get(place) ?? 0) + population));
}

const largest: Record<string, string[]> = {};
const others: Record<string, string[]> = {};
for (const [key, places] of people) {
  const [first, ...rest] = [...places].sort(([a, most], [b, fewer]) => fewer - most || a.localeCompare(b));
  if (first) (largest[first[0]] ??= []).push(key);
  for (const [place] of rest) (others[place] ??= []).push(key);
}

const rows = (lists: Record<string, string[]>, isLargest: boolean) =>
  Object.keys(lists)
    .sort()
    .map((place) => `  ('${place}', ${isLargest}, '${(lists[place] ?? []).sort().join(',')}')`);

process.stdout.write(`${[...rows(largest, true), ...rows(others, false)].join(',\n')}\n`);
