/** Letters by SMTP, through the same outbox (docs/decisions/057), and what leaves a site to try things out (O09). */
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseConfig } from '~/config';
import { postsOf } from '~/mailer/post';
import type { Parcel } from '~/mailer/rules';
import { type Mailroom, mailroom } from '../support/mailroom';

type Sent = { readonly from: string; readonly to: string; readonly text: string };

/** A mail server on this machine that wants a name and a password, and answers as it is told to. */
async function standIn() {
  const sent: Sent[] = [];
  const mood = { recipient: 0, content: 0 };
  const refusal = (code: number) => Object.assign(new Error('refused for anne@exemple.fr'), { responseCode: code });
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, done) {
      if (username === 'aurora' && password === 'sés@me') done(null, { user: username });
      else done(refusal(535));
    },
    onRcptTo: (_address, _session, done) => done(mood.recipient ? refusal(mood.recipient) : null),
    onData(stream, { envelope }, done) {
      let text = '';
      stream.on('data', (piece) => (text += piece));
      stream.on('end', () => {
        if (mood.content) return done(refusal(mood.content));
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        sent.push({ from, to: envelope.rcptTo.map(({ address }) => address).join(), text });
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    ...{ sent, mood, port, url: `smtp://aurora:s%C3%A9s%40me@127.0.0.1:${port}` },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

let mail: Awaited<ReturnType<typeof standIn>>;
beforeAll(async () => {
  mail = await standIn();
});
afterAll(() => mail.close());
beforeEach(() => {
  mail.sent.length = 0;
  Object.assign(mail.mood, { recipient: 0, content: 0 });
});

const dataDir = mkdtempSync(path.join(tmpdir(), 'aurora50-smtp-'));
const settingsFor = (url: string) => ({ SMTP_URL: url, MAIL_FROM: 'Aurora50 <bonjour@aurora50.exemple>' });
const configOf = (url: string, more = {}) =>
  parseConfig({ NODE_ENV: 'test', DATA_DIR: dataDir, ENVIRONMENT: 'production', ...settingsFor(url), ...more }, '/');
const parcel: Parcel = {
  id: '11111111-1111-4111-8111-111111111111',
  template: 'welcome',
  to: 'anne@exemplé.fr',
  subject: 'Bienvenue à vous',
  html: '<p>Bonjour</p>',
  text: 'Bonjour',
  createdAt: new Date('2026-11-27T10:00:00Z'),
  unsubscribeUrl: null,
  reopen: false,
};
const send = (url = mail.url, more = {}, to = parcel.to) => postsOf(configOf(url, more)).post.send({ ...parcel, to });

describe('one letter', () => {
  test('is taken with its headers, to a domain in other letters too', async () => {
    expect(await send()).toEqual({ is: 'sent', messageId: `<${parcel.id}@aurora50.exemple>` });
    expect(mail.sent).toMatchObject([{ from: 'bonjour@aurora50.exemple', to: 'anne@exemplé.fr' }]);
    expect(mail.sent[0]?.text).toMatch(/^Message-ID: <11111111-1111-4111-8111-111111111111@aurora50\.exemple>/im);
    expect(mail.sent[0]?.text).toMatch(/^Subject: =\?UTF-8\?/im);
  });

  test.each([
    [{ recipient: 550 }, { is: 'refused', reason: 'réponse 550' }],
    [{ content: 554 }, { is: 'refused', reason: 'réponse 554' }],
    [{ recipient: 451 }, { is: 'later', reason: 'réponse 451', seconds: null, shut: null }],
    [{ content: 421 }, { is: 'later', reason: 'réponse 421', seconds: null, shut: 'away' }],
  ])('%j: an answer concerns this letter, or is tried again; its words stay out', async (mood, outcome) => {
    Object.assign(mail.mood, mood);
    expect(await send()).toEqual(outcome);
    expect(mail.sent).toEqual([]);
  });

  test('a refused password and an absent server make all of them wait', async () => {
    expect(await send(`smtp://aurora:faux@127.0.0.1:${mail.port}`)).toMatchObject({ is: 'later', shut: 'key' });
    expect(await send('smtp://127.0.0.1:9')).toMatchObject({ is: 'later', shut: 'away' });
  });
});

describe('a site to try things out (O09)', () => {
  const staging = { ENVIRONMENT: 'staging' };
  const files = () => readdirSync(path.join(dataDir, 'courrier')).length;

  test('keeps letters in a folder, but to those who are named', async () => {
    await send(mail.url, staging);
    expect([mail.sent.length, files()]).toEqual([0, 1]);
    const named = { ...staging, MAIL_ONLY_TO: 'Moi@exemple.fr, @essai.exemple' };
    await send(mail.url, named, 'moi@exemple.fr');
    await send(mail.url, named, 'quelquun@essai.exemple');
    await send(mail.url, named, 'autre@exemple.fr');
    expect(mail.sent.map(({ to }) => to)).toEqual(['moi@exemple.fr', 'quelquun@essai.exemple']);
    expect(files()).toBe(1);
  });

  test('leaves contact lists alone, and takes no key for real payments', () => {
    const brevo = { SMTP_URL: '', BREVO_API_KEY: 'xkeysib-0123456789' };
    expect(postsOf(configOf('', brevo)).brevo).not.toBeNull();
    expect(postsOf(configOf('', { ...brevo, ...staging })).brevo).toBeNull();
    const real = { ...staging, ORIGIN: 'https://essai.aurora50.fr', DEMO: '0', STRIPE_SECRET_KEY: 'sk_live_0' };
    const all = {
      ...real,
      STRIPE_WEBHOOK_SECRET: 'whsec_00000000',
      STRIPE_PRICE_PREMIUM: 'price_1',
      STRIPE_PRICE_ANNUEL: 'price_2',
    };
    expect(() => configOf('', all)).toThrow('une clé réelle ne sert qu’en production');
    expect(() => configOf('', { ...all, ENVIRONMENT: 'production' })).not.toThrow();
  });
});

describe('settings', () => {
  test.each([
    ['https://mail.exemple.fr', 'SMTP_URL'],
    ['smtp://mail.exemple.fr/chemin', 'SMTP_URL'],
    ['smtp://nom@mail.exemple.fr', 'SMTP_URL'],
    ['smtp://', 'SMTP_URL'],
  ])('%s is refused', (url, name) => {
    expect(() => configOf(url)).toThrow(name);
  });

  test('one way at a time, and a sender with each', () => {
    expect(() => configOf(mail.url, { BREVO_API_KEY: 'xkeysib-0123456789' })).toThrow('un seul chemin');
    expect(() => configOf(mail.url, { MAIL_FROM: '' })).toThrow('MAIL_FROM');
  });
});

describe('through the outbox', () => {
  let the: Mailroom;
  beforeAll(async () => {
    the = await mailroom();
  });
  afterAll(() => the.close());

  test('a letter leaves after its transaction, and is noted', async () => {
    const anne = await the.cast.member('Anne');
    the.open({ ...settingsFor(mail.url), BREVO_API_KEY: '', BREVO_API_BASE: '' });
    await the.ready();
    await the.put({ template: 'welcome', props: { name: 'Anne', path: '/' }, to: { userId: anne.id } });
    await the.quiet();
    expect(await the.rows()).toMatchObject([{ state: 'sent', sentTo: anne.email }]);
    expect(mail.sent.map(({ to }) => to)).toEqual([anne.email]);
  });
});
