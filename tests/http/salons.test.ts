/** Making a salon: F07, D31, D36. */
import { beforeAll, describe, expect, test } from 'vitest';
import { FORM, salonsOf } from '../support/salons';
import type { Visitor } from '../support/server';
import { faultsShown, filledIn, openSite } from '../support/site';

const site = openSite();
let asAnne: Visitor;
let asPaul: Visitor;
beforeAll(async () => {
  asAnne = await site.as(await site.cast.member('Anne'));
  asPaul = await site.as(await site.cast.member('Paul'));
});
const { create, countOf } = salonsOf(site, () => asAnne);

describe('a new salon', () => {
  test('opens with its owner in it', async () => {
    const answer = await create();
    expect(answer.status).toBe(303);
    const path = answer.headers.get('location') ?? '';
    expect(path).toMatch(/^\/salons\/[0-9a-f-]{36}\?dit=cree-points$/);
    const room = await (await asAnne.get(path)).text();
    expect(room).toContain('<h1 dir="auto">Jardin au balcon</h1>');
    expect(room).toContain('Votre salon est créé');
    expect(await countOf(path.slice(8, 44))).toEqual([1, 1]);
  });

  test('the same key makes one, twice or ten times at once, and answers the same', async () => {
    const key = filledIn(await (await asAnne.get('/salons/nouveau')).text(), 'cle') ?? '';
    expect(key).toMatch(/^[0-9a-f-]{36}$/);
    const first = await create({ cle: key });
    const again = await Promise.all(Array.from({ length: 10 }, () => create({ cle: key, nom: 'Un autre nom' })));
    for (const answer of again) {
      expect([answer.status, answer.headers.get('location')]).toEqual([303, first.headers.get('location')]);
    }
    const rows = await site.cast.sql`select from salons where client_key = ${key}`;
    expect(rows).toHaveLength(1);
  });

  test('somebody else’s key is her own', async () => {
    const [mine, hers] = [await create({ cle: 'k' }), await create({ cle: 'k' }, asPaul)];
    expect(mine.headers.get('location')).not.toBe(hers.headers.get('location'));
  });

  test('a refused form comes back filled, each fault twice, and makes nothing', async () => {
    const before = await site.cast.sql`select count(*) from salons`;
    const answer = await create({
      nom: 'ab',
      categorie: 'sport',
      couleur: 'red',
      visibilite: '',
      ville: 'x'.repeat(81),
      cle: 'garde',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    const { summary, fields } = faultsShown(page);
    expect(Object.keys(fields).sort()).toEqual(['categorie', 'couleur', 'nom', 'ville', 'visibilite']);
    expect([...summary].sort()).toEqual(Object.values(fields).sort());
    expect([filledIn(page, 'nom'), filledIn(page, 'description'), filledIn(page, 'cle')]).toEqual([
      'ab',
      FORM.description,
      'garde',
    ]);
    expect(await site.cast.sql`select count(*) from salons`).toEqual(before);
  });

  test('three emoji are a name, two letters that take two units each are not', async () => {
    expect((await create({ nom: '🌻🌻🌻' })).status).toBe(303);
    expect((await create({ nom: '🌻🌻' })).status).toBe(422);
    expect((await create({ nom: '😀'.repeat(80) })).status).toBe(303);
  });

  test('what is typed is text, wherever it shows', async () => {
    const nom = '<script>alert(1)</script>"\'&';
    const path = (await create({ nom, description: nom, ville: nom })).headers.get('location') ?? '';
    for (const page of [await (await asAnne.get(path)).text(), await (await asPaul.get('/salons')).text()]) {
      expect(page).not.toContain('<script>alert');
      expect(page).toContain('&lt;script&gt;');
    }
  });

  test('the free plan keeps one salon, an unconfirmed member none; both are told and keep what they typed', async () => {
    const free = await site.as(await site.cast.member('Gérard', { plan: 'freemium' }));
    expect((await create({}, free)).status).toBe(303);
    const second = await create({ nom: 'Mon deuxième' }, free);
    expect(second.status).toBe(422);
    expect(filledIn(await second.text(), 'nom')).toBe('Mon deuxième');
    const unconfirmed = await site.as(await site.cast.member('Lise', { confirmed: false }));
    expect((await create({}, unconfirmed)).status).toBe(422);
  });
});
