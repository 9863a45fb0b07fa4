/** The directory of members: whom it finds, in which order, and for whom it is (D06, R01). */
import { beforeEach, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { mainOf, openSite, unescaped, words } from '../support/site';

const site = openSite();
let monique: Member;
let paul: Member;
beforeEach(async () => {
  monique = await site.cast.member('Monique Berger');
  paul = await site.cast.member('Paul Roux', { plan: 'freemium' });
});

describe('the directory', () => {
  test('finds by name without accents, town and interest together, with counts', async () => {
    await site.cast.sql`
      update profiles set full_name = 'Hélène Zwingli', city = 'Épinal', interests = '{jardinage}' where id = ${monique.id}`;
    const asPaul = await site.as(paul);
    const found = async (query: Record<string, string>) =>
      words(mainOf(await (await asPaul.get(href('members', {}, query))).text()));
    expect(await found({ q: 'helene zw', ville: 'epinal', interet: 'jardinage' })).toContain('Hélène Zwingli');
    expect(await found({ q: 'helene zw' })).toMatch(/1 personne.*Jardinage \(1\)|Jardinage \(1\).*1 personne/s);
    expect(await found({ q: 'helene zw', ville: 'Nancy' })).toContain('Personne ne correspond à votre recherche.');
  });

  test('is a list of short rows, and the filters are folded until one is used', async () => {
    await site.cast.sql`
      update profiles
      set full_name = 'Odile Zwart', city = 'Épinal', interests = '{jardinage,cuisine,lecture,danse}'
      where id = ${monique.id}`;
    const asPaul = await site.as(paul);
    const list = async (query: Record<string, string>) =>
      mainOf(await (await asPaul.get(href('members', {}, query))).text());
    const found = await list({ q: 'odile zwart' });
    const row = found.slice(found.indexOf('<ul class="annuaire membres">'));
    // Three of them, each a part of its own: a dot between two never ends a line.
    expect(words(row)).toMatch(/Odile Zwart\s?Épinal Jardinage Cuisine Lecture/);
    expect(row).not.toContain(' · ');
    expect(words(row)).not.toContain('Danse');
    expect(found).toContain('<details class="repli"><summary>');
    expect(await list({ q: 'odile zwart', ville: 'epinal' })).toContain('<details class="repli" open=""><summary>');
  });

  test('near home: of the same town first, then of the same département, page by page (D06)', async () => {
    const at = async (name: string, city: string, shown = 'tous') => {
      const { id } = await site.cast.member(name);
      await site.cast.sql`update profiles set city = ${city}, city_shown_to = ${shown} where id = ${id}`;
    };
    await site.cast.sql`update profiles set city = 'Mende' where id = ${paul.id}`;
    await at('Zoé Proche', 'MENDE');
    await at('Yann Caché', 'Mende', 'moi');
    for (const n of Array.from({ length: 30 }, (_, n) => String(n + 10)))
      await at(`Anne ${n}`, 'Florac-Trois-Rivières');
    await at('Autre Lozère', 'Lyon');
    const asPaul = await site.as(paul);
    const page = async (path: string) => (await asPaul.get(path)).text();
    const first = await page(href('members', {}, { pres: 'on' }));
    expect(words(mainOf(first))).toMatch(
      /31 personnes, votre ville d’abord.*votre ville : MendeZPZoé.*Lozère.*Anne 10/,
    );
    const next = unescaped(/href="([^"]*apres=[^"]*)"/.exec(mainOf(first))?.[1] ?? '');
    const second = words(mainOf(await page(next)));
    expect([second.includes('Anne 33'), second.includes('Anne 39'), second.includes('Zoé')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(words(mainOf(first)) + second).not.toMatch(/Yann|Autre/);
    expect(words(mainOf(await page(href('members', {}, { pres: 'on', q: 'zoe' }))))).toContain('1 personne');
  });

  test('of one interest still says how many have the others, and of which towns they are', async () => {
    await site.cast.sql`
      update profiles set full_name = 'Wxa', city = 'Épinal', interests = '{chant,danse}' where id = ${monique.id}`;
    const other = await site.cast.member('Wxb');
    await site.cast.sql`update profiles set city = 'Vittel', interests = '{danse}' where id = ${other.id}`;
    const html = await (await (await site.as(paul)).get(href('members', {}, { q: 'wx', interet: 'danse' }))).text();
    for (const part of ['Danse (2)', 'Chant (1)', 'Épinal (1)', 'Vittel (1)', '2 personnes']) {
      expect(words(mainOf(html))).toContain(part);
    }
  });

  test('is for members', async () => {
    const answer = await site.stranger().get(href('members'));
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, href('signIn', {}, { retour: '/membres' })]);
  });

  test.each(['apres=x', 'apres=%00:1', `apres=a:${'0'.repeat(36)}`, `q=${'a'.repeat(5_000)}`, 'interet=%27'])(
    'makes sense of ?%s',
    async (query) => {
      expect((await (await site.as(paul)).get(`${href('members')}?${query}`)).status).toBe(200);
    },
  );
});
