/** What members can open, by what they are and what they pay: `page-looks.ts` (U03, C-12). */
import { expect, test } from 'vitest';
import { WITH_SCRIPTS } from '../support/journey';
import type { Who } from '../support/known-pages';
import { faultsOf, looksAt } from '../support/page-looks';

const MEMBERS: readonly Who[] = ['owner', 'member', 'newcomer', 'unconfirmed'];
const PAYING: readonly Who[] = ['free', 'trying', 'paying', 'leaving', 'late', 'fresh'];
const looks = looksAt([...MEMBERS, ...PAYING]);

test('every page of the furnished site is looked at, here or in `accessibility.test.ts`', () => {
  const kinds = new Set(looks.known.pages.map(({ who }) => who));
  expect([...kinds].sort()).toEqual([...MEMBERS, ...PAYING, 'stranger', 'admin'].sort());
});

test('what a script changes, or what is only for readers without one, was opened without scripts', () => {
  // Most pages are not opened twice.
  expect(looks.changed.length).toBeLessThan(looks.known.pages.length / 4);
  expect(looks.changed).toEqual(
    expect.arrayContaining(['room', 'lesson, going on', 'lesson with its film', 'archived room']),
  );
});

test('axe finds nothing in the live frame', async () => {
  const tab = await looks.tabOf('owner', WITH_SCRIPTS);
  await tab.goto(`/salons/${looks.known.salon}/direct`, { waitUntil: 'commit' });
  await tab.getByText('Bonne nuit à tous').waitFor();
  expect(await faultsOf(tab)).toEqual([]);
});
