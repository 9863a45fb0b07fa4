/** Salons: the list, the rooms in every state, and what one does to a message. */
import type { Page } from 'playwright';
import { href } from '~/urls';
import type { Furnished } from './furnished';
import type { Rooms } from './rooms';
import { at, refused, type Shot, sent } from './shot';

type Row = readonly [name: string, shot: Shot];
type Inside = (room: string, message: string | undefined) => string;

export const ROOM_PAGES: readonly Row[] = [
  ['salons', { who: 'monique', open: at(href('salons')) }],
  ['salons-new', { who: 'lucie', open: at(href('salons')) }],
  ['salons-none-found', { who: 'monique', open: at(href('salons', {}, { q: 'parapente' })) }],
  ['salons-waiting', { who: 'ursule', open: at(href('salons')) }],
  ['new-salon', { who: 'monique', open: at(href('newSalon')) }],
  ['new-salon-refused', { who: 'monique', open: (page) => refused(page, href('newSalon')) }],
  ['room', { who: 'monique', open: inside((room) => room) }],
  ['room-without-scripts', { who: 'monique', withoutScripts: true, open: inside((room) => room) }],
  ['room-keyboard', { who: 'monique', height: 300, open: typing }],
  ['room-answer', { who: 'monique', open: inside((room, message) => `${room}?repondre=${message}`) }],
  ['room-refused', { who: 'monique', open: async (page) => sent(page, await first(page), { texte: '  ' }) }],
  ['room-wordy', { who: 'fatima', open: into('wordyRoom') }],
  ['room-wordy-top', { who: 'fatima', open: top }],
  ['room-actions', { who: 'fatima', open: unfolded }],
  ['room-about', { who: 'fatima', open: about }],
  ['room-full', { who: 'fatima', open: into('fullRoom') }],
  ['room-full-older', { who: 'fatima', open: into('fullRoomOlder') }],
  ['room-empty', { who: 'fatima', open: into('emptyRoom') }],
  ['room-archived', { who: 'fatima', open: into('archivedRoom') }],
  ['members', { who: 'monique', open: inside((room) => `${room}/membres`) }],
  ['members-wordy', { who: 'fatima', open: (page, site) => page.goto(`${site.wordyRoom}/membres`) }],
  ['message', { who: 'fatima', open: own((message) => message) }],
  ['message-of-another', { who: 'monique', open: inside((room, message) => `${room}/messages/${message}`) }],
  ['message-delete', { who: 'fatima', open: own((message) => `${message}/supprimer`) }],
  ['leave-owner', { who: 'fatima', open: (page, site) => page.goto(`${site.wordyRoom}/quitter`) }],
  ['room-free', { who: 'gerard', open: inside((room) => room) }],
  ['leave', { who: 'gerard', open: inside((room) => `${room}/quitter`) }],
  ['room-first', { who: 'admin', open: inside((room) => room) }],
  ['share-link', { who: 'stranger', open: (page, site) => page.goto(site.shareLink) }],
  ['share-link-member', { who: 'lucie', open: (page, site) => page.goto(site.shareLink) }],
];

async function first(page: Page): Promise<string> {
  await page.goto(href('salons'), { waitUntil: 'domcontentloaded' });
  const room = page.locator('section[aria-labelledby=mes-salons] .salon h3 a').first();
  return (await room.getAttribute('href')) ?? '';
}

/** The stream would keep the network busy for ever; the page is whole without it. */
function inside(then: Inside): Shot['open'] {
  return async (page) => {
    const room = await first(page);
    await page.goto(room, { waitUntil: 'domcontentloaded' });
    const last = page.locator('#fil > .message:not(.ote)').last();
    const message = (await last.count()) > 0 ? await last.getAttribute('id') : undefined;
    const address = then(room, message?.replace('message-', ''));
    await settle(page, address, room);
  };
}

async function settle(page: Page, address: string, shown: string): Promise<void> {
  if (address !== shown) await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.waitForTimeout(300);
}

function into(room: keyof Rooms): Shot['open'] {
  return (page, site) => settle(page, site[room], '');
}

function own(then: (message: string) => string): Shot['open'] {
  return async (page, { wordyRoom }) => {
    await page.goto(wordyRoom, { waitUntil: 'domcontentloaded' });
    const last = (await page.locator('#fil > .message:not(.ote)').last().getAttribute('id')) ?? '';
    await page.goto(`${wordyRoom}/messages/${then(last.replace('message-', ''))}`);
  };
}

/** What remains of a telephone when its keyboard is up. */
async function typing(page: Page, site: Furnished): Promise<void> {
  await inside((room) => room)(page, site);
  await page.fill('.ecrire textarea', 'Bonsoir Gérard, et merci pour les plants.\nJe passe demain.');
  await page.focus('.ecrire textarea');
  await page.waitForTimeout(300);
}

async function top(page: Page, site: Furnished): Promise<void> {
  await into('wordyRoom')(page, site);
  await page.evaluate(() => document.querySelector('.fil-cadre')?.scrollTo(0, 0));
  await page.evaluate(() => document.scrollingElement?.scrollTo(0, 0));
}

async function unfolded(page: Page, site: Furnished): Promise<void> {
  await into('wordyRoom')(page, site);
  await page.evaluate(() => {
    const menus = document.querySelectorAll<HTMLDetailsElement>('#fil .message details');
    const last = menus[menus.length - 1];
    if (last) last.open = true;
    last?.scrollIntoView({ block: 'center' });
  });
}

async function about(page: Page, site: Furnished): Promise<void> {
  await into('wordyRoom')(page, site);
  await page.evaluate(() => {
    const menu = document.querySelector<HTMLDetailsElement>('.cote .repli');
    if (menu) menu.open = true;
  });
}
