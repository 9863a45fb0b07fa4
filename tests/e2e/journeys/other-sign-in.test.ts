/** In a browser: sign-in by a provider, a session that ends while one writes, and a second device (A03, C-08, U12). */
import { randomInt, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import { eventually, journey, ledTo, open, openRoom, PASSWORD, pressButton, WAYS } from '../../support/journey';
import { CLIENT, type ProviderStandIn, providerStandIn } from '../../support/provider-stand-in';

const settings: Record<string, string> = { GOOGLE_CLIENT_ID: CLIENT.id, GOOGLE_CLIENT_SECRET: CLIENT.secret };
let google: ProviderStandIn;
beforeAll(async () => {
  google = await providerStandIn(false);
  settings.GOOGLE_OAUTH_BASE = google.origin;
  return () => google.close();
});
const on = journey(settings);

describe.each(WAYS)('sign-in methods $name', (way) => {
  test('« Continuer avec Google » goes there and back, past the policy of the page', async () => {
    google.seat({ sub: String(randomInt(2 ** 40)), email: `odile.${randomUUID()}@exemple.fr`, name: 'Odile Martin' });
    const page = await on.visit(way);
    await open(page, '/connexion?retour=%2Fsalons');
    await pressButton(page, 'Continuer avec Google');
    await ledTo(page, '/inscription/fournisseur');
    expect(await page.getByLabel('Votre nom').inputValue()).toBe('Odile Martin');
    await page.getByLabel(/J’accepte/).check();
    await pressButton(page, 'Créer mon compte');
    await ledTo(page, '/salons');
  });

  test('what was written when the session had ended leaves after sign-in, and is not offered again', async () => {
    const anne = await on.member('Anne');
    const { id: salon } = await on.site.cast.salon(anne);
    const page = await on.arrive(way, anne);
    await openRoom(page, way, salon);
    await on.site.cast.sql`delete from auth.sessions where user_id = ${anne.id}`;
    await page.locator('#ecrire textarea').fill('Deux lignes,\nécrites trop tard');
    await page.locator('#ecrire button:not([type=button])').first().click();
    await ledTo(page, '/connexion');
    await page.getByText('Votre texte est gardé').waitFor();
    await page.getByLabel('Adresse de courriel').fill(anne.email);
    await page.locator('input[name=mot_de_passe]').fill(PASSWORD);
    await pressButton(page, 'Me connecter');
    await ledTo(page, '/texte-garde');
    expect(await page.locator('#garde textarea').inputValue()).toBe('Deux lignes,\nécrites trop tard');
    await pressButton(page, 'Envoyer mon message');
    await ledTo(page, `/salons/${salon}`);
    await eventually(() => page.locator('#ecrire textarea').inputValue()).toBe('');
    const rows = await on.site.cast.sql`select content from chat_messages where salon_id = ${salon}`;
    expect(rows.map((row) => row.content)).toEqual(['Deux lignes,\nécrites trop tard']);
  });

  test('a code on one device opens the session on another', async () => {
    const anne = await on.member('Anne');
    const computer = await on.arrive(way, anne);
    await open(computer, href('sessionTransfer'));
    await pressButton(computer, 'Montrer le code');
    const code = await computer.locator('.code-a-lire').innerText();
    const tablet = await on.visit(way);
    await open(tablet, href('sessionTransferCode'));
    await tablet.getByLabel('Code affiché sur l’autre appareil').fill(code.toLowerCase());
    await pressButton(tablet, 'Ouvrir ma session ici');
    await tablet.getByText('Votre session est ouverte sur cet appareil').waitFor();
    await computer.getByRole('link', { name: 'C’est fait ? Vérifier' }).click();
    await computer.getByText('est maintenant connecté à votre compte').waitFor();
  });
});
