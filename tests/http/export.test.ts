/** « Une copie de mes données », as its pages give it (P03, U05, C-25). */
import { beforeAll, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { mailboxOf } from '../support/mailbox';
import { until } from '../support/mailroom';
import type { Visitor } from '../support/server';
import { mainOf, openSite, words } from '../support/site';

const site = openSite();
const mailbox = mailboxOf(site);
const path = href('dataCopy');
let anne: Member;
let asAnne: Visitor;
beforeAll(async () => {
  anne = await site.cast.member('Anne', { proven: true });
  asAnne = await site.as(anne);
});

const shown = async () => words(mainOf(await (await asAnne.get(path)).text()));

test('asked for, made, told by letter, fetched by her alone and by whoever proves to be her', async () => {
  expect(await shown()).toContain('Préparer ma copie');
  const answer = await asAnne.post(path, {});
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, `${path}?dit=copie-demandee`]);
  await until(async () => (await mailbox.templates(anne.email)).includes('exportReady'));
  const { path: at } = await mailbox.last(anne.email, 'exportReady');
  expect(await shown()).toContain('Télécharger ma copie');
  const file = await asAnne.get(at);
  expect([file.status, file.headers.get('Content-Type'), file.headers.get('Cache-Control')]).toEqual([
    200,
    'application/zip',
    'private, no-store',
  ]);
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  const paul = await site.as(await site.cast.member('Paul', { proven: true }));
  expect((await paul.get(at)).status).toBe(404);
  expect((await paul.get(href('exportFile', { copie: 'rien' }))).status).toBe(404);
  const elsewhere = await site.as({ ...anne, proven: false });
  expect((await elsewhere.get(at)).headers.get('Location')).toBe(href('proof', {}, { retour: at }));
  expect((await elsewhere.post(path, {})).headers.get('Location')).toMatch(/^\/connexion\/preuve/);
  expect((await site.stranger().get(at)).headers.get('Location')).toMatch(/^\/connexion\?/);
  await asAnne.post(path, {});
  expect((await asAnne.get(at)).status).toBe(404);
});
