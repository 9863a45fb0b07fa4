/** What a first visit on a slow line has to load for the look of the site (issue 3; U14). */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { href } from '~/urls';
import { projectRoot } from '../../db/project-root';
import { openSite } from '../support/site';

const site = openSite();
const folder = path.join(projectRoot(), 'build/client/assets');
const server = path.join(projectRoot(), 'build/server');
const built = (ending: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => path.join(folder, file));

test('one style sheet for the whole site, of at most 14 KB', async () => {
  const html = await (await site.stranger().get('/')).text();
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, url]) => url ?? '');
  expect(sheets).toHaveLength(1);
  expect(built('.css').map((file) => path.basename(file))).toEqual(sheets.map((url) => path.basename(url)));
  for (const file of built('.css'))
    expect(gzipSync(readFileSync(file), { level: 9 }).length).toBeLessThanOrEqual(14_336);
});

test('one script for the whole site, which loads no other', () => {
  const [script = '', ...others] = built('.js');
  expect(others).toEqual([]);
  expect(readFileSync(script, 'utf8')).not.toMatch(/\bimport\b|\bfrom\s*["']/);
});

test('fonts of at most 60 KB, from our own site, shown as soon as they come', () => {
  const [sheet = ''] = built('.css').map((file) => readFileSync(file, 'utf8'));
  const faces = sheet.match(/@font-face\{[^}]*\}/g) ?? [];
  const loaded = faces.filter((face) => face.includes('url('));
  expect(loaded.length).toBeGreaterThan(1);
  for (const face of loaded) expect(face).toMatch(/font-display:swap/);
  expect(sheet.match(/url\(["']?https?:/g)).toBeNull();
  const weight = built('.woff2').reduce((sum, file) => sum + statSync(file).size, 0);
  expect(weight).toBeLessThanOrEqual(60 * 1024);
});

test('the server reads the texts of the demonstration only when it makes one', () => {
  const text = 'Un décapant doux, une spatule en bois';
  const withText = readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .filter((file) => readFileSync(path.join(server, file), 'utf8').includes(text));
  expect(withText).toEqual([expect.stringMatching(/^assets.prepare-/)]);
  const bundle = readFileSync(path.join(server, 'index.js'), 'utf8');
  expect(bundle).toMatch(/import\("\.\/assets\/prepare-/);
  expect(bundle).not.toMatch(/from "\.\/assets\/prepare-/);
});

test('a room of fifty messages is at most 54 KB of HTML, and a message at most thirteen elements', async () => {
  const anne = await site.cast.member('Anne');
  const { id: salon } = await site.cast.salon(anne);
  await site.cast.sql`
    insert into chat_messages (salon_id, user_id, content)
    select ${salon}, ${anne.id}, 'J’ai rempoté les tomates ce matin, et le basilic aussi.'
    from generate_series(1, 50)`;
  const html = await (await (await site.as(anne)).get(href('salon', { salon }))).text();
  const [, ...messages] = html.slice(0, html.lastIndexOf('</ol>')).split('<li id="message-');
  expect(messages).toHaveLength(50);
  for (const message of messages) expect((message.match(/<[a-z]/g) ?? []).length).toBeLessThanOrEqual(13);
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(54 * 1024);
});
