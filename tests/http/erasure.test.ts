/** « Effacer mon compte », as its pages do it (P02, U06, C-25). */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hashPassword } from '~/auth/passwords';
import { signerOf } from '~/certificates/proof';
import type { Credential } from '~/certificates/rules';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { mailboxOf } from '../support/mailbox';
import { until } from '../support/mailroom';
import type { Visitor } from '../support/server';
import { faultsShown, mainOf, openSite, words } from '../support/site';
import { readStream } from '../support/stream-reader';

const PASSWORD = 'noisette-parapluie-bleu';
const site = openSite();
const mailbox = mailboxOf(site);
const path = href('erasure');
let hash: string;
let anne: Member;
let asAnne: Visitor;

beforeAll(async () => {
  hash = await hashPassword(PASSWORD);
  await site.cast.member('Adèle Roche', { role: 'admin' });
});
beforeEach(async () => {
  anne = await site.cast.member('Anne Zweig');
  await site.cast.sql`update auth.users set password_hash = ${hash} where id = ${anne.id}`;
  asAnne = await site.as(anne);
});

const shown = async (visitor: Visitor, at: string = path) => words(mainOf(await (await visitor.get(at)).text()));
const ask = (more: Record<string, string> = {}, visitor = asAnne) =>
  visitor.post(path, { messages: 'effacer', mot_de_passe: PASSWORD, ...more });
const askedBy = ({ id }: Member) => site.cast.sql<{ keeps: boolean }[]>`
  select keeps_messages as keeps from erasures where user_id = ${id}`;
const timePasses = ({ id }: Member) => site.cast.sql`
  update erasures set asked_at = now() - interval '8 days', due_at = now() where user_id = ${id}`;
const isGone = async ({ id }: Member) => (await site.cast.sql`select from auth.users where id = ${id}`).length === 0;

test('says what goes, what stays, and who gets each salon', async () => {
  const paul = await site.cast.member('Paul Moderne');
  const salon = await site.cast.salon(anne, { name: 'Jardin d’hiver' });
  await site.cast.join(await site.cast.member('Zoé'), salon.id);
  await site.cast.join(paul, salon.id, 'moderator');
  await site.cast.salon(anne, { name: 'Rien qu’à moi' });
  const page = await shown(asAnne);
  expect(page).toContain('« Jardin d’hiver » continue : Paul Moderne en devient propriétaire.');
  expect(page).toContain('« Rien qu’à moi » est effacé');
  expect(page).toContain('Nos copies de secours');
  expect(await shown(asAnne, href('myData'))).toContain('Effacer mon compte');
});

test('asks for the password, and for a choice about the messages', async () => {
  const wrong = await ask({ mot_de_passe: 'pas celui-là', messages: 'autre' });
  expect(wrong.status).toBe(422);
  expect(Object.keys(faultsShown(await wrong.text()).fields).sort()).toEqual(['messages', 'mot_de_passe']);
  expect((await asAnne.post(path, { messages: 'garder' })).status).toBe(422);
  expect(await askedBy(anne)).toEqual([]);
});

test('without a password a fresh proof comes first; a code in the form does as well', async () => {
  await site.cast.sql`update auth.users set password_hash = null where id = ${anne.id}`;
  expect(await shown(asAnne)).toContain('M’envoyer un code par courriel');
  expect((await asAnne.post(path, { messages: 'effacer' })).headers.get('Location')).toMatch(/^\/connexion\/preuve/);
  await asAnne.post(href('proofCode'), {});
  const { code } = await mailbox.last(anne.email, 'proof');
  const wrong = await asAnne.post(path, { messages: 'effacer', code: '000000' });
  expect([wrong.status, Object.keys(faultsShown(await wrong.text()).fields)]).toEqual([422, ['code']]);
  expect((await asAnne.post(path, { messages: 'effacer', code })).status).toBe(303);
  expect(await askedBy(anne)).toEqual([{ keeps: false }]);
});

test('seven days to change her mind: told by letter, shown on the page, taken back by one press', async () => {
  const answer = await ask({ messages: 'garder' });
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, `${path}?dit=effacement-demande`]);
  expect(await mailbox.templates(anne.email)).toEqual(['erasureAsked']);
  const page = await shown(asAnne);
  expect(page).toContain('Votre compte sera effacé le');
  expect(page).toContain('Vos messages resteront dans les salons');
  await asAnne.post(href('keepAccount'), {});
  expect((await asAnne.post(href('keepAccount'), {})).status).toBe(303);
  expect(await askedBy(anne)).toEqual([]);
  expect(await shown(asAnne)).toContain('Ce qui est effacé');
});

test('then it is done: session and stream end, a receipt that names nobody can be checked by anybody', async () => {
  const salon = await site.cast.salon(await site.cast.member('Paul'));
  await site.cast.join(anne, salon.id);
  const stream = await readStream(site.origin, salon.id, { cookie: asAnne.cookie() });
  await ask();
  await timePasses(anne);
  await until(() => isGone(anne));
  await until(() => stream.named('fin').length > 0);
  expect((await asAnne.get(href('salons'))).headers.get('Location')).toMatch(/^\/connexion/);
  const { reference, path: at } = await mailbox.last(anne.email, 'erasureReceipt');
  const page = await shown(site.stranger(), at);
  expect(page).toContain('Reçu vérifié');
  expect(page).toContain(reference);
  const receipt = (await (await site.stranger().get(`${at}/json`)).json()) as Credential;
  const issuer = (await (await site.stranger().get(href('attestationIssuer'))).json()) as Credential;
  const signer = await signerOf(receipt);
  expect(JSON.stringify(issuer)).toContain(signer);
  expect(JSON.stringify(receipt)).not.toMatch(/Anne|exemple\.fr/);
  const forged = structuredClone(receipt) as { credentialSubject: { messages: string } };
  forged.credentialSubject.messages = 'gardés sans nom';
  expect(await signerOf(forged)).toBeNull();
  expect((await site.stranger().get(href('erasureReceipt', { recu: 'E-2026-0000000000' }))).status).toBe(404);
});

test('the same address can sign up again at once', async () => {
  await ask();
  await timePasses(anne);
  await until(() => isGone(anne));
  const page = await (await site.stranger().get(href('signUp'))).text();
  const stamp = /name="(\w+)" value="([^"]{20,})"/.exec(mainOf(page));
  const form = { nom: 'Anne', courriel: anne.email, mot_de_passe: PASSWORD, consentement: 'on' };
  await site.stranger().post(href('signUp'), stamp ? { ...form, [stamp[1] ?? '']: stamp[2] ?? '' } : form);
  expect(await mailbox.templates(anne.email)).not.toContain('accountExists');
});

describe('who', () => {
  test('the only administrator is refused, with the way out', async () => {
    await site.cast.sql`update profiles set app_role = 'member' where app_role = 'admin'`;
    const admin = await site.cast.member('Odile', { role: 'admin' });
    await site.cast.sql`update auth.users set password_hash = ${hash} where id = ${admin.id}`;
    const asAdmin = await site.as(admin);
    expect(await shown(asAdmin)).toContain('Confiez d’abord l’administration');
    expect(mainOf(await (await asAdmin.get(path)).text())).toContain(`href="${href('staffMembers')}"`);
    expect((await ask({}, asAdmin)).status).toBe(422);
    expect(await askedBy(admin)).toEqual([]);
  });

  test('a suspended member too: her data stay hers (G35)', async () => {
    await site.cast.sql`insert into auth.suspensions (user_id, reason) values (${anne.id}, 'Une raison')`;
    const asSuspended = await site.as(anne);
    expect((await asSuspended.get(href('salons'))).headers.get('Location')).toBe(href('suspension'));
    expect((await ask({}, asSuspended)).status).toBe(303);
  });
});
