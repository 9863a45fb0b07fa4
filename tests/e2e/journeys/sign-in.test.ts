/** In by letter, and back from a forgotten password; a mail scanner that opens everything burns nothing (A02, A09, C-01). */
import { describe, expect, test } from 'vitest';
import { fillSignIn, journey, ledTo, open, pressButton, WAYS, WITH_SCRIPTS } from '../../support/journey';
import { mailboxOf } from '../../support/mailbox';

const on = journey();
const post = mailboxOf(on.site);

/** As some mailboxes do: a whole browser opens the link, runs what it finds, waits, and looks at it once more. */
async function scanned(path: string): Promise<void> {
  const scanner = await on.visit(WITH_SCRIPTS);
  for (let look = 0; look < 2; look += 1) {
    const answer = await scanner.goto(path, { waitUntil: 'networkidle' });
    expect(answer?.status()).toBe(200);
  }
  expect(await scanner.context().cookies()).toEqual([]);
}

describe.each(WAYS)('$name', (way) => {
  test('a letter lets her in by its link, after a scanner has been there', async () => {
    const anne = await on.member('Anne');
    const page = await on.visit(way);
    await open(page, '/connexion?retour=%2Fsalons');
    await page.getByLabel('Adresse de courriel').fill(anne.email);
    await page.getByRole('button', { name: 'Recevoir un code par courriel' }).click();
    await ledTo(page, '/connexion/courrier');
    const { path } = await post.last(anne.email, 'signIn');
    await scanned(path);
    await open(page, path);
    await pressButton(page, 'Entrer');
    await ledTo(page, '/salons');
    await page.getByRole('heading', { name: 'Salons', level: 1 }).waitFor();
  });

  test('a wrong password leads to a new one in three presses', async () => {
    const anne = await on.member('Anne');
    const page = await on.visit(way);
    await open(page, '/connexion');
    await fillSignIn(page, anne, 'pas-celui-la-du-tout');
    await pressButton(page, 'Choisir un nouveau mot de passe');
    await ledTo(page, '/connexion/courrier');
    const { path } = await post.last(anne.email, 'reset');
    await scanned(path);
    await open(page, path);
    await page.getByLabel('Nouveau mot de passe', { exact: true }).fill('soleil2024');
    await pressButton(page, 'Enregistrer et entrer');
    await page.locator('.faute').getByText('sur la liste de ceux que les voleurs essaient').waitFor();
    await page.getByLabel('Nouveau mot de passe', { exact: true }).fill('cerisier-brouette-lundi');
    await pressButton(page, 'Enregistrer et entrer');
    await ledTo(page, '/');
    await page.getByText('Votre nouveau mot de passe est enregistré').waitFor();
  });

  test('a letter read on another device: its code is typed here, and a new password chosen', async () => {
    const anne = await on.member('Anne');
    const page = await on.visit(way);
    await open(page, '/mot-de-passe/oubli');
    await page.getByLabel('Adresse de courriel').fill(anne.email);
    await pressButton(page, 'Recevoir le courriel');
    await ledTo(page, '/connexion/courrier');
    await page.getByLabel('Code à six chiffres').fill('12');
    await pressButton(page, 'Choisir un nouveau mot de passe');
    await page.locator('.faute').getByText('Le code a six chiffres').waitFor();
    const { code } = await post.last(anne.email, 'reset');
    await page.getByLabel('Code à six chiffres').fill(code);
    await pressButton(page, 'Choisir un nouveau mot de passe');
    await page.getByLabel('Nouveau mot de passe', { exact: true }).fill('cerisier-brouette-lundi');
    await pressButton(page, 'Enregistrer et entrer');
    await page.getByText('Votre nouveau mot de passe est enregistré').waitFor();
  });
});
