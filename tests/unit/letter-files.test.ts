/** A letter in a file is a message of RFC 5322: some programs and servers refuse any other line end than CRLF. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderPost } from '~/mailer/folder';
import { testFolder } from '../support/folders';

const PARCEL = {
  id: '00000000-0000-4000-8000-000000000001',
  template: 'signIn',
  to: 'anne@exemple.fr',
  subject: 'Votre code : été, hiver',
  createdAt: new Date('2026-11-27T10:00:00Z'),
  unsubscribeUrl: 'https://aurora50.fr/desabonnement/abc',
  reopen: false,
};

test.each([
  ['LF', 'Bonjour Anne,\n\nvoici.\n'],
  ['CRLF', 'Bonjour Anne,\r\n\r\nvoici.\r\n'],
  ['both, and CR alone', 'Bonjour\nAnne,\r\nvoici\rvotre code.\r\n\n'],
  ['no end at all, in long lines', `${'très '.repeat(400)}\n${'long '.repeat(400)}`],
])('its lines end with CRLF, whatever its texts hold: %s', async (_, text) => {
  const folder = testFolder();
  const post = folderPost({ folder, from: { name: 'Aurora50', email: 'bonjour@aurora50.fr' }, replyTo: null });
  expect(await post.send({ ...PARCEL, text, html: `<p>${text}</p>` })).toMatchObject({ is: 'sent' });
  const [file = ''] = readdirSync(folder);
  const message = readFileSync(path.join(folder, file), 'utf8');
  expect(message.match(/(?<!\r)\n|\r(?!\n)/g) ?? []).toEqual([]);
  expect(message.split('\r\n').length).toBeGreaterThan(20);
  expect(Math.max(...message.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(998);
});
