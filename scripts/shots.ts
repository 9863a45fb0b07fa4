/**
 * `npm run shots`: every page in three themes, the smallest and the largest letters, on a telephone, a tablet and a
 * wide screen, into `shots/` with one page to look at them side by side. `--only room,home` takes some,
 * `--only lettres` every letter.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import { href } from '~/urls';
import { projectRoot } from '../db/project-root';
import { launchBrowser } from '../tests/support/browser';
import { startServer } from '../tests/support/server';
import { ensureBrowser } from './ensure-browser';
import { calledWith } from './options.mjs';
import { furnished } from './shots/furnished';
import { LETTER_ROWS, letterPictures, photographLetters } from './shots/letters';
import { contactSheet } from './shots/sheet';
import type { Shot, Who } from './shots/shot';

const THEMES = ['clair', 'sombre', 'contraste'] as const;
const SIZES = [1, 4] as const;
/** Pixels, with the height of a device of that width; whether a finger or a mouse points. */
const SCREENS = [
  [320, 568, true],
  [768, 1024, true],
  [1280, 800, false],
] as const;
const PLACE = { locale: 'fr-FR', reducedMotion: 'reduce' } as const;
/** Nothing is taller: a page that never ends would be one picture that never ends. */
const TALLEST = 12_000;

const { values } = calledWith({
  does: 'Photographie chaque page dans les trois thèmes, en deux tailles et sur trois écrans, dans shots/.',
  usage: 'Usage : npm run shots [-- --only page,page]',
  options: { only: { type: 'string' } },
});
const wanted = values.only?.split(',');
const letterRows = !wanted || wanted.includes('lettres') ? LETTER_ROWS : [];

const folder = path.join(projectRoot(), 'shots');
mkdirSync(folder, { recursive: true });
ensureBrowser();
// @ts-expect-error plain JavaScript, so that `npm ci` can run it before anything is built
const { build, currentBuild } = await import('./build.mjs');
if (!currentBuild()) await build();
const dataDir = mkdtempSync(path.join(tmpdir(), 'aurora50-shots-'));
const server = await startServer({ DATA_DIR: dataDir, DEMO: '1', LOG_LEVEL: 'error' });
const site = await furnished(server.origin, dataDir);
const pages = site.shots.filter(([name]) => !wanted || wanted.includes(name));
const rows = [...pages.map(([name]) => name), ...letterRows];
const browser = await launchBrowser();
try {
  if (rows.length === 0) {
    throw new Error(`No such page. There are: ${site.shots.map(([name]) => name).join(', ')}, lettres`);
  }
  if (letterRows.length > 0) await photographLetters(browser, folder);
  for (const who of new Set(pages.map(([, shot]) => shot.who))) await photograph(browser, who);
} finally {
  await browser.close();
  await site.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
writeFileSync(
  path.join(folder, 'index.html'),
  contactSheet(rows, (row) => (letterRows.includes(row) ? letterPictures(row) : names(row))),
);
process.stdout.write(`${rows.length} pages and letters: ${path.join(folder, 'index.html')}\n`);

/** One sign-in for all pictures of one person. */
async function photograph(browser: Browser, who: Who): Promise<void> {
  for (const javaScriptEnabled of [true, false]) {
    const mine = pages.filter(([, shot]) => shot.who === who && !shot.withoutScripts === javaScriptEnabled);
    if (mine.length > 0) await photographAll(browser, who, mine, javaScriptEnabled);
  }
}

async function photographAll(
  browser: Browser,
  who: Who,
  mine: typeof pages,
  javaScriptEnabled: boolean,
): Promise<void> {
  for (const [width, height, hasTouch] of SCREENS) {
    const viewport = { width, height };
    const context = await browser.newContext({
      baseURL: server.origin,
      ...PLACE,
      viewport,
      hasTouch,
      isMobile: hasTouch,
      javaScriptEnabled,
    });
    const page = await context.newPage();
    await site.signIn(page, who);
    for (const theme of THEMES) {
      for (const taille of SIZES) {
        await choose(context, theme, taille);
        for (const [name, shot] of mine) await take(page, shot, `${name}-${theme}-${taille}-${width}.png`, viewport);
      }
    }
    if (!hasTouch) for (const [name, shot] of mine) await print(page, shot, `${name}.pdf`);
    await context.close();
  }
}

/** On paper, as the browser prints it. */
async function print(page: Page, shot: Shot, file: string): Promise<void> {
  await shot.open(page, site.rooms);
  await onceMore(() => page.pdf({ path: path.join(folder, file), format: 'A4' }));
}

async function choose(context: BrowserContext, theme: string, taille: number): Promise<void> {
  await context.request.post(href('comfort'), {
    form: { theme, taille: String(taille), retour: href('help') },
    headers: { Origin: server.origin },
  });
}

/** As one sees it; a page that scrolls as a whole is shown on a screen as high as itself, with its bar at the end. */
async function take(page: Page, shot: Shot, file: string, device: { width: number; height: number }): Promise<void> {
  const screen = { ...device, height: shot.height ?? device.height };
  await page.setViewportSize(screen);
  await shot.open(page, site.rooms);
  await page.evaluate(() => document.fonts.ready);
  const whole = await page.evaluate(() =>
    document.body.matches('.salle') ? 0 : document.documentElement.scrollHeight,
  );
  if (whole > screen.height) await page.setViewportSize({ ...screen, height: Math.min(TALLEST, whole) });
  await onceMore(() => page.screenshot({ path: path.join(folder, file) }));
  await page.setViewportSize(screen);
}

/** A machine with other work to do may refuse the memory of a tall picture, and give it a moment later. */
async function onceMore(work: () => Promise<unknown>): Promise<void> {
  await work().catch(work);
}

function names(name: string): string[] {
  return THEMES.flatMap((theme) =>
    SIZES.flatMap((taille) => SCREENS.map(([width]) => `${name}-${theme}-${taille}-${width}.png`)),
  );
}
