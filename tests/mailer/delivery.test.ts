/** Letters leave once, with every answer that Brevo can give (reliability 15). */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { enqueue, type Letter } from '~/mailer';
import { CAPS } from '~/mailer/rules';
import type { Member } from '../support/cast';
import { type Mailroom, mailroom, until } from '../support/mailroom';

let the: Mailroom;
let anne: Member;

const signIn = (to: Letter['to'], more: object = {}): Letter =>
  ({
    template: 'signIn',
    props: { name: 'Anne', path: '/connexion/lien/secret', code: '123456' },
    to,
    ...more,
  }) as Letter;
/** Letters of mentions are for who has asked for them. */
const wantsMentions = () => the.cast.sql`
  update mail_preferences set wanted = true where user_id = ${anne.id} and kind = 'mention'`;
const mention = (to: Letter['to']): Letter => ({
  template: 'mention',
  props: { name: 'Anne', author: 'Paul', salon: 'Jardin', excerpt: 'Bonjour Anne', path: '/salons/1' },
  to,
});
const only = async () => {
  const rows = await the.rows();
  expect(rows).toHaveLength(1);
  return rows[0] as (typeof rows)[number];
};

describe('through Brevo', () => {
  beforeAll(async () => {
    the = await mailroom();
    the.open();
  });
  beforeEach(async () => {
    await the.empty();
    the.brevo.be('well');
    the.brevo.asked.length = 0;
    the.brevo.sent.length = 0;
    anne = await the.cast.member('Anne');
  });
  afterAll(() => the.close());

  test('a letter leaves after its transaction, to the address as it is now, and its row opens nothing any more', async () => {
    await the.database.asSystem(async (tx) => {
      await enqueue(tx, signIn({ userId: anne.id }));
      await tx`update auth.users set email = ${`nouvelle.${anne.email}`} where id = ${anne.id}`;
    });
    await the.quiet();
    const row = await only();
    const [letter] = the.brevo.sent;
    expect(letter).toMatchObject({ key: row.id, to: `nouvelle.${anne.email}`, tags: ['signIn'] });
    expect(letter?.text).toContain('http://localhost:20999/connexion/lien/secret');
    expect(letter?.headers).toEqual({ idempotencyKey: row.id, 'Idempotency-Key': row.id });
    expect(row).toMatchObject({ state: 'sent', sentTo: `nouvelle.${anne.email}`, messageId: letter?.messageId });
    expect(row.props).toEqual({ name: 'Anne' });
  });

  test('a transaction that is undone leaves neither a row nor a job', async () => {
    await expect(
      the.database.asSystem(async (tx) => {
        await enqueue(tx, signIn({ userId: anne.id }));
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await the.rows()).toEqual([]);
    expect(await the.owner`select from graphile_worker.jobs where task_identifier = 'letter'`).toHaveLength(0);
  });

  test('a member’s own transaction may cause a letter to herself, with its job', async () => {
    await the.database.asViewer(anne.id, (tx) => enqueue(tx, signIn({ userId: anne.id })));
    await the.quiet();
    expect((await only()).state).toBe('sent');
  });

  test('two calls with one key are one letter', async () => {
    await the.put(signIn({ userId: anne.id }, { key: 'une-fois' }), signIn({ userId: anne.id }, { key: 'une-fois' }));
    await the.quiet();
    expect(the.brevo.sent).toHaveLength(1);
  });

  test('an optional letter carries its one click; a service letter none', async () => {
    await wantsMentions();
    await the.put(mention({ userId: anne.id }));
    await the.quiet();
    const { headers, text } = the.brevo.sent[0] ?? { headers: {}, text: '' };
    expect(headers).toMatchObject({
      'List-Unsubscribe': expect.stringMatching(/^<http:\/\/localhost:20999\/desabonnement\/[\w-]{40,}>$/),
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(text).toContain('/desabonnement/');
  });

  test('400: refused for good, and never asked again', async () => {
    the.brevo.be({ status: 400 });
    await the.put(signIn({ userId: anne.id }));
    await the.quiet();
    const row = await only();
    expect(row).toMatchObject({ state: 'refused', reason: 'réponse 400 invalid_parameter', props: { name: 'Anne' } });
    await the.timePasses();
    await the.quiet();
    expect(the.brevo.asked).toHaveLength(1);
  });

  test.each([401, 402, 403])('%i: all letters wait, and leave once the key is taken again', async (status) => {
    const paul = await the.cast.member('Paul');
    the.brevo.be({ status });
    await the.put(signIn({ userId: anne.id }));
    await the.quiet();
    await the.put(signIn({ userId: paul.id }));
    await the.quiet();
    expect(the.brevo.asked, 'the second one does not even ask').toHaveLength(1);
    expect((await the.rows()).map(({ state, reason }) => [state, reason])).toEqual([
      ['queued', `réponse ${status}`],
      ['queued', 'envoi suspendu'],
    ]);
    the.brevo.be('well');
    await the.timePasses();
    await the.quiet();
    expect(the.brevo.sent.map(({ to }) => to).sort()).toEqual([anne.email, paul.email].sort());
  });

  test.each([
    ['x-sib-ratelimit-reset', '90', 90],
    ['retry-after', '45', 45],
    ['x-sib-ratelimit-reset', '999999', 3_600],
  ])('429 with %s: %s is waited for', async (header, value, seconds) => {
    the.brevo.be({ status: 429, headers: { [header]: value } });
    await the.put(signIn({ userId: anne.id }, { expiresIn: 600 }));
    await the.quiet();
    const [job] = await the.owner<{ wait: number }[]>`
      select extract(epoch from run_at - now())::float8 as wait from graphile_worker.jobs where key like 'letter:%'`;
    expect(job?.wait).toBeGreaterThan(seconds - 5);
    expect(job?.wait).toBeLessThanOrEqual(seconds);
  });

  test.each<[string, Parameters<Mailroom['brevo']['be']>[0]]>([
    ['500', { status: 500 }],
    ['503', { status: 503 }],
    ['a proxy’s page', 'rubbish'],
    ['an answer that gets lost', 'lost answer'],
  ])('%s: tried again with the same key, and left once', async (_, mood) => {
    the.brevo.be(mood, 2);
    await the.put(signIn({ userId: anne.id }));
    for (let n = 0; n < 3; n += 1) {
      await the.quiet();
      expect((await only()).state).toBe(n < 2 ? 'queued' : 'sent');
      await the.timePasses();
    }
    const keys = the.brevo.asked.map(({ body }) => (body.headers as { idempotencyKey: string }).idempotencyKey);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(the.brevo.sent).toHaveLength(1);
  });

  test('an answer that comes slowly is waited for', async () => {
    the.brevo.be('slow');
    await the.put(signIn({ userId: anne.id }));
    await the.quiet();
    expect((await only()).state).toBe('sent');
    expect(the.brevo.asked).toHaveLength(1);
  });

  test('somebody who hangs is left after ten seconds, and the letter tries again', { timeout: 40_000 }, async () => {
    the.brevo.be('hang', 1);
    await the.put(signIn({ userId: anne.id }));
    await until(() => the.brevo.asked.length === 1);
    await the.quiet();
    expect(await only()).toMatchObject({ state: 'queued', reason: 'pas de réponse' });
    await the.timePasses();
    await the.quiet();
    expect(the.brevo.sent).toHaveLength(1);
  });

  test('what is too late is not sent, and its link and code are gone', async () => {
    the.brevo.be({ status: 500 });
    await the.put(signIn({ userId: anne.id }));
    await the.quiet();
    the.brevo.be('well');
    await the.cast.sql`update outbox set expires_at = now() - interval '1 second'`;
    await the.timePasses();
    await the.quiet();
    expect(await only()).toMatchObject({ state: 'expired', props: { name: 'Anne' } });
    expect(the.brevo.sent).toEqual([]);
  });

  test('a letter that waits is tried at the latest when it expires: no link stays in a row that nobody will send', async () => {
    the.brevo.be({ status: 429, headers: { 'retry-after': '3600' } });
    await the.put(signIn({ userId: anne.id }, { expiresIn: 15 }));
    await the.quiet();
    const [job] = await the.owner<{ wait: number }[]>`
      select extract(epoch from run_at - now())::float8 as wait from graphile_worker.jobs where key like 'letter:%'`;
    expect(job?.wait).toBeLessThanOrEqual(15 * 60);
  });

  test('an account that is gone takes its letters with it; the job finds nothing', async () => {
    the.brevo.be({ status: 500 });
    await the.put(signIn({ userId: anne.id }));
    await the.quiet();
    await the.cast.sql`delete from auth.users where id = ${anne.id}`;
    the.brevo.be('well');
    await the.timePasses();
    await the.quiet();
    expect(the.brevo.sent).toEqual([]);
  });

  test('a letter nobody knows how to write is told, and stops nobody', async () => {
    await the.cast.sql`
      insert into outbox (template, props, user_id) values ('inconnue', '{}', ${anne.id}), ('paymentReceived', '{}', ${anne.id})`;
    await the.put(signIn({ userId: anne.id }));
    await the.quiet();
    const states = Object.fromEntries(
      (await the.rows()).map(({ template, state, reason }) => [template, [state, reason]]),
    );
    expect(states).toEqual({
      inconnue: ['failed', 'modèle inconnu'],
      paymentReceived: ['queued', 'écriture'],
      signIn: ['sent', null],
    });
    expect(the.told.join('\n')).toMatch(/paymentReceived could not be written/);
  });

  test.each([
    ['a plus', 'anne+jardin@exemple.fr', 'anne+jardin@exemple.fr'],
    ['capitals', 'Anne.MARTIN@Exemple.FR', 'Anne.MARTIN@exemple.fr'],
    ['a domain in other letters', 'anne@boîte-aux-lettres.fr', 'anne@xn--bote-aux-lettres-rsb.fr'],
    ['254 characters', `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.exa.fr`, null],
  ])('an address with %s', async (_, given, arrives) => {
    await the.put(signIn({ email: given }));
    await the.quiet();
    expect(the.brevo.sent.map(({ to }) => to)).toEqual([arrives ?? given]);
  });

  test('255 characters are no address', async () => {
    await expect(the.put(signIn({ email: `${'a'.repeat(250)}@b.fr` }))).rejects.toThrow(/outbox_email_length/);
  });

  test('a name cannot begin a header: subject and addresses are one line', async () => {
    const wicked = 'Paul\r\nBcc: tout@le-monde.fr\r\n\r\n<script>';
    await the.put({
      template: 'invitation',
      props: {
        inviter: wicked,
        salon: wicked,
        description: wicked,
        path: '/invitation/x',
        until: '2026-12-01T10:00:00Z',
      },
      to: { email: 'voisine@exemple.fr' },
    });
    await the.quiet();
    const [letter] = the.brevo.sent;
    expect(letter?.subject).not.toMatch(/[\r\n]/);
    expect(letter?.html).not.toContain('<script>');
  });

  describe('caps (C-23)', () => {
    test(`of 100 letters asked at once for one mailbox ${CAPS.perHour} leave, however many workers there are`, async () => {
      const more = [the.open(), the.open()];
      await Promise.all(
        Array.from({ length: 100 }, (_, n) => the.put(signIn({ email: `anne${n % 2 ? `+${n}` : ''}@exemple.fr` }))),
      );
      await the.quiet();
      expect(the.brevo.sent).toHaveLength(CAPS.perHour);
      const states = (await the.rows()).map(({ state, reason, props }) => `${state} ${reason} ${props.path}`);
      expect(states.filter((state) => state === 'withheld plafond undefined')).toHaveLength(100 - CAPS.perHour);
      await Promise.all(more.map((jobs) => jobs.stop()));
    });

    test('an hour later the next ones leave, until the day is full', async () => {
      let sent = 0;
      for (let hour = 0; hour < 7; hour += 1) {
        await the.put(...Array.from({ length: CAPS.perHour }, () => signIn({ userId: anne.id })));
        await the.quiet();
        sent += CAPS.perHour;
        expect(the.brevo.sent).toHaveLength(Math.min(sent, CAPS.perDay));
        await the.cast.sql`update outbox set taken_at = taken_at - interval '61 minutes'`;
      }
      await the.cast.sql`update outbox set taken_at = taken_at - interval '1 day'`;
      await the.put(signIn({ userId: anne.id }));
      await the.quiet();
      expect(the.brevo.sent).toHaveLength(CAPS.perDay + 1);
    });

    test('a letter that is tried again counts once', async () => {
      the.brevo.be({ status: 500 });
      await the.put(...Array.from({ length: CAPS.perHour }, () => signIn({ userId: anne.id })));
      await the.quiet();
      the.brevo.be('well');
      await the.timePasses();
      await the.quiet();
      expect(the.brevo.sent).toHaveLength(CAPS.perHour);
    });

    test('when the site has sent its hour’s worth, letters wait', async () => {
      await the.cast.sql`
        insert into outbox (template, props, email, state, sent_to, taken_at)
        select 'signIn', '{}', 'x' || n || '@exemple.fr', 'sent', 'x' || n || '@exemple.fr', now()
        from generate_series(1, ${CAPS.perHourInAll}) n`;
      await the.put(signIn({ userId: anne.id }));
      await the.quiet();
      const [row] = await the.cast.sql`select state, reason from outbox where user_id = ${anne.id}`;
      expect(row).toEqual({ state: 'queued', reason: 'plafond' });
      await the.cast.sql`update outbox set taken_at = taken_at - interval '61 minutes'`;
      await the.timePasses();
      await the.quiet();
      expect(the.brevo.sent).toHaveLength(1);
    });
  });

  test('Brevo is away for five minutes while 50 people sign up: each letter leaves once afterwards', async () => {
    await the.brevo.leave();
    const people = await Promise.all(Array.from({ length: 50 }, (_, n) => the.cast.member(`Membre ${n}`)));
    const began = performance.now();
    await Promise.all(people.map(({ id }) => the.put(signIn({ userId: id }, { expiresIn: 15 }))));
    expect((performance.now() - began) / people.length, 'ms a letter: nobody waits for Brevo').toBeLessThan(100);
    for (let minute = 0; minute < 5; minute += 1) {
      await the.quiet();
      await the.timePasses();
    }
    await the.quiet();
    expect(new Set((await the.rows()).map(({ state }) => state))).toEqual(new Set(['queued']));
    const late = people.slice(0, 5).map(({ id }) => id);
    await the.cast.sql`update outbox set expires_at = now() where user_id = any(${late}::uuid[])`;
    await the.brevo.comeBack();
    await the.timePasses();
    await the.quiet();
    const expected = people.slice(5).map(({ email }) => email);
    expect(the.brevo.sent.map(({ to }) => to).sort()).toEqual(expected.sort());
    expect(the.brevo.asked).toHaveLength(45);
    expect((await the.rows()).filter(({ state }) => state === 'expired')).toHaveLength(5);
  });

  test('after thirty days a row says nothing of anybody, and still counts', async () => {
    await the.put(signIn({ userId: anne.id }), signIn({ email: 'voisine@exemple.fr' }));
    await the.quiet();
    await the.cast.sql`update outbox set created_at = now() - interval '31 days'`;
    await the.owner`select public.queue_job('sweep', '{}', 'sweep', now(), 0)`;
    await until(async () => (await the.rows()).every(({ sentTo }) => sentTo === null));
    const rows = await the.cast.sql`
      select template, state, user_id, email, sent_to, mailbox, message_id, props, sent_at is not null as dated from outbox`;
    for (const row of rows) {
      expect(row).toEqual({
        template: 'signIn',
        state: 'sent',
        user_id: null,
        email: null,
        sent_to: null,
        mailbox: null,
        message_id: null,
        props: {},
        dated: true,
      });
    }
    expect(rows).toHaveLength(2);
  });
});

describe('without a key', () => {
  beforeEach(async () => {
    the = await mailroom();
    anne = await the.cast.member('Anne');
  });
  afterEach(() => the.close());

  test('a letter is a file that any mail program opens, for its owner’s eyes only', async () => {
    the.open({ BREVO_API_KEY: '' });
    await wantsMentions();
    await the.put(mention({ userId: anne.id }), signIn({ email: 'anne@boîte.fr' }));
    await the.quiet();
    const files = readdirSync(the.folder).sort();
    expect(files).toHaveLength(2);
    for (const file of files) expect(statSync(path.join(the.folder, file)).mode & 0o777).toBe(0o600);
    const named =
      files.find((file) => /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z-mention-[0-9a-f-]{36}\.eml$/.test(file)) ?? '';
    const mime = readFileSync(path.join(the.folder, named), 'utf8');
    expect(mime).toMatch(/^From: Aurora50 <bonjour@aurora50\.invalid>\r?$/m);
    expect(mime).toMatch(/^Content-Type: multipart\/alternative;/m);
    expect(mime).toContain('Content-Type: text/plain; charset=utf-8');
    expect(mime).toContain('Content-Type: text/html; charset=utf-8');
    expect(mime).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    expect(mime.replace(/\r?\n[ \t]+/g, '')).toMatch(
      /^List-Unsubscribe:\s*<http:\/\/localhost:20999\/desabonnement\/[\w-]+>\r?$/m,
    );
    expect(the.brevo.asked).toEqual([]);
  });

  test('letters from before the first worker leave as well', async () => {
    await the.put(signIn({ userId: anne.id }));
    expect(await the.owner`select to_regclass('graphile_worker.jobs') as jobs`).toEqual([{ jobs: null }]);
    the.open({ BREVO_API_KEY: '' });
    await until(async () => (await the.rows())[0]?.state === 'sent');
  });
});
