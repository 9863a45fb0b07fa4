/** Names at their edges, as they are typed, kept and shown to others (D02; reliability 5). */
import { beforeAll, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import type { Visitor } from '../support/server';
import { faultsShown, filledIn, mainOf, openSite, unescaped } from '../support/site';

const site = openSite();
let reader: Visitor;
beforeAll(async () => {
  reader = await site.as(await site.cast.member('Paul Roux'));
});

async function named(nom: string) {
  const member: Member = await site.cast.member('Monique Berger');
  const visitor = await site.as(member);
  const answer = await visitor.post(href('profile'), { nom });
  const [row] = await site.cast.sql<{ name: string }[]>`select full_name as name from profiles where id = ${member.id}`;
  return { member, visitor, answer, name: row?.name ?? '' };
}

test.each([
  ['of one letter', 'É'],
  ['of eighty letters', 'Marie-Aliénor '.repeat(5).slice(0, 79).padEnd(80, 'a')],
  ['written from right to left', 'שרה כהן'],
  ['with combining marks', 'Zoe\u0308 Mu\u0308ller'],
  ['with a pile of combining marks', `A${'\u0301'.repeat(20)}nne`],
  ['with a family and a flag', 'Anne 👨‍👩‍👧‍👦 🇫🇷'],
  ['that is a family', '👩‍👩‍👦'],
  ['with an apostrophe and a hyphen', "Jean-Marc d'Aubigné"],
  ['that looks like HTML', '<b>Anne</b> & "Paul"'],
])('a name %s is kept whole and shown to others as it is', async (_what, nom) => {
  const { member, visitor, answer, name } = await named(nom);
  expect([answer.status, name.normalize('NFC')]).toEqual([303, nom.trim().normalize('NFC')]);
  const page = await reader.get(href('member', { membre: member.id }));
  expect(page.status).toBe(200);
  expect(unescaped(mainOf(await page.text()))).toContain(name);
  expect(filledIn(await (await visitor.get(href('profile'))).text(), 'nom')).toBe(name);
});

test.each([
  ['of nothing', ''],
  ['of spaces only', '   \u00a0 \u2003'],
  ['of signs that nobody sees', '\u200b\u2060\ufeff'],
  ['of 81 letters', 'a'.repeat(81)],
  ['of 200 letters', 'Anne '.repeat(40)],
  ['like the team’s', 'Équipe Aurora50'],
  ['like the team’s, in Cyrillic letters', 'Аurоrа50'],
  ['like the team’s, with a figure', 'M0dérateur'],
  ['like the team’s, with signs between that nobody sees', 'Auro\u200bra50'],
])('a name %s comes back as it was typed, and changes nothing', async (_what, nom) => {
  const { answer, name } = await named(nom);
  expect([answer.status, name]).toEqual([422, 'Monique Berger']);
  expect(Object.keys(faultsShown(await answer.text()).fields)).toEqual(['nom']);
});

test('a mark that turns the direction of what stands around a name stays within it', async () => {
  const { member } = await named('Anne \u202eluaP');
  const html = mainOf(await (await reader.get(href('members', {}, { q: 'Anne' }))).text());
  const [, link = ''] = new RegExp(`<a href="[^"]*${member.id}"([^>]*)>`).exec(html) ?? [];
  // Refused or kept: whatever stands in a list stands in a box with a direction of its own.
  expect(html.includes(member.id) ? link : 'dir="auto"').toContain('dir="auto"');
});
