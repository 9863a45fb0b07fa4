/** Found in use, part 1, lines 9 and 19: what is new at home, and a look at a salon before joining. */
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import type { Visitor } from '../support/server';
import { openSite, words } from '../support/site';

const site = openSite();
let anne: Member;
let paul: Member;
let asAnne: Visitor;
let asPaul: Visitor;
let salon: string;

beforeAll(async () => {
  [anne, paul] = [await site.cast.member('Anne Lefèvre'), await site.cast.member('Paul Roux')];
  [asAnne, asPaul] = [await site.as(anne), await site.as(paul)];
  salon = (await site.cast.salon(anne, { name: 'Jardin au balcon' })).id;
});

const text = async (by: Visitor, path: string) => words(await (await by.get(path)).text());

describe('a look at a salon', () => {
  test('says what it is, who keeps it and how lively it is, shows no message, and lets one in', async () => {
    await asAnne.post(href('messages', { salon }), { texte: 'Les semis ont levé' });
    const page = await text(asPaul, href('lookAtSalon', { salon }));
    for (const part of [
      'Jardin au balcon',
      'Anne Lefèvre tient ce salon',
      '1 message',
      '1 membre',
      'Rejoindre le salon',
    ])
      expect(page).toContain(part);
    expect(page).not.toContain('semis');
  });

  test('of one’s own leads into the room; of a private or closed one there is none', async () => {
    expect(await text(asAnne, href('lookAtSalon', { salon }))).toContain('Entrer dans le salon');
    const hidden = await site.cast.salon(anne, { visibility: 'prive' });
    const closed = await site.cast.salon(anne, { active: false });
    for (const { id } of [hidden, closed])
      expect((await asPaul.get(href('lookAtSalon', { salon: id }))).status).toBe(404);
  });
});

describe('the last words of a salon, before one joins', () => {
  const say = (by: Visitor, salon: string, texte: string) => by.post(href('messages', { salon }), { texte });
  const choose = (by: Visitor, salon: string, montrer: string) => by.post(href('lastWords', { salon }), { montrer });
  const look = (by: Visitor, salon: string) => text(by, href('lookAtSalon', { salon }));

  test('are shown where the owner has chosen so, from then on, and no longer when she changes her mind', async () => {
    const { id } = await site.cast.salon(anne, { name: 'Portes ouvertes' });
    await say(asAnne, id, 'Entre nous');
    expect((await choose(asAnne, id, 'on')).headers.get('location')).toContain('mots-montres');
    expect(await look(asPaul, id)).not.toContain('Entre nous');
    for (const words of ['Un', 'Deux', 'Trois', 'Quatre']) await say(asAnne, id, words);
    expect(await look(asPaul, id)).toMatch(/Deux.*Trois.*Quatre/s);
    expect(await look(asPaul, id)).not.toMatch(/« Un »|Entre nous/);
    await choose(asAnne, id, '');
    expect(await look(asPaul, id)).not.toContain('Quatre');
  });

  test('are chosen in the form of a new salon, unticked there', async () => {
    expect(await (await asAnne.get(href('newSalon'))).text()).toMatch(/name="apercu"(?![^>]*checked)/);
    const form = { nom: 'Fenêtres ouvertes', description: '', categorie: 'autres', couleur: '#2B6E4F' };
    const made = await asAnne.post(href('newSalon'), { ...form, visibilite: 'public', apercu: 'on' });
    const id = made.headers.get('location')?.slice(8, 44) ?? '';
    await say(asAnne, id, 'Bonjour à qui passe');
    expect(await look(asPaul, id)).toContain('Bonjour à qui passe');
  });

  test('are nobody else’s to show', async () => {
    expect((await choose(asPaul, salon, 'on')).status).toBe(404);
    expect(await look(asPaul, salon)).not.toContain('semis');
  });
});

test('salons to discover come by pages, each once', async () => {
  const names = Array.from({ length: 30 }, (_, n) => `Page après page ${n}`);
  for (const name of names) await site.cast.salon(anne, { name });
  const seen: string[] = [];
  let path: string | undefined = '/salons?q=page+apres';
  for (let pages = 0; path && pages < 5; pages += 1) {
    const html = await (await asPaul.get(path)).text();
    const list = html.slice(html.indexOf('id="decouvrir"'));
    seen.push(...[...list.matchAll(/<h3[^>]*><a[^>]*>([^<]*)/g)].map(([, name]) => name ?? ''));
    path = /href="([^"#]*apres=[^"#]*)#/.exec(list)?.[1]?.replaceAll('&amp;', '&');
  }
  expect(seen).toHaveLength(30);
  expect(seen.sort()).toEqual(names.sort());
});

describe('home', () => {
  test('greets by the first name, and quotes the last two messages that were not read', async () => {
    await site.cast.join(paul, salon);
    for (const texte of ['Premier', 'Deuxième', 'Troisième']) await asAnne.post(href('messages', { salon }), { texte });
    await asPaul.post(href('messages', { salon }), { texte: 'Le mien' });
    const page = await text(asPaul, '/');
    expect(page).toMatch(/Bonjour Paul(?! Roux)/);
    expect(page).toMatch(/Anne Lefèvre \d{1,2} h \d\d « Deuxième »\s*Anne Lefèvre \d{1,2} h \d\d « Troisième »/);
    expect(page).not.toMatch(/« (Premier|Le mien) »|Calme aujourd/);
  });
});

describe('sharing', () => {
  test('offers the link to copy, a letter to write, and an address that breaks nowhere inside the code', async () => {
    const html = await (await asAnne.get(href('salon', { salon }))).text();
    const [, code = ''] = /class="code">([^<]+)/.exec(html) ?? [];
    expect(html).toMatch(new RegExp(`data-copier="[^"]*/s/${code}"`));
    const [, letter = ''] = /href="mailto:\?([^"]*)"/.exec(html) ?? [];
    const fields = new URLSearchParams(letter.replaceAll('&amp;', '&'));
    expect(fields.get('subject')).toBe('Le salon « Jardin au balcon » sur Aurora50');
    expect(fields.get('body')).toContain(`/s/${code}`);
    expect(html).toContain(`<wbr/><span class="entier">/s/${code}</span>`);
  });

  test('a link that opens nothing any more says so, and what to do', async () => {
    const answer = await asPaul.get(href('shareLink', { code: 'ZZZZZZ' }));
    expect(answer.status).toBe(404);
    const page = words(await answer.text());
    expect(page).toContain('Cette invitation ne marche plus');
    expect(page).toContain('Demandez un nouveau lien');
  });
});
