/** What is photographed: every page, and the states of a page that look different. */
import type { Page } from 'playwright';
import { href } from '~/urls';
import { MEMBER_PAGES } from './member-pages';
import { ROOM_PAGES } from './room-pages';
import { at, refused, type Shot } from './shot';
import { DOOR_PAGES } from './sign-in-pages';

async function unfolded(page: Page): Promise<void> {
  await page.goto(href('help'));
  await page.click('.deroulant summary');
}

async function dismissal(page: Page): Promise<void> {
  await page.goto(href('authors'));
  await page.locator('.pupitre a').first().click();
}

export const PAGES: readonly (readonly [name: string, shot: Shot])[] = [
  ['landing', { who: 'stranger', open: at(href('home')) }],
  ...DOOR_PAGES,
  ['comfort', { who: 'stranger', open: unfolded }],
  ['help', { who: 'stranger', open: at(href('help')) }],
  ['site-rules', { who: 'stranger', open: at(href('houseRules')) }],
  ['accessibility', { who: 'stranger', open: at(href('accessibility')) }],
  ['privacy', { who: 'stranger', open: at(href('privacy')) }],
  ['terms', { who: 'stranger', open: at(href('terms')) }],
  ['legal', { who: 'stranger', open: at(href('legal')) }],
  ['offline', { who: 'stranger', open: at(href('offline')) }],
  ['not-found', { who: 'stranger', open: at('/rien') }],
  ['home', { who: 'monique', open: at(href('home')) }],
  ['home-new', { who: 'lucie', open: at(href('home')) }],
  ['home-team', { who: 'admin', open: at(href('home')) }],
  ['home-waiting', { who: 'ursule', open: at(href('home')) }],
  ...ROOM_PAGES,
  ['components', { who: 'admin', open: at(href('components')) }],
  ...MEMBER_PAGES,
  ['mail-settings', { who: 'monique', open: at(href('mailSettings')) }],
  ['team', { who: 'admin', open: at(href('admin')) }],
  ['authors', { who: 'admin', open: at(href('authors')) }],
  ['authors-refused', { who: 'admin', open: (page) => refused(page, href('authors')) }],
  ['author-dismissal', { who: 'admin', open: dismissal }],
  ['team-mail', { who: 'admin', open: at(href('adminMail', {}, { courriel: 'monique@exemple.fr' })) }],
  ['letters', { who: 'admin', open: at(href('letterPreviews')) }],
  ['letter', { who: 'admin', open: at(href('letterPreview', { lettre: 'connexion' })) }],
  ...['question', 403, 404, 405, 409, 413, 422, 429, 500, 503].map(
    (page) => [`components-${page}`, { who: 'admin', open: at(href('components', {}, { exemple: page })) }] as const,
  ),
];
