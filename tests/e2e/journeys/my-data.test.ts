/** Agree and withdraw, take a copy, see who looked, leave for good and hold the receipt (P01–P03, U05, U06, U17, C-25). */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { href } from '~/urls';
import { journey, ledTo, open, PASSWORD, pressButton, WAYS } from '../../support/journey';
import { mailboxOf } from '../../support/mailbox';
import { until } from '../../support/mailroom';

const on = journey();
const mailbox = mailboxOf(on.site);
const PHONE = { viewport: { width: 320, height: 640 } };

describe.each(WAYS)('my data $name', (way) => {
  test('from an agreement to the receipt of an erasure', async () => {
    const { sql } = on.site.cast;
    const admin = await on.site.cast.member('Adèle Roche', { role: 'admin' });
    const anne = { ...(await on.member('Anne Zweig')), proven: true };
    await sql`
      insert into audit_log (actor_id, subject_id, action, actor_role)
      values (${admin.id}, ${anne.id}, 'account_opened', 'admin')`;
    const page = await on.arrive(way, anne, PHONE);
    const main = page.getByRole('main');

    await open(page, href('myData'));
    await page.getByRole('link', { name: 'Mes accords' }).click();
    await ledTo(page, href('consents'));
    const news = page.getByLabel(/nouvelles d’Aurora50/);
    expect(await news.isChecked()).toBe(false);
    await news.check();
    await page
      .getByRole('button', { name: /mon accord/ })
      .first()
      .click();
    await page.getByText('c’est déjà en place').first().waitFor();
    await pressButton(page, 'Ne plus recevoir les nouvelles');
    await page.getByRole('heading', { name: 'Retirés' }).waitFor();

    await open(page, href('looks'));
    expect(await main.innerText()).toContain('une personne qui administre le site');

    await open(page, href('dataCopy'));
    await pressButton(page, 'Préparer ma copie');
    await page.getByText('Nous préparons votre copie').first().waitFor();
    await until(async () => (await mailbox.templates(anne.email)).includes('exportReady'));
    await open(page, href('dataCopy'));
    const arriving = page.waitForEvent('download');
    await page.getByRole('link', { name: /Télécharger ma copie/ }).click();
    const file = await (await arriving).path();
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');

    await open(page, href('erasure'));
    await page.getByLabel('Les laisser, sans mon nom').check();
    await page.getByLabel('Votre mot de passe').fill(PASSWORD);
    await pressButton(page, 'Demander l’effacement de mon compte');
    await page.getByText('Votre compte sera effacé le').first().waitFor();
    await until(async () => (await sql`select from erasures where user_id = ${anne.id}`).length === 1);
    await sql`update erasures set asked_at = now() - interval '8 days', due_at = now() where user_id = ${anne.id}`;
    await until(async () => (await sql`select from auth.users where id = ${anne.id}`).length === 0);
    const { path } = await mailbox.last(anne.email, 'erasureReceipt');
    await open(page, path);
    expect(await main.innerText()).toContain('Reçu vérifié');
    await open(page, href('myData'));
    await ledTo(page, href('signIn'));
  });
});
