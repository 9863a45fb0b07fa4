/** Reliability 10: known and unknown addresses cost the same work, counted in statements and in hashes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askConfirmation, askResetLetter, askSignInLetter } from '~/auth/commands/ask-letter';
import type { Browser, Services } from '~/auth/commands/services';
import { signIn } from '~/auth/commands/sign-in';
import { correctAddress, signUp } from '~/auth/commands/sign-up';
import { enterByCode } from '~/auth/commands/use-letter';
import { hashPassword } from '~/auth/passwords';
import { rateLimitRows } from '~/auth/queries/rate-limits';
import { sessionStore } from '~/auth/sessions';
import { type Database, DEFAULT_POOLS, openDatabase } from '~/db';
import { createLimits } from '~/limits';
import { enrolMember } from '~/members/commands/enrol-member';
import { type Cast, castIn, type Member } from '../support/cast';
import { freshDatabase } from '../support/database';

const PASSWORD = 'noisette-parapluie-bleu';
let database: Database;
let cast: Cast;
let services: Services;
let drop: () => Promise<void>;
let statements: string[] = [];
let calls = 0;

beforeAll(async () => {
  const fresh = await freshDatabase();
  const onStatement = (text: string) => statements.push(text.replace(/\s+/g, ' ').trim());
  database = openDatabase(fresh.url, { ...DEFAULT_POOLS, onStatement });
  cast = castIn(fresh.url);
  services = {
    database,
    limits: createLimits(rateLimitRows(database)),
    sessions: sessionStore(database, 'http://localhost'),
  };
  drop = fresh.drop;
});
afterAll(async () => {
  await database.close();
  await cast.close();
  await drop();
});

/** Every call from a place of its own, so that no limit reaches over. */
function browser(wait: string | null = null): Browser {
  calls += 1;
  return { wait, device: null, inWords: 'Firefox sur Linux', sessionId: null, ip: `place ${calls}` };
}
const unknown = () => `personne${calls++}@exemple.fr`;

async function known(confirmed = true): Promise<Member> {
  const member = await cast.member('Anne', { confirmed });
  await cast.sql`update auth.users set password_hash = ${await hashPassword(PASSWORD)} where id = ${member.id}`;
  return member;
}

/** What a verb has sent, without the opening of connections. */
async function sentBy(verb: () => Promise<unknown>): Promise<string[]> {
  await verb();
  statements = [];
  await verb();
  return statements.filter((text) => text !== 'select 1');
}

type Verb = (email: string) => Promise<unknown>;
const VERBS: Readonly<Record<string, Verb>> = {
  'sign-up': (email) =>
    signUp(services, enrolMember, { name: 'Eve', email, password: 'cerisier-brouette-lundi' }, '/', browser()),
  'sign-in letter': (email) => askSignInLetter(services, { email, stays: false }, '/', browser()),
  'reset letter': (email) => askResetLetter(services, { email, stays: false }, browser()),
  confirmation: (email) => askConfirmation(services, email, browser()),
  password: (email) => signIn(services, { email, password: 'pas-celui-la-du-tout', stays: false }, browser()),
  code: (email) => enterByCode(services, { email, code: '000000' }, browser()),
};

describe.each(Object.entries(VERBS))('%s', (name, verb) => {
  test('sends the same statements for an address that has an account and for one that has none', async () => {
    const [members, strangers] = [
      [await known(), await known()],
      [unknown(), unknown()],
    ];
    const hers = await sentBy(() => verb(members.pop()?.email ?? ''));
    const nobodys = await sentBy(() => verb(strangers.pop() ?? ''));
    // A letter to a member names her, one to anybody else the address: the same statement otherwise.
    const alike = (text: string) => text.replace('props, user_id', 'props, _').replace('props, email', 'props, _');
    expect(hers.map(alike), name).toEqual(nobodys.map(alike));
    expect(hers.length).toBeGreaterThan(1);
  });
});

/** Hashing is the one work that no statement shows. Counted in processor time: a busy machine's clock tells nothing. */
test.each(['sign-up', 'password'])('%s hashes for an address without an account too', async (name) => {
  const verb = VERBS[name] as Verb;
  const spent = { hers: 0, nobodys: 0 };
  for (let round = 0; round < 6; round += 1) {
    for (const [who, email] of [
      ['hers', (await known()).email],
      ['nobodys', unknown()],
    ] as const) {
      const before = process.cpuUsage();
      await verb(email);
      const { user, system } = process.cpuUsage(before);
      spent[who] += user + system;
    }
  }
  // One hash is far more than all the rest of a call: a missing one makes this ratio larger than three.
  expect(Math.max(spent.hers, spent.nobodys) / Math.min(spent.hers, spent.nobodys)).toBeLessThan(2);
});

test('a corrected address: the same statements whether the new one is somebody’s or nobody’s', async () => {
  const form = (email: string) => ({ name: 'Eve', email, password: 'cerisier-brouette-lundi' });
  const sent: string[][] = [];
  for (const target of [(await known()).email, unknown()]) {
    const wait = await signUp(services, enrolMember, form(unknown()), '/', browser());
    statements = [];
    await correctAddress(services, enrolMember, target, null, browser(wait));
    sent.push(statements.filter((text) => text !== 'select 1'));
  }
  expect(sent[0]).toEqual(sent[1]);
});
