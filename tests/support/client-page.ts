/** One browser a file, one stand-in and one fresh context a test. */
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { launchBrowser } from './browser';
import { type PageOptions, type StandIn, salonPage, startSalon } from './salon-stand-in';

export type Visit = {
  readonly salon: StandIn;
  /** Opens the salon's page and waits until its stream is open. `clock`: time stands under the test's control. */
  open(options?: PageOptions, how?: { clock?: boolean; context?: BrowserContextOptions }): Promise<Page>;
};

export function visits(): Visit {
  vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
  let browser: Browser;
  let salon: StandIn;
  const pages: Page[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    salon = await startSalon();
  });
  afterEach(async () => {
    await salon.stop();
    // Not waited for: Chromium sometimes never answers the close of a page that is just loading itself again. The
    // browser's own end takes with it what is left.
    for (const page of pages.splice(0))
      page
        .context()
        .close()
        .catch(() => {});
  });

  async function open(options: PageOptions = {}, { clock = false, context = {} } = {}): Promise<Page> {
    salon.page = salonPage(options);
    const before = salon.openings.length;
    const tab = await (
      await browser.newContext({ viewport: { width: 900, height: 700 }, reducedMotion: 'reduce', ...context })
    ).newPage();
    tab.setDefaultTimeout(8000);
    pages.push(tab);
    if (clock) await tab.clock.install();
    await tab.goto(salon.url);
    await eventually(() => salon.openings.length).toBeGreaterThan(before);
    if (salon.stream.status === 200) await heardBy(tab);
    return tab;
  }

  /** The server knows of a stream before the page does: an event that came through proves both. */
  async function heardBy(tab: Page): Promise<void> {
    salon.say('event: presence\ndata: <div id="presents">entendu</div>\n\n');
    await eventually(() => tab.locator('#presents').textContent()).toBe('entendu');
  }

  return {
    get salon() {
      return salon;
    },
    open,
  };
}

/** Waits for a condition; vitest's own second is short on a busy machine. */
export const eventually = <T>(read: () => T) => expect.poll(read);

export const textsOf = (page: Page): Promise<string[]> => page.locator('#fil .texte').allTextContents();
export const notice = (page: Page): Promise<string | null> =>
  page.locator('#connexion').evaluate((line) => ((line as HTMLElement).hidden ? null : line.textContent));
