/** « Mes accords »: an unticked box a use, dated, withdrawn in one press, effective at once (P01, M08). */
import { beforeEach, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import type { Visitor } from '../support/server';
import { mainOf, openSite, words } from '../support/site';

const site = openSite();
const path = href('consents');
let anne: Member;
let asAnne: Visitor;
beforeEach(async () => {
  anne = await site.cast.member('Anne');
  asAnne = await site.as(anne);
});

const shown = async () => mainOf(await (await asAnne.get(path)).text());
const rows = () => site.cast.sql`
  select purpose, version, withdrawn_at is not null as withdrawn
  from consents where user_id = ${anne.id} order by given_at, purpose`;
const list = async () => {
  const [wish] = await site.cast.sql`
    select wanted from mail_list_wishes where email = ${anne.email} and list = 'newsletter'`;
  return wish?.wanted ?? null;
};

test('nothing is ticked; each use is given by itself, with its date and version, and is in place at once', async () => {
  expect(await shown()).not.toMatch(/checked/);
  expect((await asAnne.post(path, { nouvelles: 'on' })).headers.get('Location')).toBe(`${path}?dit=accord-note`);
  expect(await rows()).toEqual([{ purpose: 'nouvelles', version: '2026-11', withdrawn: false }]);
  expect(await list()).toBe(true);
  expect(words(await shown())).toContain('Ne plus recevoir les nouvelles');
  await asAnne.post(path, { propositions: 'on' });
  const [answers] = await site.cast
    .sql`select onboarding_answers -> 'suggestions' as s from profiles where id = ${anne.id}`;
  expect([answers?.s, (await rows()).length]).toEqual([true, 2]);
});

test('withdrawn in one press, the list at the provider included; given again it is a new consent', async () => {
  await asAnne.post(path, { nouvelles: 'on' });
  expect(await list()).toBe(true);
  await asAnne.post(path, { nouvelles: 'retirer' });
  await asAnne.post(path, { nouvelles: 'retirer' });
  // A wish to leave is not kept once the provider has been told.
  expect(await list()).not.toBe(true);
  expect(await rows()).toEqual([{ purpose: 'nouvelles', version: '2026-11', withdrawn: true }]);
  expect(words(await shown())).toContain('retiré le');
  await asAnne.post(path, { nouvelles: 'on' });
  expect((await rows()).map(({ withdrawn }) => withdrawn)).toEqual([true, false]);
});

test('given or withdrawn elsewhere, it is the same consent; a form without a use changes nothing', async () => {
  await asAnne.post(href('mailSettings'), { nouvelles: 'on' });
  expect(words(await shown())).toContain('Ne plus recevoir les nouvelles');
  await asAnne.post(path, {});
  expect(await list()).toBe(true);
  await asAnne.post(href('mailSettings'), {});
  expect((await rows()).map(({ withdrawn }) => withdrawn)).toEqual([true]);
});
