/** Z07: the site in figures, for admins, without a name in them. */
import { randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { computeFigures } from '~/admin/queries/computed-figures';
import { noteOffer } from '~/billing/queries/offers';
import { openDatabase } from '~/db';
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
  await site.cast.course({ title: 'Marcher ensemble' });
  const course = await site.cast.course({ title: 'Le bon air', lessons: [{ free: true }] });
  await (await site.as(anne)).post(href('startCourse'), { cours: course.slug });
  await (await site.as(anne)).post(href('finishLesson', { cours: course.slug, numero: 1 }), {});
  // A limit is told of once in seven days.
  for (let n = 0; n < 2; n += 1) await noteLimit('salons_owned');
  const lines = (await (await asAdmin.get(href('figuresFile'))).text()).trim().split('\r\n');
  const [titles = [], ...weeks] = lines.map((line) => line.replace('\ufeff', '').split(';'));
  expect(weeks).toHaveLength(12);
  const column = (name: string) => weeks.map((week) => Number(week[titles.indexOf(name)]));
  expect(column('Inscriptions').slice(-4)).toEqual([1, 0, 0, 1]);
  expect(column('Essais commencés').slice(-4)).toEqual([0, 1, 0, 0]);
  expect([column('Messages').at(-1), column('Membres actifs').at(-1)]).toEqual([1, 1]);
  const html = mainOf(await (await asAdmin.get(href('figures'))).text());
  expect(html.match(/<svg/g)?.length).toBeGreaterThanOrEqual(9);
  expect(column('Limites de la formule gratuite atteintes').slice(-2)).toEqual([0, 1]);
  expect(column('Cours terminés').at(-1)).toBe(1);
  expect(words(html)).toContain('Jardin au balcon');
  expect(words(html)).toMatch(/Salons tenus *1 *0 *0/);
  expect(words(html)).toMatch(
    /Le bon air *1 personne *1 \(100 %\).*Marcher ensemble *0 personne *0 \(0 %\)|Marcher ensemble *0 personne *0 \(0 %\).*Le bon air *1 personne *1 \(100 %\)/,
  );
  expect(html + lines.join()).not.toMatch(/Anne Martin|@/);
});

async function noteLimit(what: 'salons_owned'): Promise<void> {
  const database = openDatabase(site.url, { viewers: 1, systems: 1 });
  await database.asViewer(anne.id, (tx) => noteOffer(tx, what, 'shown'));
  await database.close();
}

test('says what the job has counted and when, until the job counts again (Q05)', async () => {
  const database = openDatabase(site.url, { viewers: 1, systems: 1 });
  const signUps = async () => (await (await asAdmin.get(href('figuresFile'))).text()).trim().split('\r\n').at(-1);
  const page = async () => words(mainOf(await (await asAdmin.get(href('figures'))).text()));
  await database.inJob(computeFigures);
  const before = await signUps();
  await site.cast.member('Une de plus');
  await site.cast.sql`update computed_figures set computed_at = now() - interval '20 minutes'`;
  expect(await signUps()).toBe(before);
  expect(await page()).toMatch(/Calculé il y a 20 min/);
  await database.inJob(computeFigures);
  expect(await signUps()).not.toBe(before);
  expect(await page()).toContain('Calculé à l’instant');
  // A job may take longer than what somebody waits for.
  const timeouts = [database.asSystem, database.inJob].map((run) =>
    run(async (tx) => (await tx<{ long: string }[]>`select current_setting('statement_timeout') as long`)[0]?.long),
  );
  expect(await Promise.all(timeouts)).toEqual(['4s', '1min']);
  await database.close();
});

test('is not there for members', async () => {
  const asAnne = await site.as(anne);
  for (const path of [href('figures'), href('figuresFile')]) expect((await asAnne.get(path)).status).toBe(404);
});
