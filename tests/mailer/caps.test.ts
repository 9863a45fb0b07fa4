/** C-23: a mailbox is counted by one transaction at a time, whoever sends (reliability 13). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseConfig } from '~/config';
import type { Database } from '~/db';
import { brevoPost } from '~/mailer/brevo';
import { deliver, type Mailroom as Sender } from '~/mailer/deliver';
import { CAPS } from '~/mailer/rules';
import { letterWriter } from '~/mailer/writer';
import { BREVO_KEY } from '../support/brevo-stand-in';
import { type Mailroom, mailroom } from '../support/mailroom';

let the: Mailroom;
beforeAll(async () => {
  the = await mailroom();
});
afterAll(() => the.close());

function sender(database: Database): Sender {
  const config = parseConfig({ DEMO: '0' } as unknown as NodeJS.ProcessEnv, '/nowhere');
  const post = brevoPost({
    brevo: { apiKey: BREVO_KEY, base: the.brevo.base },
    from: config.mail.from,
    replyTo: null,
  });
  return { config, database, post, writer: letterWriter(config), log: () => {}, chance: () => 0.5 };
}

test('of sixty letters to one mailbox, sent by two processes at once, six leave', async () => {
  const [one, other] = [sender(the.database), sender(the.secondDatabase())];
  await the.cast.sql`
    insert into outbox (template, props, email)
    select 'noAccount', '{"path": "/inscription"}', 'Anne+' || n || '@exemple.fr'
    from generate_series(1, 60) n`;
  const ids = (await the.rows()).map(({ id }) => id);
  // The queue gives each letter to one of them.
  const halves = [one, other].map((room, n) => [room, ids.filter((_, place) => place % 2 === n)] as const);
  await Promise.all(halves.map(([room, half]) => withFourHands(half, (id) => deliver(room, id))));
  expect(the.brevo.asked).toHaveLength(CAPS.perHour);
  expect(the.brevo.sent).toHaveLength(CAPS.perHour);
  expect((await the.rows()).filter(({ state }) => state === 'withheld')).toHaveLength(60 - CAPS.perHour);
});

/** As many at once as a worker has: more would only wait for a connection. */
async function withFourHands(ids: readonly string[], work: (id: string) => Promise<void>): Promise<void> {
  const waiting = [...ids];
  const hand = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) await work(id);
  };
  await Promise.all(Array.from({ length: 4 }, hand));
}
