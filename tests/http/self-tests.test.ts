/** The site tries itself, for admins and in a shell, and shows no secret (W07, W08, W09). */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';
import { href } from '~/urls';
import { projectRoot } from '../../db/project-root';
import { openPaymentSite, settingsOf } from '../support/payment';
import type { Visitor } from '../support/server';
import { mainOf, words } from '../support/site';

const dataDir = mkdtempSync(path.join(tmpdir(), 'aurora50-essais-'));
const more = {
  METRICS_TOKEN: 'un-jeton-tres-secret-1',
  BREVO_WEBHOOK_SECRET: 'un-secret-de-webhook-0123456789',
  DATA_DIR: dataDir,
};
const site = await openPaymentSite({ hears: false }, more);
let asAdmin: Visitor;
beforeAll(async () => {
  asAdmin = await site.as(await site.cast.member('Irène', { role: 'admin' }));
});
const page = async () => words(mainOf(await (await asAdmin.get(href('siteState'))).text()).replaceAll('<', ' <'));
const secrets = () => [
  ...Object.entries(settingsOf(site.stripe.config))
    .filter(([name]) => /SECRET/.test(name))
    .map(([, value]) => value),
  ...[more.METRICS_TOKEN, more.BREVO_WEBHOOK_SECRET],
];

test('for whoever is no admin it is not there', async () => {
  const asAnne = await site.as(await site.cast.member('Anne'));
  expect((await asAnne.post(href('selfTests'), {})).status).toBe(404);
  expect(readdirSync(dataDir)).not.toContain('courrier');
});

test('a letter, every part and a signed event that changes nothing', async () => {
  const answer = await asAdmin.post(href('selfTests'), {});
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/admin/etat?dit=essai-fait']);
  const shown = await page();
  for (const line of [
    /Base de données en ordre PostgreSQL \d+\.\d+ répond en \d+ ms\./,
    /Adresse du site en ordre/,
    /Envoi d’un courriel en ordre/,
    /Photos en ordre/,
    /Sauvegardes pas réglé/,
    /Paiements en ordre La clé et les deux tarifs sont connus, en mode d’essai\./,
    /Annonces de Stripe en ordre Un événement signé est pris, un autre est refusé\./,
    /STRIPE_WEBHOOK_SECRET/,
  ])
    expect(shown).toMatch(line);
  for (const secret of secrets()) expect(shown).not.toContain(secret);
  const [name = ''] = readdirSync(path.join(dataDir, 'courrier')).filter((file) => file.includes('selfTest'));
  expect(readFileSync(path.join(dataDir, 'courrier', name), 'utf8')).toMatch(/^Subject: .*Essai/m);
  const [{ count } = { count: -1 }] = await site.cast.sql<{ count: number }[]>`
    select count(*)::int as count from stripe_events`;
  expect(count).toBe(0);
});

test('what is broken is told: a price that Stripe does not know, in the shell too, with 1 and without a secret', async () => {
  const settings = {
    ...{ ...settingsOf(site.stripe.config), ...more, STRIPE_PRICE_PREMIUM: 'price_inconnu' },
    ...{ DATABASE_URL: site.url, ORIGIN: site.origin, PORT: new URL(site.origin).port },
  };
  const env = { PATH: process.env.PATH, ...settings } as unknown as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/self-test.ts', '--email', 'garde@exemple.fr'], {
    ...{ cwd: projectRoot(), env },
  });
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => child.once('exit', resolve)),
  ]);
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toMatch(/^Paiements : en panne\. Ne répond pas comme prévu/m);
  expect(out).toMatch(/^Annonces de Stripe : en ordre\./m);
  for (const secret of secrets()) expect(out).not.toContain(secret);
  expect(await page()).toMatch(/Paiements en panne/);
});
