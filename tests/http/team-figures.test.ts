/** Z07: the site in figures, for admins, without a name in them. */
import { randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import type { Visitor } from '../support/server';
import { mainOf, openSite, words } from '../support/site';

const site = openSite();
let asAdmin: Visitor;
let anne: Member;
beforeAll(async () => {
  asAdmin = await site.as(await site.cast.member('Odile Roche', { role: 'admin', proven: true }));
  anne = await site.cast.member('Anne Martin', { plan: 'freemium' });
});

test('counts what happened in its week, as a drawing, a table and a file, and names nobody', async () => {
  const { sql } = site.cast;
  const { id: salon } = await site.cast.salon(anne, { name: 'Jardin au balcon' });
  await (await site.as(anne)).post(href('messages', { salon }), { texte: 'Bonjour' });
  await sql`update auth.users set created_at = now() - interval '21 days' where id = ${anne.id}`;
  await sql`
    insert into trials (address_hash, user_id, started_at, ends_at)
    values (${randomBytes(32).toString('base64url')}, ${anne.id}, now() - interval '14 days', now())`;
  const lines = (await (await asAdmin.get(href('figuresFile'))).text()).trim().split('\r\n');
  const [titles = [], ...weeks] = lines.map((line) => line.replace('\ufeff', '').split(';'));
  expect(weeks).toHaveLength(12);
  const column = (name: string) => weeks.map((week) => Number(week[titles.indexOf(name)]));
  expect(column('Inscriptions').slice(-4)).toEqual([1, 0, 0, 1]);
  expect(column('Essais commencés').slice(-4)).toEqual([0, 1, 0, 0]);
  expect([column('Messages').at(-1), column('Membres actifs').at(-1)]).toEqual([1, 1]);
  const html = mainOf(await (await asAdmin.get(href('figures'))).text());
  expect(html.match(/<svg/g)?.length).toBeGreaterThanOrEqual(9);
  expect(words(html)).toContain('Jardin au balcon');
  expect(html + lines.join()).not.toMatch(/Anne Martin|@/);
});

test('is not there for members', async () => {
  const asAnne = await site.as(anne);
  for (const path of [href('figures'), href('figuresFile')]) expect((await asAnne.get(path)).status).toBe(404);
});
