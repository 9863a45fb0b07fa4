/**
 * Every page with scripts, loaded once: axe finds nothing, at the level that asks for 7:1 too (U03), and no narrow screen
 * has to be pushed sideways (C-12). The other themes: `themes.test.ts`; without scripts: `narrow.test.ts`.
 */
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { axeFaults, unfoldAll } from '../support/axe';
import { journey, takeSession, WITH_SCRIPTS } from '../support/journey';
import { furnish, type KnownSite, showKnown, type Who } from '../support/known-pages';
import { sticksOut } from '../support/narrow';

const on = journey();
let known: KnownSite;

beforeAll(async () => {
  known = await furnish(on.site);
});

const WIDE = { width: 1280, height: 900 };

async function tabOf(who: Who): Promise<Page> {
  const tab = await on.visit(WITH_SCRIPTS, { viewport: WIDE, colorScheme: 'light' });
  if (who !== 'stranger') await takeSession(tab, await on.site.cast.session(known.people[who]), on.site.origin);
  return tab;
}

async function faultsOf(tab: Page): Promise<string[]> {
  await unfoldAll(tab);
  return axeFaults(tab);
}

test.each<Who>(['stranger', 'owner', 'member', 'newcomer', 'admin', 'unconfirmed'])(
  'axe finds nothing on the pages of: %s; none has to be pushed sideways',
  async (who) => {
    const tab = await tabOf(who);
    const found: Record<string, string[]> = {};
    for (const page of known.pages.filter((each) => each.who === who)) {
      await showKnown(tab, page);
      const wide = await sticksOut(tab);
      await tab.setViewportSize(WIDE);
      const faults = [...wide, ...(await faultsOf(tab))];
      if (faults.length > 0) found[page.name] = faults;
    }
    expect(found).toEqual({});
  },
);

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
