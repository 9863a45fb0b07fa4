/**
 * Every page of some kinds of reader, loaded once: axe finds nothing, at the level that asks for 7:1 too (U03), and no
 * narrow screen has to be pushed sideways (C-12). What the script has left as the server sent it looks the same without
 * it; every other page is opened without scripts too. The other themes: `themes.test.ts`.
 */
import type { BrowserContextOptions, Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { href } from '~/urls';
import { axeFaults, unfoldAll } from './axe';
import { type Journey, journey, takeSession, type Way, WITH_SCRIPTS, WITHOUT_SCRIPTS } from './journey';
import { frameOf, thinOut } from './known-frames';
import { furnish, type KnownPage, type KnownSite, showKnown, type Who } from './known-pages';
import { sticksOut } from './narrow';
import { watchServed } from './served';
import { putOn } from './workbench';

export type Looks = {
  readonly on: Journey;
  known: KnownSite;
  /** Pages that were opened without scripts too. */
  readonly changed: string[];
  readonly tabOf: (who: Who, way?: Way, options?: BrowserContextOptions) => Promise<Page>;
};

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 320, height: 640 };

/** The tests of one file. */
export function looksAt(kinds: readonly Who[]): Looks {
  const on = journey();
  const looks: Looks = { on, known: { pages: [], salon: '' } as unknown as KnownSite, changed: [], tabOf };
  beforeAll(async () => {
    looks.known = await furnish(on.site);
    await on.site.cast.sql`update profiles set text_size = 4`;
  });

  /** As whoever has chosen the largest letters; the smaller ones are tried on the same page. */
  async function tabOf(who: Who, way = WITH_SCRIPTS, options: BrowserContextOptions = {}): Promise<Page> {
    const tab = await on.visit(way, { viewport: PHONE, colorScheme: 'light', ...options });
    await tab.context().addCookies([{ name: 'aurora_confort', value: '4.', url: on.site.origin }]);
    if (who !== 'stranger') await takeSession(tab, await on.site.cast.session(looks.known.people[who]), on.site.origin);
    return tab;
  }

  test.each<Who>(kinds)(
    'axe finds nothing on the pages of: %s; none has to be pushed sideways, with scripts or without',
    async (who) => {
      const [tab, plain] = [await tabOf(who), await tabOf(who, WITHOUT_SCRIPTS)];
      const bench = await tabOf(who, WITH_SCRIPTS, { viewport: WIDE, bypassCSP: true });
      await bench.goto(href('legal'));
      const isAsServed = watchServed(tab);
      const found: Record<string, string[]> = {};
      const frames = new Set<string>();
      for (const page of looks.known.pages.filter((each) => each.who === who)) {
        await openOn(tab, page);
        // Before the screen changes: a low one looks like an open keyboard, which the script marks.
        const asServed = await isAsServed();
        await thinOut(tab);
        await putOn(bench, tab);
        const frame = await frameOf(bench);
        const faults = [...(await sticksOut(tab)), ...(await faultsOf(bench, frames.has(frame) ? 'main *' : '*'))];
        frames.add(frame);
        if (!asServed) {
          looks.changed.push(page.name);
          await openOn(plain, page);
          await thinOut(plain);
          faults.push(...(await sticksOut(plain)).map((fault) => `without scripts, ${fault}`));
        }
        if (faults.length > 0) found[page.name] = faults;
      }
      expect(found).toEqual({});
    },
  );
  return looks;
}

/** On a wide screen, everything unfolded. */
export async function faultsOf(tab: Page, contrastOf = '*'): Promise<string[]> {
  const now = tab.viewportSize();
  if (now?.width !== WIDE.width) await tab.setViewportSize(WIDE);
  await unfoldAll(tab);
  return axeFaults(tab, { contrastOf });
}

async function openOn(tab: Page, page: KnownPage): Promise<void> {
  await tab.setViewportSize(PHONE);
  await showKnown(tab, page);
  expect(await tab.locator('html').getAttribute('data-taille'), page.name).toBe('4');
}
