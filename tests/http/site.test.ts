/** The pages about the site, and the drawer of parts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import { type RunningServer, startServer } from '../support/server';
import { mainOf, openSite, words } from '../support/site';

const site = openSite();

test('every page has the way to the pages about the site', async () => {
  for (const path of ['/', href('signUp'), href('help'), '/rien']) {
    const html = await (await site.stranger().get(path)).text();
    const footer = html.slice(html.indexOf('<footer'));
    for (const place of ['help', 'houseRules', 'accessibility', 'privacy', 'terms', 'legal'] as const) {
      expect(footer, `${path} → ${place}`).toContain(`href="${href(place)}"`);
    }
  }
});

test('whoever signs up can read what is agreed to', async () => {
  const html = mainOf(await (await site.stranger().get(href('signUp'))).text());
  expect(html).toContain(`href="${href('houseRules')}"`);
  expect(html).toContain(`href="${href('privacy')}"`);
});

test('the landing page promises no more secrecy than the privacy page', async () => {
  for (const place of ['home', 'privacy'] as const) {
    const page = words(mainOf(await (await site.stranger().get(href(place))).text()));
    expect(page, place).toContain('les personnes chargées de la technique pourraient y avoir accès');
    expect(page, place).not.toContain('personne d’autre');
  }
});

describe('who answers for the site', () => {
  let named: RunningServer;
  beforeAll(async () => {
    named = await startServer({
      DATABASE_URL: site.url,
      EDITEUR_NOM: 'Association Les Voisins',
      EDITEUR_ADRESSE: '1 place de la Mairie, 29000 Quimper',
      EDITEUR_COURRIEL: 'bonjour@voisins.exemple',
      HEBERGEUR: 'Hébergeur Exemple, Rennes',
    });
  });
  afterAll(async () => {
    await named.stop();
  });

  test('what the operator has said is shown', async () => {
    const page = words(mainOf(await (await fetch(named.origin + href('legal'))).text()));
    for (const part of ['Association Les Voisins', '29000 Quimper', 'bonjour@voisins.exemple', 'Hébergeur Exemple']) {
      expect(page).toContain(part);
    }
    expect(page).not.toContain('Pas encore renseigné');
    expect(words(mainOf(await (await fetch(named.origin + href('accessibility'))).text()))).toContain(
      'bonjour@voisins.exemple',
    );
  });

  test('what has not been said is said to be missing, and nothing is made up', async () => {
    const page = words(mainOf(await (await site.stranger().get(href('legal'))).text()));
    expect(page).toContain('Cette page n’est pas complète');
    expect(page.match(/Pas encore renseigné/g)).toHaveLength(4);
  });
});

/** Issue 3, part 1: files of `app/ui` whose parts stand in the gallery, and how some of them are known. */
const PARTS = [
  'avatar.tsx',
  'brand.tsx',
  'button.tsx',
  'choice.tsx',
  'comfort.tsx',
  'dawn.tsx',
  'emblems.tsx',
  'error-page.tsx',
  'field.tsx',
  'icon.tsx',
  'notice.tsx',
  'page.tsx',
  'progress.tsx',
  'question-page.tsx',
  'salon-mark.tsx',
  'share-code.tsx',
  'table.tsx',
  'tabs.tsx',
];
const MARKS = [
  'bouton principal',
  'bouton second',
  'bouton danger',
  'data-afficher',
  'class="faute"',
  'fautes',
  'choix colonne',
  'choix rangee',
  'avis succes',
  'etiquette',
  'class="carte"',
  'class="chemin"',
  'class="onglets"',
  'class="pages"',
  'class="tableau"',
  '<progress',
  'class="attente"',
  'class="vide"',
];

describe('the drawer of parts', () => {
  test('is open to admins, and not there for anybody else', async () => {
    const admin = await site.as(await site.cast.member('Odile', { role: 'admin' }));
    const member = await site.as(await site.cast.member('Anne'));
    expect((await admin.get(href('components'))).status).toBe(200);
    expect((await member.get(href('components'))).status).toBe(404);
    expect(await (await admin.get(href('admin'))).text()).toContain(`href="${href('components')}"`);
    expect(await (await admin.get('/')).text()).toContain(`href="${href('admin')}"`);
    expect(await (await member.get('/')).text()).not.toContain(href('admin'));
  });

  test('shows every part once, each with the file it is made in', async () => {
    const admin = await site.as(await site.cast.member('Odile', { role: 'admin' }));
    const gallery = mainOf(await (await admin.get(href('components'))).text());
    const files = [...gallery.matchAll(/app\/ui\/(?:<!-- -->)?([\w-]+\.tsx)/g)].map(([, file]) => file);
    expect([...new Set(files)].sort()).toEqual(PARTS);
    expect(MARKS.filter((mark) => !gallery.includes(mark))).toEqual([]);
    for (const [, path = ''] of gallery.matchAll(/href="(\/admin\/composants\?exemple=\w+)"/g)) {
      expect([path, (await admin.get(path)).status]).toEqual([path, 200]);
    }
    expect((await admin.get(href('components', {}, { exemple: 'rien' }))).status).toBe(404);
  });
});

test('a demonstration shows it to every member', async () => {
  const server = await startServer({ DATABASE_URL: site.url, DEMO: '1' });
  try {
    const Cookie = await site.cast.session(await site.cast.member('Zoé'));
    expect((await fetch(server.origin + href('components'), { headers: { Cookie } })).status).toBe(200);
    const legal = await (await fetch(server.origin + href('legal'))).text();
    expect(legal).toContain('Ce site est une démonstration');
  } finally {
    await server.stop();
  }
});
