/** `/admin/webhooks` (Z03): a receiver is added, tried by the queue, and refused where its address is private. */
import { beforeAll, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Visitor } from '../support/server';
import { faultsShown, mainOf, openSite, words } from '../support/site';

const site = openSite();
let asAdmin: Visitor;
beforeAll(async () => {
  asAdmin = await site.as(await site.cast.member('Irène', { role: 'admin', proven: true }));
});
const page = async () => words(mainOf(await (await asAdmin.get(href('webhooks'))).text()).replaceAll('<', ' <'));

test('a fault stands beside its field, and what was typed is kept', async () => {
  const answer = await asAdmin.post(href('webhooks'), { adresse: 'https://127.0.0.1/', evenements: 'salon.created' });
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(faultsShown(html).fields.adresse).toContain('Cette adresse est privée');
  expect(mainOf(html)).toMatch(/name="evenements" checked="" value="salon\.created"|value="salon\.created" checked=""/);
});

test('a receiver is added, tried by the queue and tried again later, stopped and taken away', async () => {
  const adresse = 'https://outil.invalid/aurora';
  const added = await asAdmin.post(href('webhooks'), { adresse, evenements: 'salon.created' });
  expect([added.status, added.headers.get('location')]).toEqual([303, '/admin/webhooks?dit=outil-prevenu']);
  const [row] = await site.cast.sql<{ id: string; secret: string }[]>`select id, secret from webhooks`;
  expect(await page()).toContain(row?.secret);
  await expect.poll(async () => (await site.stranger().get('/sante')).status).toBe(200);
  const rule = (action: string) => asAdmin.post(href('webhook', { webhook: row?.id ?? '' }), { action });
  await expect
    .poll(async () => {
      await rule('essayer');
      return page();
    })
    .toMatch(/Essai outil\.invalid .* attend nom inconnu 1/);
  const jobs = await site.cast.sql<{ soon: boolean }[]>`
    select run_at between now() and now() + interval '6 seconds' as soon
    from graphile_worker.jobs j join webhook_deliveries t on j.key = 'webhook:' || t.id where t.attempts = 1`;
  expect(jobs.some(({ soon }) => soon)).toBe(true);
  await rule('arreter');
  expect(await page()).toContain('Arrêté par l’équipe.');
  await rule('retirer');
  expect(await page()).not.toContain('outil.invalid');
  expect((await rule('voler')).status).toBe(422);
});
