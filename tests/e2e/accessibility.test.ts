/**
 * Every page, loaded once: axe finds nothing, at the level that asks for 7:1 too (U03), and no narrow screen has to be
 * pushed sideways (C-12). What the script has left as the server sent it looks the same without it; every other page is
 * opened without scripts too. The other themes: `themes.test.ts`.
 */
import path from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { href } from '~/urls';
import { projectRoot } from '../../db/project-root';
import { axeFaults, unfoldAll } from '../support/axe';
import { journey, takeSession, WITH_SCRIPTS, WITHOUT_SCRIPTS } from '../support/journey';
import { furnish, type KnownPage, type KnownSite, showKnown, type Who } from '../support/known-pages';
import { sticksOut } from '../support/narrow';
import { watchServed } from '../support/served';
import { textsIn } from '../support/stylesheet';

const on = journey();
let known: KnownSite;

beforeAll(async () => {
  known = await furnish(on.site);
  await on.site.cast.sql`update profiles set text_size = 4`;
});

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 320, height: 640 };

/** As whoever has chosen the largest letters; the smaller ones are tried on the same page. */
async function tabOf(who: Who, way = WITH_SCRIPTS): Promise<Page> {
  const tab = await on.visit(way, { viewport: PHONE, colorScheme: 'light' });
  await tab.context().addCookies([{ name: 'aurora_confort', value: '4.', url: on.site.origin }]);
  if (who !== 'stranger') await takeSession(tab, await on.site.cast.session(known.people[who]), on.site.origin);
  return tab;
}

async function faultsOf(tab: Page): Promise<string[]> {
  await tab.setViewportSize(WIDE);
  await unfoldAll(tab);
  return axeFaults(tab);
}

async function openOn(tab: Page, page: KnownPage): Promise<string[]> {
  await tab.setViewportSize(PHONE);
  await showKnown(tab, page);
  expect(await tab.locator('html').getAttribute('data-taille'), page.name).toBe('4');
  return sticksOut(tab);
}

const changed: string[] = [];

test.each<Who>(['stranger', 'owner', 'member', 'newcomer', 'admin', 'unconfirmed'])(
  'axe finds nothing on the pages of: %s; none has to be pushed sideways, with scripts or without',
  async (who) => {
    const [tab, plain] = [await tabOf(who), await tabOf(who, WITHOUT_SCRIPTS)];
    const isAsServed = watchServed(tab);
    const found: Record<string, string[]> = {};
    for (const page of known.pages.filter((each) => each.who === who)) {
      const faults = await openOn(tab, page);
      if (!(await isAsServed())) {
        changed.push(page.name);
        faults.push(...(await openOn(plain, page)).map((fault) => `without scripts, ${fault}`));
      }
      faults.push(...(await faultsOf(tab)));
      if (faults.length > 0) found[page.name] = faults;
    }
    expect(found).toEqual({});
  },
);

test('what a script changes, or what is only for readers without one, was opened without scripts', async () => {
  expect(changed).toEqual(
    expect.arrayContaining(['room', 'lesson', 'lesson with its film', 'signIn', 'archived room']),
  );
  // A style sheet could ask too; ours does not, so that markup alone decides.
  expect(textsIn(path.join(projectRoot(), 'app/client/styles'), '.css').join('\n')).not.toMatch(/\(\s*scripting/);
  const tab = await tabOf('stranger');
  const isAsServed = watchServed(tab);
  await tab.goto(href('legal'));
  expect(await isAsServed()).toBe(true);
  await tab.evaluate(() => document.querySelector('h1')?.append(' !'));
  expect(await isAsServed()).toBe(false);
});

test('axe finds nothing in the live frame', async () => {
  const tab = await tabOf('owner');
  await tab.goto(`/salons/${known.salon}/direct`, { waitUntil: 'commit' });
  await tab.getByText('Bonne nuit à tous').waitFor();
  expect(await faultsOf(tab)).toEqual([]);
});

test('axe is really asked for 7:1, inside what is folded too', async () => {
  const tab = await on.visit(WITH_SCRIPTS);
  await tab.setContent(
    `<html lang="fr"><title>Gris</title><main><h1>Gris</h1>
      <details><summary>Plus</summary><p style="color:#767676">Gris</p></details></main></html>`,
  );
  expect(await faultsOf(tab)).toEqual([expect.stringMatching(/^color-contrast-enhanced/)]);
});
