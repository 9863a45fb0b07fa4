/** Say who one is, find somebody, leave her alone, tell the team; on a telephone (D02–D08, C-22). */
import { describe, expect, test } from 'vitest';
import { href } from '~/urls';
import { journey, ledTo, open, pressButton, WAYS } from '../../support/journey';
import { halves } from '../../support/pictures';

const on = journey();
const PHONE = { viewport: { width: 320, height: 640 } };

describe.each(WAYS)('members $name', (way) => {
  test('from one’s own profile to somebody of the same town, and to being left alone', async () => {
    const monique = await on.member('Monique Berger');
    // Each way its own: the towns of this site are shared.
    const name = way.scripts ? 'Hélène Zwingli' : 'Hélène Zweig';
    const helene = await on.member(name);
    await on.site.cast.sql`update profiles set city = 'Épinal', interests = '{chant}' where id = ${helene.id}`;
    const page = await on.arrive(way, monique, PHONE);

    await open(page, href('profile'));
    await page.getByLabel('Ville').fill('épinal');
    await page.getByLabel('Chant', { exact: true }).check();
    await pressButton(page, 'Enregistrer mon profil');
    await page.getByText('Votre profil est enregistré.').first().waitFor();
    expect(await page.getByLabel('Ville').inputValue()).toBe('épinal');

    await page.getByRole('navigation', { name: 'Navigation principale' }).getByText('Membres').click();
    await ledTo(page, href('members'));
    await page.getByRole('link', { name: /Près de chez vous/ }).click();
    await page.getByRole('link', { name }).click();
    await ledTo(page, href('member', { membre: helene.id }));
    expect(await page.getByRole('main').innerText()).toContain('Chant');

    await page.getByText('Signaler à l’équipe').click();
    await page.getByLabel(/Que s’est-il passé/).fill('Elle demande de l’argent.');
    await pressButton(page, 'Envoyer le signalement');
    await page.getByText('Merci.').first().waitFor();

    await pressButton(page, `Bloquer ${name}`);
    await page.getByText('C’est fait').first().waitFor();
    expect(await page.getByRole('link', { name }).count()).toBe(0);
    await open(page, href('profile'));
    await pressButton(page, `Débloquer ${name}`);
    await page.getByText('Cette personne n’est plus bloquée.').first().waitFor();
  });

  test('a photo of one’s own and an image for one’s salon, chosen, moved, kept and seen in their places (D03, B02)', async () => {
    const monique = await on.member('Monique Berger');
    const { id: salon } = await on.site.cast.salon(monique, { name: 'Jardin au balcon' });
    const page = await on.arrive(way, monique, PHONE);
    const buffer = await (await halves({ width: 900, height: 1200 })).jpeg().toBuffer();
    const file = { name: 'IMG_0001.JPG', mimeType: 'image/jpeg', buffer };

    await open(page, href('profile'));
    await page.getByRole('link', { name: 'Ajouter une photo' }).click();
    await page.getByLabel('Votre photo').setInputFiles({ ...file, buffer: Buffer.from('du texte') });
    await pressButton(page, 'Voir l’aperçu');
    await page.getByText('n’est pas une photo').first().waitFor();
    await page.getByLabel('Votre photo').setInputFiles(file);
    await pressButton(page, 'Voir l’aperçu');
    await ledTo(page, href('pictureDraft', { image: 'photo' }));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.getByText('En bas', { exact: true }).click();
    await pressButton(page, 'Utiliser cette photo');
    await page.getByText('Votre nouvelle image est en place.').first().waitFor();
    expect(await page.getByRole('main').locator('img.avatar').evaluate(isSeen)).toBe(true);
    const other = await on.arrive(way, await on.member('Paul Roux'), PHONE);
    await open(other, href('member', { membre: monique.id }));
    expect(await other.getByRole('main').locator('img.avatar').evaluate(isSeen)).toBe(true);

    await open(page, href('salonSettings', { salon }));
    await page.getByLabel('Une image pour le salon').setInputFiles(file);
    await pressButton(page, 'Voir l’aperçu');
    await ledTo(page, href('salonPictureDraft', { salon }));
    await pressButton(page, 'Utiliser cette photo');
    await page.getByText('Le salon a sa nouvelle image.').first().waitFor();
    await open(page, href('salons'));
    expect(await page.locator(`[data-salon="${salon}"] img.blason`).evaluate(isSeen)).toBe(true);
  });
});

/** Loaded, and as wide as its place. */
async function isSeen(image: Element): Promise<boolean> {
  const { naturalWidth, clientWidth } = image as HTMLImageElement;
  return naturalWidth >= 96 && clientWidth > 30;
}
