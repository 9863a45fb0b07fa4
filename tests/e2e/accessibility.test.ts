/** U03: axe finds nothing on any page in any theme, at the level that asks for 7:1 too. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { THEMES, type Theme } from '~/ui/comfort';
import { journey, takeSession, WITH_SCRIPTS } from '../support/journey';
import { furnish, type KnownSite, showKnown, type Who } from '../support/known-pages';

const on = journey();
const RULES = {
  'color-contrast-enhanced': { enabled: true },
  'target-size': { enabled: true },
  'identical-links-same-purpose': { enabled: true },
};
let known: KnownSite;

beforeAll(async () => {
  known = await furnish(on.site);
});

async function tabOf(who: Who, theme: Theme): Promise<Page> {
  const tab = await on.visit(WITH_SCRIPTS, { viewport: { width: 1280, height: 900 } });
  const value = `1.${theme}`;
  await tab.context().addCookies([{ name: 'aurora_confort', value, url: on.site.origin }]);
  if (who === 'stranger') return tab;
  const person = known.people[who];
  await on.site.cast.sql`update profiles set theme = ${theme} where id = ${person.id}`;
  await takeSession(tab, await on.site.cast.session(person), on.site.origin);
  return tab;
}

async function violations(tab: Page): Promise<string[]> {
  const all = await new AxeBuilder({ page: tab }).setLegacyMode().options({ rules: RULES }).analyze();
  await tab.evaluate(unfoldAll);
  const unfolded = await new AxeBuilder({ page: tab })
    .setLegacyMode()
    .include('details')
    .options({ rules: RULES })
    .analyze()
    .catch((error: Error) => {
      if (/No elements found for include/.test(error.message)) return { violations: [] };
      throw error;
    });
  return [...all.violations, ...unfolded.violations].flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim()}`),
  );
}

function unfoldAll(): void {
  for (const menu of document.querySelectorAll('details')) menu.open = true;
}

describe.each(Object.keys(THEMES) as Theme[])('in the theme « %s »', (theme) => {
  test.each<Who>(['stranger', 'owner', 'member', 'newcomer', 'admin'])(
    'axe finds nothing on the pages of a %s',
    async (who) => {
      const tab = await tabOf(who, theme);
      const found: Record<string, string[]> = {};
      for (const page of known.pages.filter((each) => each.who === who)) {
        await showKnown(tab, page);
        expect(await tab.locator('html').getAttribute('data-theme'), page.name).toBe(theme);
        const faults = await violations(tab);
        if (faults.length > 0) found[page.name] = faults;
      }
      expect(found).toEqual({});
    },
  );

  test('axe finds nothing in the live frame', async () => {
    const tab = await tabOf('owner', theme);
    await tab.goto(`/salons/${known.salon}/direct`, { waitUntil: 'commit' });
    await tab.getByText('Bonne nuit à tous').waitFor();
    expect(await tab.locator('html').getAttribute('data-theme')).toBe(theme);
    expect(await violations(tab)).toEqual([]);
  });
});

test('axe is really asked for 7:1', async () => {
  const tab = await on.visit(WITH_SCRIPTS);
  await tab.setContent(
    '<html lang="fr"><title>Gris</title><main><h1>Gris</h1><p style="color:#767676">Gris</p></main>',
  );
  expect(await violations(tab)).toEqual([expect.stringMatching(/^color-contrast-enhanced/)]);
});
