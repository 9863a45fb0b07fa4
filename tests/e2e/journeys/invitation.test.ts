/** From a shared link or a dictated code to the first word in the salon. */
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import {
  eventually,
  fillSignIn,
  followLink,
  journey,
  ledTo,
  open,
  PASSWORD,
  pressButton,
  said,
  say,
  WAYS,
  type Way,
} from '../../support/journey';
import { mailboxOf } from '../../support/mailbox';
import { filledIn } from '../../support/site';

const on = journey();
const post = mailboxOf(on.site);

async function salonOf(owner: string, visibility = 'public', name = 'Marche du jeudi') {
  const monique = await on.member(owner);
  return { name, ...(await on.site.cast.salon(monique, { name, visibility })) };
}

const membersOf = (salon: string) => on.site.cast.sql<{ name: string }[]>`
  select p.full_name as name from salon_members m join profiles p on p.id = m.user_id
  where m.salon_id = ${salon} and m.role <> 'owner'`;

/** As long ago as anybody takes to fill the form in (C-23): when this file began. */
let begun: string;
let begunAt: number;
beforeAll(async () => {
  begunAt = Date.now();
  begun = filledIn(await (await on.site.stranger().get(href('signUp'))).text(), 'debut') ?? '';
});

/** Joined, told so, and heard. */
async function isIn(page: Page, way: Way, salon: string, words: string): Promise<void> {
  await ledTo(page, href('salon', { salon }));
  await page.getByText('Vous êtes maintenant membre de ce salon.').waitFor();
  await say(page, way, words);
  const stored = await on.site.cast.sql`select content from chat_messages where salon_id = ${salon} and not is_arrival`;
  expect(stored.map((row) => row.content)).toEqual([words]);
}

describe.each(WAYS)('an invitation $name', (way) => {
  test('leads somebody who has an account through sign-in, back, in, and to her first words', async () => {
    const { id, code, name } = await salonOf('Monique');
    const gerard = await on.member('Gérard');
    const page = await on.visit(way);
    await open(page, `/s/${code}`);
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    expect(await page.locator('main').innerText()).toContain('Tenu par Monique');
    await pressButton(page, 'J’ai déjà un compte');
    await ledTo(page, '/connexion');
    expect(await membersOf(id)).toEqual([]);
    await fillSignIn(page, gerard);
    await ledTo(page, `/s/${code}`);
    await pressButton(page, 'Rejoindre le salon');
    await isIn(page, way, id, 'Bonjour, me voici');
    expect(await membersOf(id)).toEqual([{ name: 'Gérard' }]);
  });

  test('leads a newcomer through sign-up, and a wrong password on the way costs nothing', async () => {
    const { id, code } = await salonOf('Monique');
    const page = await on.visit(way);
    await open(page, `/s/${code}`);
    await pressButton(page, 'J’ai déjà un compte');
    await ledTo(page, '/connexion');
    await page.getByLabel('Adresse de courriel').fill('personne@exemple.fr');
    await page.getByLabel('Mot de passe', { exact: true }).fill('nest-pas-le-bon');
    await pressButton(page, 'Me connecter');
    await page.getByText('L’adresse ou le mot de passe ne correspond pas.').waitFor();
    await page.getByRole('button', { name: 'Recevoir un code à cette adresse' }).waitFor();
    expect(await page.getByLabel('Adresse de courriel').inputValue()).toBe('personne@exemple.fr');

    await followLink(page, 'Créer mon compte');
    await page.getByLabel('Votre nom').fill('Odile Martin');
    const email = `odile.${code.toLowerCase()}@exemple.fr`;
    await page.getByRole('textbox', { name: 'Adresse de courriel' }).fill(email);
    await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
    await page.getByLabel('J’accepte').check();
    // What is left of the time in which nobody fills in a form (C-23).
    await eventually(() => Date.now() - begunAt).toBeGreaterThan(3_500);
    await page.locator('[name=debut]').evaluate((field, value) => field.setAttribute('value', value), begun);
    await pressButton(page, 'Créer mon compte');
    await ledTo(page, '/connexion/courrier');
    expect(await page.locator('main').innerText()).toContain(email);
    await page.getByLabel('Code à six chiffres').fill((await post.last(email, 'confirmation')).code);
    await pressButton(page, 'Confirmer mon adresse');
    await isIn(page, way, id, 'Bonjour, je suis nouvelle');
    expect(await membersOf(id)).toEqual([{ name: 'Odile Martin' }]);
  });

  test('with a wrong code says so, keeps what was typed, and lets nobody in', async () => {
    const { id, code } = await salonOf('Monique');
    const stranger = await on.visit(way);
    const answer = await open(stranger, '/s/222222');
    expect(answer?.status()).toBe(404);
    await stranger.getByRole('heading', { name: 'Cette invitation ne marche plus' }).waitFor();

    const page = await on.arrive(way, await on.member('Gérard'));
    await open(page, '/salons');
    await page.getByLabel('Le code du salon').fill('zz-zz-zz');
    await pressButton(page, 'Rejoindre avec ce code');
    await page.locator('.faute').getByText('Ce code n’ouvre aucun salon.').waitFor();
    expect(await page.getByLabel('Le code du salon').inputValue()).toBe('zz-zz-zz');
    expect(await membersOf(id)).toEqual([]);

    const dictated = ` ${code.slice(0, 3).toLowerCase()} ${code.slice(3).toLowerCase()} `;
    await page.getByLabel('Le code du salon').fill(dictated);
    await pressButton(page, 'Rejoindre avec ce code');
    await isIn(page, way, id, 'Le code dicté marche');
  });

  test('to a private salon is the only way to it', async () => {
    const { id, code, name } = await salonOf('Monique', 'prive', 'Chez les Moreau');
    const page = await on.arrive(way, await on.member('Gérard'));
    await open(page, '/salons?q=Moreau');
    await page.getByText('Aucun salon ne correspond.').waitFor();
    expect(await page.getByText(name).count()).toBe(0);
    expect((await open(page, href('salon', { salon: id })))?.status()).toBe(404);

    await open(page, `/s/${code}`);
    await pressButton(page, 'Rejoindre le salon');
    await isIn(page, way, id, 'Bonjour la famille');
    expect(await page.locator('.piece-tete').innerText()).toContain('Salon privé');
    await open(page, `/s/${code}`);
    await page.getByText('Vous êtes déjà membre de ce salon.').waitFor();
    await followLink(page, 'Entrer dans le salon');
    await ledTo(page, href('salon', { salon: id }));
    await eventually(() => said(page, way, 'Bonjour la famille').count()).toBe(1);
    expect(await membersOf(id)).toHaveLength(1);
  });
});
