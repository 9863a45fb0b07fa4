/** Cuts, a killed server, a session that ended: nothing is lost, nothing stands twice (C-04, C-05, C-07, C-08, U02). */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../../support/cast';
import {
  eventually,
  fillSignIn,
  followLink,
  journey,
  ledTo,
  movesOf,
  openRoom,
  pressButton,
  said,
  say,
  talk,
  thread,
  WAYS,
  type Way,
  WITH_SCRIPTS,
  WITHOUT_SCRIPTS,
  wordsSeen,
} from '../../support/journey';
import { type Network, networkTo } from '../../support/network';
import { startServer } from '../../support/server';

const on = journey();
let network: Network;

beforeAll(async () => {
  network = await networkTo(on.site.origin);
});
afterAll(() => network.close());

/** When a request got lost and neither the network nor the stream has said so (ms). */
const TRIED_AGAIN_AFTER = 10_000;

type Scene = { salon: string; monique: Member; gerard: Member; hers: Page };

/** @param meanwhile before the room is opened */
async function scene(way: Way, meanwhile = async (_: Page) => {}): Promise<Scene> {
  const [monique, gerard] = [await on.member('Monique'), await on.member('Gérard')];
  const { id: salon } = await on.site.cast.salon(monique, { name: 'Café du matin' });
  await on.site.cast.join(gerard, salon);
  const hers = await on.arrive(way, monique, { baseURL: network.origin });
  await meanwhile(hers);
  await openRoom(hers, way, salon);
  await say(hers, way, 'Bonjour');
  // The words come by the stream too, before the answer: cut then, the line under the thread speaks of the message instead.
  await eventually(() => hers.locator('#texte').inputValue()).toBe('');
  return { salon, monique, gerard, hers };
}

const stored = async (salon: string): Promise<string[]> =>
  (await on.site.cast.sql`select content from chat_messages where salon_id = ${salon} order by seq`).map(
    (row) => row.content,
  );
const connection = (page: Page) => page.locator('#connexion');
const isCut = (page: Page) => connection(page).getByText('Reconnexion… vos messages sont gardés.').waitFor();
const isBack = (page: Page) => connection(page).waitFor({ state: 'hidden' });

/** The browser knows it is offline, and what was under way is cut. */
async function goesOffline(page: Page): Promise<void> {
  await page.context().setOffline(true);
  network.cut();
}

async function comesBack(page: Page): Promise<void> {
  network.mend();
  await page.context().setOffline(false);
}

/** `kill -9`, whatever `meanwhile` does, and the same address again. */
async function killed(meanwhile: () => Promise<unknown>): Promise<void> {
  const { site } = on;
  const { port } = new URL(site.origin);
  await site.server.kill();
  await meanwhile();
  site.server = await startServer({ DATABASE_URL: site.url, PORT: port });
}

describe('without a network, with scripts', () => {
  const way = WITH_SCRIPTS;

  test('what the others wrote meanwhile appears once it is back, each message once and in order', async () => {
    const { hers, gerard, salon } = await scene(way);
    const moves = movesOf(hers);
    await goesOffline(hers);
    await isCut(hers);
    await talk(on.site, salon, [
      [gerard, 'un'],
      [gerard, 'deux'],
      [gerard, 'trois'],
    ]);
    await comesBack(hers);
    await said(hers, way, 'trois').waitFor();
    await isBack(hers);
    await talk(on.site, salon, [[gerard, 'quatre']]);
    await said(hers, way, 'quatre').waitFor();
    expect(await wordsSeen(hers, way)).toEqual(['Bonjour', 'un', 'deux', 'trois', 'quatre']);
    expect(moves()).toBe(0);
  });

  test('a message sent offline is kept, and arrives once after the return', async () => {
    const { hers, gerard, salon } = await scene(way);
    const his = await on.arrive(way, gerard);
    await openRoom(his, way, salon);
    await goesOffline(hers);
    await hers.locator('#texte').fill('Écrit dans le tunnel');
    await pressButton(hers, 'Envoyer');
    await connection(hers).getByText('votre message est gardé').waitFor();
    expect(await hers.locator('#texte').inputValue()).toBe('Écrit dans le tunnel');
    expect(await stored(salon)).toEqual(['Bonjour']);
    await comesBack(hers);
    await said(his, way, 'Écrit dans le tunnel').waitFor();
    await eventually(() => hers.locator('#texte').inputValue()).toBe('');
    await isBack(hers);
    await say(hers, way, 'Sortie du tunnel');
    await said(his, way, 'Sortie du tunnel').waitFor();
    expect(await stored(salon)).toEqual(['Bonjour', 'Écrit dans le tunnel', 'Sortie du tunnel']);
    for (const page of [hers, his]) {
      expect(await wordsSeen(page, way)).toEqual(['Bonjour', 'Écrit dans le tunnel', 'Sortie du tunnel']);
    }
  });

  test('a message whose answer got lost on the way back is sent again and stored once', async () => {
    const { hers, salon } = await scene(way, (page) => page.clock.install());
    let sent = 0;
    await hers.route('**/messages', async (route) => {
      sent += 1;
      if (sent > 1) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await hers.locator('#texte').fill('Arrivé sans accusé');
    await pressButton(hers, 'Envoyer');
    await connection(hers).getByText('votre message est gardé').waitFor();
    await hers.clock.fastForward(TRIED_AGAIN_AFTER);
    await eventually(() => sent).toBeGreaterThan(1);
    await eventually(() => hers.locator('#texte').inputValue()).toBe('');
    expect(await stored(salon)).toEqual(['Bonjour', 'Arrivé sans accusé']);
    expect(await wordsSeen(hers, way)).toEqual(['Bonjour', 'Arrivé sans accusé']);
  });
});

describe('a server that is killed and started again', () => {
  test('with scripts: the page recovers by itself, and keeps the draft', async () => {
    const way = WITH_SCRIPTS;
    const { hers, gerard, salon } = await scene(way);
    const moves = movesOf(hers);
    await hers.locator('#texte').fill('Un brouillon à moitié');
    await killed(async () => {
      await isCut(hers);
      await talk(on.site, salon, [[gerard, 'pendant la coupure']]);
    });
    await said(hers, way, 'pendant la coupure').waitFor();
    await isBack(hers);
    expect(await hers.locator('#texte').inputValue()).toBe('Un brouillon à moitié');
    expect(moves()).toBe(0);
    await pressButton(hers, 'Envoyer');
    await said(hers, way, 'Un brouillon à moitié').waitFor();
    const all = ['Bonjour', 'pendant la coupure', 'Un brouillon à moitié'];
    expect(await wordsSeen(hers, way)).toEqual(all);
    expect(await stored(salon)).toEqual(all);
  });

  test('with scripts: a message sent to the dead server leaves by itself, once', async () => {
    const way = WITH_SCRIPTS;
    const { hers, salon } = await scene(way);
    await killed(async () => {
      await hers.locator('#texte').fill('Entendu plus tard');
      await pressButton(hers, 'Envoyer');
      await connection(hers).getByText('votre message est gardé').waitFor();
    });
    await eventually(() => stored(salon)).toEqual(['Bonjour', 'Entendu plus tard']);
    await eventually(() => hers.locator('#texte').inputValue()).toBe('');
    await eventually(() => wordsSeen(hers, way)).toEqual(['Bonjour', 'Entendu plus tard']);
  });

  test('without scripts: « Actualiser » shows everything, once', async () => {
    const way = WITHOUT_SCRIPTS;
    const { hers, gerard, salon } = await scene(way);
    await killed(() => talk(on.site, salon, [[gerard, 'pendant la coupure']]));
    await followLink(hers, 'Actualiser');
    await said(hers, way, 'pendant la coupure').waitFor();
    await talk(on.site, salon, [[gerard, 'après la coupure']]);
    await said(hers, way, 'après la coupure').waitFor();
    expect(await wordsSeen(hers, way)).toEqual(['Bonjour', 'pendant la coupure', 'après la coupure']);
  });

  test('without scripts: a server that stops in peace says how to go on', async () => {
    const way = WITHOUT_SCRIPTS;
    const { site } = on;
    const { hers, gerard, salon } = await scene(way);
    await site.server.stop();
    const frame = hers.frameLocator('iframe');
    await frame.getByText('La conversation en direct s’est interrompue.').waitFor();
    await talk(site, salon, [[gerard, 'pendant l’arrêt']]);
    site.server = await startServer({ DATABASE_URL: site.url, PORT: new URL(site.origin).port });
    await frame.getByRole('link', { name: 'La reprendre' }).click();
    await said(hers, way, 'pendant l’arrêt').waitFor();
    expect(await wordsSeen(hers, way)).toEqual(['Bonjour', 'pendant l’arrêt']);
  });
});

describe('a hasty hand', () => {
  test.each(WAYS)('that presses « Envoyer » twice says it once, $name', async (way) => {
    const { hers, salon } = await scene(way);
    await hers.locator('#texte').fill('Une seule fois');
    await hers.getByRole('button', { name: 'Envoyer', exact: true }).dblclick();
    await said(hers, way, 'Une seule fois').waitFor();
    await say(hers, way, 'Et la suite');
    expect(await stored(salon)).toEqual(['Bonjour', 'Une seule fois', 'Et la suite']);
  });
});

describe.each(WAYS)('a session that is ended from another device, $name', (way) => {
  test('ends the conversation, and signing in leads back to it', async () => {
    const { hers, monique, gerard, salon } = await scene(way);
    const elsewhere = await on.site.as(monique);
    await elsewhere.post('/deconnexion', { partout: 'on' });
    const goodbye = way.scripts ? connection(hers) : hers.frameLocator('iframe').locator('.fin-direct');
    await goodbye.getByText('Votre session est terminée.').waitFor();
    expect(await goodbye.getByRole('link', { name: 'Me reconnecter' }).getAttribute('href')).toBe(
      `/connexion?retour=${encodeURIComponent(href('salon', { salon }))}`,
    );
    await talk(on.site, salon, [[gerard, 'Es-tu encore là ?']]);

    await hers.locator('#texte').fill('Je n’ai pas fini ma phrase');
    await pressButton(hers, 'Envoyer');
    await ledTo(hers, '/connexion');
    expect(await stored(salon)).toEqual(['Bonjour', 'Es-tu encore là ?']);
    await fillSignIn(hers, monique);
    // C-08: with scripts or without, the words have waited, and leave when their author says so.
    await ledTo(hers, href('pendingPost'));
    expect(await hers.getByLabel('Votre message').inputValue()).toBe('Je n’ai pas fini ma phrase');
    await pressButton(hers, 'Envoyer mon message');
    await ledTo(hers, href('salon', { salon }));
    await thread(hers, way).waitFor({ state: 'attached' });
    await said(hers, way, 'Je n’ai pas fini ma phrase').waitFor();
    expect(await wordsSeen(hers, way)).toEqual(['Bonjour', 'Es-tu encore là ?', 'Je n’ai pas fini ma phrase']);
    expect(await stored(salon)).toHaveLength(3);
  });
});
