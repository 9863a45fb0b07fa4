/** Pages and browser script call things by the same names, which stand in one file (`client/protocol.ts`). */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { anchors, data, dataOf, having, paths, saying } from '~/client/protocol';
import { href } from '~/urls';

test('what a view writes is what the script reads and looks for', () => {
  expect(data({ aurora: '', nePlusRepondre: '', garde: undefined })).toEqual({
    'data-aurora': '',
    'data-ne-plus-repondre': '',
    'data-garde': undefined,
  });
  expect(having('nePlusRepondre')).toBe('[data-ne-plus-repondre]');
  expect(saying('jour', 'lundi 23 novembre')).toBe('[data-jour="lundi 23 novembre"]');
  expect(dataOf(null)).toEqual({});
});

test('the addresses are those of the table', () => {
  expect(paths).toEqual({ signIn: href('signIn'), signOut: href('signOut'), serviceWorker: href('serviceWorker') });
});

test('no id of the protocol is typed again in a view or in the script', () => {
  const cwd = fileURLToPath(new URL('../../app', import.meta.url));
  const ids = Object.values(anchors).filter((id) => typeof id === 'string');
  const again = new RegExp(`(id=|htmlFor=|byId\\()["'](${ids.join('|')})["']|\\.dataset\\.`);
  const files = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => again.test(readFileSync(`${cwd}/${file}`, 'utf8')))).toEqual([]);
});
