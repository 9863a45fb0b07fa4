/** The ways in: passwords, letters, codes, cards, and what stands where a link is dead. */
import type { Page } from 'playwright';
import { href } from '~/urls';
import { at, refused, type Shot, sent } from './shot';

type Row = readonly [name: string, shot: Shot];
const of = (who: Shot['who'], rows: Readonly<Record<string, string | Shot['open']>>): Row[] =>
  Object.entries(rows).map(([name, open]) => [name, { who, open: typeof open === 'string' ? at(open) : open }]);

export const DOOR_PAGES: readonly Row[] = [
  ...of('stranger', {
    'sign-in': href('signIn'),
    'sign-in-refused': (page) => refused(page, href('signIn')),
    'sign-in-on-the-way': href('signIn', {}, { retour: href('salons') }),
    'sign-up': href('signUp'),
    'sign-up-refused': (page) => refused(page, href('signUp')),
    'letter-ask': href('signInLetter'),
    'letter-refused': (page) => sent(page, href('signInLetter'), { courriel: 'anne chez exemple' }),
    'letter-waiting': asked,
    'letter-waiting-no-cookie': href('waiting', {}, { suite: 1 }),
    'password-forgotten': href('forgottenPassword'),
    'password-new': (page, site) => page.goto(site.newPassword),
    'password-new-refused': (page, site) => sent(page, site.newPassword, { mot_de_passe: 'soleil2024' }),
    'letter-link': (page, site) => page.goto(site.signInLink),
    'letter-link-refused': (page, site) => sent(page, site.signInLink, { code: '' }),
    confirmation: (page, site) => page.goto(site.confirmation),
    'dead-link': href('signInLink', { jeton: 'rien' }),
    'dead-password': href('newPassword', { jeton: 'rien' }),
    'dead-confirmation': href('confirmAddress', {}, { jeton: 'rien' }),
    'dead-address': href('confirmNewAddress', { jeton: 'rien' }),
    'dead-take-back': href('takeBackAddress', { jeton: 'rien' }),
    'dead-session-transfer': href('sessionTransferLink', { jeton: 'rien' }),
    'session-transfer-code': href('sessionTransferCode'),
    card: href('cardSignIn'),
    'card-refused': (page) => sent(page, href('cardSignIn'), { courriel: 'anne@exemple.fr', code: '000 001' }),
    'lost-keys': href('lostKeys'),
  }),
  ...of('ursule', {
    'confirmation-waiting': href('waiting'),
    'confirmation-not-yet': href('waiting', {}, { 'pas-encore': 1 }),
    'confirmation-code-refused': (page) => sent(page, href('waiting'), { code: '12' }),
    'address-correct': href('address'),
  }),
];

/** A letter a browser is enough: what has been asked for is remembered there. */
async function asked(page: Page): Promise<void> {
  await page.goto(href('waiting'));
  if (await page.locator('.adresse-lue').count()) return;
  await page.goto(href('signInLetter'));
  await page.fill('#champ-courriel', 'personne@exemple.fr');
  await page.click('main button.principal');
  await page.locator('.adresse-lue').waitFor();
}
