/** U: the installed site without network. What is kept on the device is one page, and nothing of a member's. */
import type { Browser, BrowserContext, Page } from 'playwright';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import { sharedBrowser } from '../support/browser';
import type { Member } from '../support/cast';
import { openSite } from '../support/site';

const site = openSite();
let browser: Browser;
let context: BrowserContext;
let page: Page;
let anne: Member;
let salon: string;

beforeAll(async () => {
  browser = await sharedBrowser();
  anne = await site.cast.member('Anne');
  salon = (await site.cast.salon(anne, { name: 'Jardin secret' })).id;
});

beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
  return () => context.close();
});

async function signedIn(): Promise<void> {
  const [name = '', value = ''] = (await site.cast.session(anne)).split('=');
  await context.addCookies([{ name, value, url: site.origin }]);
}

/** Opened once with a network, as everybody begins: the worker is there when its page is kept. */
async function visit(path: string): Promise<void> {
  await page.goto(site.origin + path);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => Boolean(await caches.match('/hors-ligne')));
  await page.reload();
}

/** Everything the browser has put aside, as addresses and words. */
function kept(): Promise<{ paths: string[]; words: string }> {
  return page.evaluate(async () => {
    const paths: string[] = [];
    let words = '';
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        paths.push(new URL(request.url).pathname);
        words += await (await cache.match(request))?.text();
      }
    }
    return { paths, words };
  });
}

describe('without network', () => {
  test('a navigation says so, keeps its address, and goes on when the network is back', async () => {
    await visit(href('help'));
    await context.setOffline(true);
    await page.goto(site.origin + href('privacy'));
    expect(await page.title()).toBe('Pas de connexion · Aurora50');
    expect(await page.locator('h1').textContent()).toBe('Pas de connexion');
    expect(new URL(page.url()).pathname).toBe(href('privacy'));
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(252, 250, 245)');
    await context.setOffline(false);
    await page.getByText('Réessayer').click();
    expect(await page.locator('h1').textContent()).toBe('Confidentialité');
  });

  test('the page has the reader’s size and colours, also those chosen since', async () => {
    await visit(href('home'));
    await page.locator('.tailles').getByText('Très grande').click();
    await page.waitForURL(`${site.origin}/`);
    await expect.poll(async () => (await kept()).words).toContain('data-taille="4"');
    await context.setOffline(true);
    await page.goto(site.origin + href('help'));
    expect(await page.locator('html').getAttribute('data-taille')).toBe('4');
  });

  test('nothing of a member’s is kept, whatever she has opened', async () => {
    await signedIn();
    await visit(href('salon', { salon }));
    await page.goto(site.origin + href('salons'));
    const { paths, words } = await kept();
    expect(paths.map((path) => path.replace(/-[\w-]+\.css$/, '.css')).sort()).toEqual([
      '/assets/styles.css',
      href('offline'),
    ]);
    expect(words).not.toContain('Anne');
    expect(words).not.toContain('Jardin secret');
    await context.setOffline(true);
    await page.goto(site.origin + href('salon', { salon }));
    expect(await page.locator('h1').textContent()).toBe('Pas de connexion');
  });

  test('a form that is sent is left to the browser: no page of ours pretends to have answered', async () => {
    await signedIn();
    await visit(href('newSalon'));
    await context.setOffline(true);
    const failed = page.waitForEvent('requestfailed', (request) => request.method() === 'POST');
    await page.evaluate(() => document.querySelector<HTMLFormElement>('main form')?.submit());
    expect((await failed).failure()?.errorText).toContain('ERR_');
  });
});

test('the worker is small, never stale, and the pages let no other in', async () => {
  const answer = await site.stranger().get('/sw.js');
  const { gzipSync } = await import('node:zlib');
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(answer.headers.get('cache-control')).toMatch(/no-cache|no-store/);
  expect(gzipSync(await answer.text(), { level: 9 }).length).toBeLessThanOrEqual(1024);
  const home = await site.stranger().get('/');
  expect(home.headers.get('content-security-policy')).toContain("worker-src 'self'");
});
