/** What is photographed: every page, and the states of a page that look different. */
import type { Page } from 'playwright';
import { href } from '~/urls';
import { MEMBER_PAGES } from './member-pages';
import { at, refused, type Shot } from './shot';

/** The stream would keep the network busy for ever; the page is whole without it. */
async function enter(page: Page, then: (room: string, message: string | undefined) => string): Promise<void> {
  await page.goto(href('salons'), { waitUntil: 'domcontentloaded' });
  const room = await page.locator('section[aria-labelledby=mes-salons] .salon h3 a').first().getAttribute('href');
  if (!room) throw new Error('a member of the demonstration without a salon');
  await page.goto(room, { waitUntil: 'domcontentloaded' });
  const mine = page.locator('#fil > .message:not(.ote)').last();
  const message = (await mine.getAttribute('id'))?.replace('message-', '');
  const address = then(room, message);
  if (address !== room) await page.goto(address, { waitUntil: 'domcontentloaded' });
  else await page.waitForTimeout(300);
}

const inRoom = (then: (room: string, message: string | undefined) => string) => (page: Page) => enter(page, then);

async function unfolded(page: Page): Promise<void> {
  await page.goto(href('help'));
  await page.click('.deroulant summary');
}

export const PAGES: readonly (readonly [name: string, shot: Shot])[] = [
  ['landing', { who: 'stranger', open: at(href('home')) }],
  ['sign-in', { who: 'stranger', open: at(href('signIn')) }],
  ['sign-up', { who: 'stranger', open: at(href('signUp')) }],
  ['sign-up-refused', { who: 'stranger', open: (page) => refused(page, href('signUp')) }],
  ['comfort', { who: 'stranger', open: unfolded }],
  ['help', { who: 'stranger', open: at(href('help')) }],
  ['house-rules', { who: 'stranger', open: at(href('houseRules')) }],
  ['accessibility', { who: 'stranger', open: at(href('accessibility')) }],
  ['privacy', { who: 'stranger', open: at(href('privacy')) }],
  ['terms', { who: 'stranger', open: at(href('terms')) }],
  ['legal', { who: 'stranger', open: at(href('legal')) }],
  ['offline', { who: 'stranger', open: at(href('offline')) }],
  ['not-found', { who: 'stranger', open: at('/rien') }],
  ['home', { who: 'monique', open: at(href('home')) }],
  ['salons', { who: 'monique', open: at(href('salons')) }],
  ['new-salon', { who: 'monique', open: at(href('newSalon')) }],
  ['room', { who: 'monique', open: inRoom((room) => room) }],
  ['room-answer', { who: 'monique', open: inRoom((room, message) => `${room}?repondre=${message}`) }],
  ['members', { who: 'monique', open: inRoom((room) => `${room}/membres`) }],
  ['message', { who: 'monique', open: inRoom((room, message) => `${room}/messages/${message}`) }],
  ['room-free', { who: 'gerard', open: inRoom((room) => room) }],
  ['leave', { who: 'gerard', open: inRoom((room) => `${room}/quitter`) }],
  ['room-first', { who: 'admin', open: inRoom((room) => room) }],
  ['home-new', { who: 'admin', open: at(href('home')) }],
  ['components', { who: 'admin', open: at(href('components')) }],
  ...MEMBER_PAGES,
  ['mail-settings', { who: 'monique', open: at(href('mailSettings')) }],
  ['team', { who: 'admin', open: at(href('admin')) }],
  ['team-mail', { who: 'admin', open: at(href('adminMail', {}, { courriel: 'monique@exemple.fr' })) }],
  ['letters', { who: 'admin', open: at(href('letterPreviews')) }],
  ['letter', { who: 'admin', open: at(href('letterPreview', { lettre: 'connexion' })) }],
  ...['question', 403, 404, 405, 409, 413, 422, 429, 500, 503].map(
    (page) => [`components-${page}`, { who: 'admin', open: at(href('components', {}, { exemple: page })) }] as const,
  ),
];
