/** Members at browsers: every journey is walked once with scripts and once without. */
import type { Browser, BrowserContext, BrowserContextOptions, FrameLocator, Locator, Page, Response } from 'playwright';
import { afterEach, beforeAll, expect, vi } from 'vitest';
import { hashPassword } from '~/auth/passwords';
import { messagesTopic } from '~/chat/rules';
import { anchors, classes } from '~/client/protocol';
import { href } from '~/urls';
import { sharedBrowser } from './browser';
import type { Member } from './cast';
import { dressed } from './dressed';
import { openSite, type Site } from './site';

export type Way = { readonly name: string; readonly scripts: boolean };
export const WITH_SCRIPTS: Way = { name: 'with scripts', scripts: true };
export const WITHOUT_SCRIPTS: Way = { name: 'without scripts', scripts: false };
export const WAYS = [WITH_SCRIPTS, WITHOUT_SCRIPTS] as const;

export const PASSWORD = 'noisette-parapluie-bleu';
/** For one wait (ms): nothing is measured here, and the machine may be busy. */
const PATIENCE = 30_000;

export type Journey = {
  readonly site: Site;
  /** Somebody who can sign in with `PASSWORD`. */
  readonly member: (name: string, options?: { plan?: string }) => Promise<Member>;
  /** A browser of one's own, signed out. */
  readonly visit: (way: Way, options?: BrowserContextOptions) => Promise<Page>;
  /** The same, with a session. */
  readonly arrive: (way: Way, member: Member, options?: BrowserContextOptions) => Promise<Page>;
};

/** One site a file. Whatever a page's script throws or its policy refuses fails the test. */
export function journey(settings: Readonly<Record<string, string>> = {}): Journey {
  vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });
  const site = openSite(settings);
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];
  let browser: Browser;
  let hash: string;
  beforeAll(async () => {
    [browser, hash] = await Promise.all([sharedBrowser(), hashPassword(PASSWORD)]);
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(faults.splice(0)).toEqual([]);
  });

  async function visit({ scripts }: Way, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      baseURL: site.origin,
      javaScriptEnabled: scripts,
      locale: 'fr-FR',
      viewport: { width: 1000, height: 760 },
      // A page that fades in costs the browser a third more, and is waited for. `evening.test.ts` walks with motion.
      reducedMotion: 'reduce',
      ...options,
    });
    contexts.push(context);
    context.on('weberror', (fault) => {
      // The browser's own word on a page that was left before it had faded in.
      const said = String(fault.error());
      if (!/ViewTransition|Transition was/.test(said)) faults.push(said);
    });
    context.on('console', (line) => /Content Security Policy/.test(line.text()) && faults.push(line.text()));
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    return page;
  }

  return {
    site,
    visit,
    async member(name, options) {
      const member = await site.cast.member(name, options);
      await site.cast.sql`update auth.users set password_hash = ${hash} where id = ${member.id}`;
      return member;
    },
    async arrive(way, member, options) {
      const page = await visit(way, options);
      await takeSession(page, await site.cast.session(member), site.origin);
      return page;
    },
  };
}

export async function takeSession(page: Page, cookie: string, origin: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  await page.context().addCookies([{ name, value, url: origin }]);
}

export const eventually = <T>(read: () => T, what = 'it') =>
  expect.poll(read, { timeout: PATIENCE, interval: 100, message: what });

/** Opens an address. A page with a live frame in it is never « loaded »: it is read as soon as it stands. */
export async function open(page: Page, path: string): Promise<Response | null> {
  const answer = await page.goto(path, { waitUntil: 'domcontentloaded' });
  await dressed(page);
  return answer;
}

export async function openRoom(page: Page, way: Way, salon: string, query = ''): Promise<void> {
  await open(page, href('salon', { salon }) + query);
  await thread(page, way).waitFor({ state: 'attached' });
}

/** Where an act has led, whatever the query. */
export async function ledTo(page: Page, path: string): Promise<void> {
  await page.waitForURL((url) => url.pathname === path, { waitUntil: 'domcontentloaded' });
  await dressed(page);
}

export async function signIn(page: Page, member: Member): Promise<void> {
  await open(page, href('signIn'));
  await fillSignIn(page, member);
  await ledTo(page, '/');
}

export async function fillSignIn(page: Page, member: Member, password = PASSWORD): Promise<void> {
  await page.getByLabel('Adresse de courriel').fill(member.email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await pressButton(page, 'Me connecter');
}

export const pressButton = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
export const followLink = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click();

/** Where the messages stand: in the page, or in the live frame of a page without scripts. */
const place = (page: Page, { scripts }: Way): Page | FrameLocator => (scripts ? page : page.frameLocator('iframe'));
export const thread = (page: Page, way: Way): Locator => place(page, way).locator(`#${anchors.thread}`);

/** The message with exactly these words, as the reader sees it: an older state that the style sheet hides is none. */
export function said(page: Page, way: Way, words: string): Locator {
  return thread(page, way)
    .locator(`.message:has(.texte:text-is(${JSON.stringify(words)}))`)
    .filter({ visible: true });
}

/** The words of the messages as they stand on the screen, from the top. */
export function wordsSeen(page: Page, way: Way): Promise<string[]> {
  return thread(page, way)
    .locator('.message')
    .evaluateAll((items) =>
      items
        .map((item) => ({ top: item.getBoundingClientRect().top, item: item as HTMLElement }))
        .filter(({ item }) => item.offsetParent !== null)
        .sort((one, other) => one.top - other.top)
        .map(({ item }) => item.querySelector('.texte')?.textContent ?? ''),
    );
}

/** Writes in the composer and waits until the words stand in the conversation. */
export async function say(page: Page, way: Way, words: string): Promise<void> {
  await page.locator('#texte').fill(words);
  await pressButton(page, 'Envoyer');
  await said(page, way, words).waitFor();
}

/** Unfolds what one can do with a message; without scripts its own page has it. */
export async function unfold(message: Locator, { scripts }: Way = WITH_SCRIPTS): Promise<Locator> {
  if (!scripts) {
    await message.locator(`a.${classes.actions}`).click();
    await message.page().waitForURL(/\/messages\/\d+$/, { waitUntil: 'domcontentloaded' });
    return message.page().locator('main');
  }
  const menu = message.locator('details');
  if ((await menu.getAttribute('open')) === null) await menu.locator('summary').click();
  return menu;
}

/** How often the page went somewhere since; a look at the other side must not need any. */
export function movesOf(page: Page): () => number {
  let moves = 0;
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) moves += 1;
  });
  return () => moves;
}

/**
 * Puts messages straight into a salon's table, in one statement, and tells it as another process would: nobody has to
 * wait for the next beat. @returns the ids in order
 */
export async function talk(site: Site, salon: string, lines: readonly (readonly [Member, string])[]) {
  const made = await site.cast.sql<{ id: number }[]>`
    insert into chat_messages (salon_id, user_id, content)
    select ${salon}, line.author, line.content
    from unnest(${lines.map(([{ id }]) => id)}::uuid[], ${lines.map(([, words]) => words)}::text[])
      with ordinality as line (author, content, place)
    order by line.place
    returning id::int`;
  await site.cast.sql`select pg_notify('aurora50', ${`elsewhere ${messagesTopic.of(salon)}`})`;
  return made.map(({ id }) => id);
}
