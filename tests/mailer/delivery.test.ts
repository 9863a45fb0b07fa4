/** Letters leave once, with every answer that Brevo can give (reliability 15). */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Letter } from '~/mailer';
import type { Member } from '../support/cast';
import { type Mailroom, mailroom } from '../support/mailroom';

let the: Mailroom;
let anne: Member;
beforeEach(async () => {
  the = await mailroom();
  anne = await the.cast.member('Anne');
});
afterEach(() => the.close());

const signIn = (to: Letter['to'], more: Partial<Letter> = {}): Letter =>
  ({
    template: 'signIn',
    props: { name: 'Anne', path: '/connexion/lien/secret', code: '123456' },
    to,
    ...more,
  }) as Letter;

test('a letter leaves after its transaction, to the address as it is now, and its row opens nothing any more', async () => {
  the.open();
  await the.put(signIn({ userId: anne.id }));
  await the.quiet();
  expect(the.brevo.sent).toHaveLength(1);
  const [row] = await the.rows();
  const [letter] = the.brevo.sent;
  expect(letter).toMatchObject({ key: row?.id, to: anne.email, tags: ['signIn'] });
  expect(letter?.text).toContain('http://localhost:20999/connexion/lien/secret');
  expect(letter?.headers['List-Unsubscribe']).toBeUndefined();
  expect(row).toMatchObject({
    state: 'sent',
    sentTo: anne.email,
    messageId: letter?.messageId,
    props: { name: 'Anne' },
  });
});
