/** What one may do with one's own message: R14, D48. */
import { beforeAll, expect, test } from 'vitest';
import { viewerCss } from '~/chat/views/viewer-css';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import type { Visitor } from '../support/server';
import { openSite, words } from '../support/site';

const site = openSite();
let anne: Member;
let asAnne: Visitor;
let asPaul: Visitor;
let salon: string;
let message: string;

beforeAll(async () => {
  anne = await site.cast.member('Anne');
  const paul = await site.cast.member('Paul');
  [asAnne, asPaul] = [await site.as(anne), await site.as(paul)];
  salon = (await site.cast.salon(anne)).id;
  await site.cast.join(paul, salon);
  await asAnne.post(href('messages', { salon }), { texte: 'Les tomates sont semées' });
  const [row] = await site.cast.sql<{ id: string }[]>`select id::text from chat_messages where salon_id = ${salon}`;
  message = row?.id ?? expect.unreachable('nothing is stored');
});

const page = async (by: Visitor) => (await by.get(href('message', { salon, message }))).text();
const main = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'));

test('its page begins with the field, which has the caret, and offers no thanks to oneself', async () => {
  const html = main(await page(asAnne));
  expect(words(html)).toContain('Modifier votre message');
  expect(html).toMatch(/<textarea[^>]*autofocus/i);
  expect(html).not.toContain('name="emoji"');
  expect(html).not.toContain('class="bulle"');
});

test('a quarter of an hour later it only offers to delete', async () => {
  await site.cast.sql`update chat_messages set created_at = created_at - interval '16 minutes' where id = ${message}`;
  const html = main(await page(asAnne));
  expect(html).not.toContain('<textarea');
  expect(words(html)).toContain('Ce délai est passé');
  expect(words(html)).toContain('Supprimer ce message');
});

test('somebody else answers and reacts', async () => {
  const html = main(await page(asPaul));
  expect(html).toContain('name="emoji"');
  expect(words(html)).not.toContain('Modifier');
});

test('in the thread the reader’s style sheet says what can be done with one’s own', () => {
  const css = viewerCss(anne.id);
  expect(css).toContain('--autrui:none;--moi:flex;--modifier:block');
});

test('« Modifier » is not offered for what was written more than a quarter of an hour ago', async () => {
  const rules = async () => /<style[^>]*>([^<]*)/.exec(await (await asAnne.get(href('salon', { salon }))).text())?.[1];
  expect(await rules()).toContain(`:not(#message-${message}~*){--corriger:none`);
  await site.cast.sql`update chat_messages set created_at = now() - interval '14 minutes' where id = ${message}`;
  await asAnne.post(href('messages', { salon }), { texte: 'Les courges aussi' });
  expect(await rules()).not.toContain('--corriger:none');
});
