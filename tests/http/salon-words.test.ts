/** What a salon decides about somebody is told to her (C-22, R07). */
import { beforeEach, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { mailboxOf } from '../support/mailbox';
import { mainOf, openSite, words } from '../support/site';

const site = openSite();
const mail = mailboxOf(site);
let owner: Member;
let member: Member;
let salon: string;
beforeEach(async () => {
  owner = await site.cast.member('Odile');
  member = await site.cast.member('Mireille');
  ({ id: salon } = await site.cast.salon(owner, { name: 'Jardin au balcon' }));
  await site.cast.join(member, salon);
});
const notices = async () => words(mainOf(await (await (await site.as(member)).get(href('notices'))).text()));
const post = async (path: string, form: Record<string, string>) => (await site.as(owner)).post(path, form);

test('who is banned reads why, on her pages and in a letter, and not by whom', async () => {
  await post(href('salonBans', { salon }), { membre: member.id, motif: 'Trois annonces en deux jours.' });
  const letter = await mail.last(member.email, 'salonBanned');
  expect(letter).toMatchObject({ salon: 'Jardin au balcon', reason: 'Trois annonces en deux jours.' });
  expect(JSON.stringify(letter)).not.toContain('Odile');
  expect(await notices()).toContain(
    'Vous ne pouvez plus entrer dans « Jardin au balcon » : Trois annonces en deux jours.',
  );
});

test('every member hears that the salon will be gone, and that it will not', async () => {
  await post(href('salonDeletion', { salon }), { nom: 'Jardin au balcon' });
  const { at } = await mail.last(member.email, 'salonClosing');
  expect(Math.round((Date.parse(at) - Date.now()) / 86_400_000)).toBe(30);
  expect(await mail.templates(owner.email)).toEqual([]);
  expect(await notices()).toContain('Va être supprimé dans 30 jours : « Jardin au balcon »');
  await post(href('salonDeletion', { salon }), { annuler: 'on' });
  expect(await notices()).toContain('Ne sera pas supprimé : « Jardin au balcon »');
  expect(await mail.templates(member.email)).toEqual(['salonClosing']);
});
