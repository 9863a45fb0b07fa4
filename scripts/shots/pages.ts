/**
 * What is photographed beside every known page (`tests/support/known-pages.ts`): what a reader comes to by a touch, and
 * the conversations and lessons of the demonstration.
 */
import type { Page } from 'playwright';
import { href } from '~/urls';
import type { Rooms } from './rooms';
import { at, type Shot } from './shot';

const FOLLOWED = 'bouger-a-son-allure';
const FINISHED = 'cultiver-sa-memoire';

export const PAGES: readonly (readonly [name: string, shot: Shot])[] = [
  ['comfort', { who: 'stranger', open: unfolded }],
  ['letter-waiting', { who: 'stranger', open: asked }],
  ['demo-home', { who: 'monique', open: at(href('home')) }],
  ['demo-salons', { who: 'monique', open: at(href('salons')) }],
  ['demo-room', { who: 'monique', open: room }],
  ['demo-room-without-scripts', { who: 'monique', withoutScripts: true, open: room }],
  ['demo-room-keyboard', { who: 'monique', height: 300, open: typing }],
  ['room-wordy', { who: 'fatima', open: into('wordyRoom') }],
  ['room-wordy-top', { who: 'fatima', open: top }],
  ['room-actions', { who: 'fatima', open: actions }],
  ['room-about', { who: 'fatima', open: about }],
  ['room-full', { who: 'fatima', open: into('fullRoom') }],
  ['room-full-older', { who: 'fatima', open: into('fullRoomOlder') }],
  ['members-wordy', { who: 'fatima', open: (page, site) => page.goto(`${site.wordyRoom}/membres`) }],
  ['demo-courses', { who: 'fatima', open: at(href('courses')) }],
  ['demo-course-followed', { who: 'fatima', open: at(href('course', { cours: FOLLOWED })) }],
  ['demo-course-finished', { who: 'fatima', open: at(href('course', { cours: FINISHED })) }],
  ['demo-lesson', { who: 'fatima', open: at(href('lesson', { cours: FINISHED, numero: 1 })) }],
  ['demo-lesson-film', { who: 'fatima', open: film }],
  ['demo-my-courses', { who: 'fatima', open: at(href('myCourses')) }],
];

async function unfolded(page: Page): Promise<void> {
  await page.goto(href('help'));
  await page.click('.deroulant summary');
}

/** A letter a browser is enough: what has been asked for is remembered there. */
async function asked(page: Page): Promise<void> {
  await page.goto(href('waiting'));
  if (await page.locator('.adresse-lue').count()) return;
  await page.goto(href('signInLetter'));
  await page.fill('#champ-courriel', 'personne@exemple.fr');
  await page.click('main button.principal');
  await page.locator('.adresse-lue').waitFor();
}

/** The first salon of hers. The stream would keep the network busy for ever; the page is whole without it. */
async function room(page: Page): Promise<void> {
  await page.goto(href('salons'), { waitUntil: 'domcontentloaded' });
  const link = page.locator('section[aria-labelledby=mes-salons] .salon h3 a').first();
  await settle(page, (await link.getAttribute('href')) ?? '');
}

async function settle(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.waitForTimeout(300);
}

function into(name: keyof Rooms): Shot['open'] {
  return (page, site) => settle(page, site[name]);
}

/** What remains of a telephone when its keyboard is up. */
async function typing(page: Page): Promise<void> {
  await room(page);
  await page.fill('.ecrire textarea', 'Bonsoir Gérard, et merci pour les plants.\nJe passe demain.');
  await page.focus('.ecrire textarea');
  await page.waitForTimeout(300);
}

async function top(page: Page, site: Rooms): Promise<void> {
  await settle(page, site.wordyRoom);
  await page.evaluate(() => document.querySelector('.fil-cadre')?.scrollTo(0, 0));
  await page.evaluate(() => document.scrollingElement?.scrollTo(0, 0));
}

async function actions(page: Page, site: Rooms): Promise<void> {
  await settle(page, site.wordyRoom);
  await page.evaluate(() => {
    const menus = document.querySelectorAll<HTMLDetailsElement>('#fil .message details');
    const last = menus[menus.length - 1];
    if (last) last.open = true;
    last?.scrollIntoView({ block: 'center' });
  });
}

async function about(page: Page, site: Rooms): Promise<void> {
  await settle(page, site.wordyRoom);
  await page.evaluate(() => {
    const menu = document.querySelector<HTMLDetailsElement>('.cote .repli');
    if (menu) menu.open = true;
  });
}

/** In the middle of a sentence, with its captions. */
async function film(page: Page): Promise<void> {
  await page.goto(href('lesson', { cours: FOLLOWED, numero: 1 }));
  await page.evaluate(async () => {
    const video = document.querySelector('video');
    const track = video?.textTracks[0];
    if (!video || !track) throw new Error('a lesson without its film');
    track.mode = 'showing';
    const seeked = new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
    video.currentTime = 14;
    await seeked;
  });
  await page.waitForFunction(() => {
    const video = document.querySelector('video');
    return video?.readyState === 4 && (video.textTracks[0]?.activeCues?.length ?? 0) > 0;
  });
}
