/** Limits hold against haste, over two processes (reliability 11): a place is taken before an attempt is judged. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paceOf, stampForm } from '~/auth/commands/form-stamp';
import { takeLetter, tryCode } from '~/auth/commands/letters';
import type { Browser } from '~/auth/commands/services';
import { signIn } from '~/auth/commands/sign-in';
import { hashPassword } from '~/auth/passwords';
import { rateLimitRows } from '~/auth/queries/rate-limits';
import { hashOf, newLinkSecret } from '~/auth/secrets';
import { sessionStore } from '~/auth/sessions';
import { createLimits, type Limit } from '~/limits';
import { createHub } from '~/realtime/hub';
import { joinByCode, salonBehindLink } from '~/salons/commands';
import { SHARE_CODE_ALL } from '~/salons/rules';
import { fates, type Stage, stage } from '../support/policies';

let the: Stage;
let sites: readonly ReturnType<typeof siteOn>[];

function siteOn(database: Stage['database']) {
  const limits = createLimits(rateLimitRows(database));
  const hub = createHub(database, () => {});
  return { database, limits, hub, sessions: sessionStore(database, 'http://localhost') };
}
const site = (n: number) => sites[n % 2] as (typeof sites)[number];
const times = <T>(count: number, work: (n: number) => Promise<T>) =>
  fates(Array.from({ length: count }, (_, n) => work(n)));
const at = (ip: string, device: string | null = null, wait: string | null = null): Browser => ({
  ...{ wait, device, inWords: 'Firefox sur Windows', sessionId: null, ip },
});
const PASSWORD = 'cerisier-brouette-lundi';

beforeAll(async () => {
  the = await stage();
  sites = [siteOn(the.database), siteOn(the.secondDatabase())];
});
afterAll(() => the.close());

async function memberWithPassword(name: string) {
  const member = await the.cast.member(name);
  await the.cast.sql`update auth.users set password_hash = ${await hashPassword(PASSWORD)} where id = ${member.id}`;
  return member;
}

test('of a hundred attempts at once a limit of ten lets ten through, and says when to come back', async () => {
  const TEN: Limit = { name: 'ten', points: 10, seconds: 60 };
  let worked = 0;
  const wrong = async () => {
    worked += 1;
    return null;
  };
  const judged = await times(100, (n) => site(n).limits.judge([[TEN, 'haste']], wrong));
  expect(worked).toBe(10);
  expect(judged.refused).toHaveLength(90);
  for (const refusal of judged.refused) {
    expect(refusal).toMatchObject({ code: 'too_many' });
    expect((refusal as { retryAfter: number }).retryAfter).toBeGreaterThan(50);
  }
});

test('what was right is given back, and a window that is over begins anew by the database’s clock', async () => {
  const TWO: Limit = { name: 'two', points: 2, seconds: 60 };
  const { limits } = site(0);
  for (let n = 0; n < 5; n += 1) expect(await limits.judge([[TWO, 'right']], async () => 'found')).toBe('found');
  await limits.take([TWO, 'late']);
  await limits.take([TWO, 'late']);
  await expect(limits.take([TWO, 'late'])).rejects.toMatchObject({ code: 'too_many' });
  await the.cast.sql`update auth.rate_limits set expires_at = now() where key = 'two:late'`;
  await limits.take([TWO, 'late']);
});

test('how much of a limit is used can be read, and reading uses nothing (Z02)', async () => {
  const THREE: Limit = { name: 'three', points: 3, seconds: 60 };
  const { limits } = site(0);
  await limits.take([THREE, 'mine']);
  await limits.take([THREE, 'mine']);
  for (let n = 0; n < 3; n += 1) expect(await limits.used([THREE, 'mine'], [THREE, 'hers'])).toEqual([2, 0]);
  await the.cast.sql`update auth.rate_limits set expires_at = now() where key = 'three:mine'`;
  expect(await limits.used([THREE, 'mine'])).toEqual([0]);
});

test('an attempt that one limit refuses counts in no other: a shared address is not used up', async () => {
  const ONE: Limit = { name: 'one', points: 1, seconds: 60 };
  const MANY: Limit = { name: 'many', points: 5, seconds: 60 };
  const { limits } = site(0);
  await limits.take([ONE, 'a'], [MANY, 'shared']);
  await times(20, () => limits.take([ONE, 'a'], [MANY, 'shared']));
  const [row] = await the.cast.sql`select points from auth.rate_limits where key = 'many:shared'`;
  expect(row).toEqual({ points: 1 });
});

test('two hundred passwords at once from one address: ten are judged, and the right one among the rest is not', async () => {
  const member = await memberWithPassword('Jeanne');
  const form = (n: number) => ({ email: member.email, password: n === 150 ? PASSWORD : `faux-${n}`, stays: false });
  const tried = await times(200, (n) => signIn(site(n), form(n), at('198.51.100.7')));
  expect(tried.gave.length).toBeLessThanOrEqual(10);
  expect(tried.gave.filter(Boolean)).toEqual([]);
});

test('one account guessed from many addresses is slowed for everybody but the owner’s own browsers', async () => {
  const member = await memberWithPassword('Odile');
  const device = newLinkSecret();
  await the.cast.sql`insert into auth.devices (user_id, hash) values (${member.id}, ${hashOf(device)})`;
  const wrong = { email: member.email, password: 'faux', stays: false };
  const guesses = await times(60, (n) => signIn(site(n), wrong, at(`198.51.100.${n}`)));
  expect(guesses.gave.length).toBeLessThanOrEqual(30);
  const right = { email: member.email, password: PASSWORD, stays: false };
  await expect(signIn(site(0), right, at('203.0.113.1'))).rejects.toMatchObject({ code: 'too_many' });
  expect(await signIn(site(0), right, at('203.0.113.1', device))).toMatchObject({ device });
});

test('a stranger who asks for a member’s letters uses up his own share, not hers', async () => {
  const member = await the.cast.member('Lise');
  const device = newLinkSecret();
  await the.cast.sql`insert into auth.devices (user_id, hash) values (${member.id}, ${hashOf(device)})`;
  const asked = await times(6, (n) => takeLetter(site(n), 'sign_in', member.email, at('198.51.100.9')));
  expect(asked.gave).toHaveLength(3);
  await takeLetter(site(0), 'sign_in', member.email, at('203.0.113.2', device));
});

test('wrong codes from elsewhere never shut out the browser that asked for the letter', async () => {
  const member = await the.cast.member('Rose');
  const wait = newLinkSecret();
  await the.cast.sql`
    insert into auth.waits (hash, purpose, email, back, stays, expires_at)
    values (${hashOf(wait)}, 'sign_in', ${member.email}, '/', false, now() + interval '1 hour')`;
  const elsewhere = await times(60, (n) => tryCode(site(n), member.email, at(`198.51.100.${n}`), async () => null));
  expect(elsewhere.gave).toHaveLength(20);
  expect(await tryCode(site(0), member.email, at('203.0.113.3', null, wait), async () => 'in')).toBe('in');
});

test('a thousand share codes in one burst: ten are judged (D37)', async () => {
  const member = await the.cast.member('Paul');
  const joins = await times(1_000, (n) => joinByCode(site(n), member.id, 'ZZZZZZ', '198.51.100.8'));
  expect(joins.refused.filter((error) => (error as { code: string }).code === 'not_found').length).toBeLessThanOrEqual(
    10,
  );
});

test('wrong share codes are counted over all members and places together too (found 2c, 2)', async () => {
  const member = await the.cast.member('Yves');
  // The burst of the test before was refused by its own limits and took no place in this one.
  const counted = () => the.cast.sql`select points from auth.rate_limits where key = 'shareCodeAll:'`;
  const [before] = await counted();
  await joinByCode(site(0), member.id, 'ZZZZZZ', '198.51.100.20').catch(() => {});
  expect((await counted())[0]?.points).toBe((before?.points ?? 0) + 1);
  await the.cast.sql`update auth.rate_limits set points = ${SHARE_CODE_ALL.points} where key = 'shareCodeAll:'`;
  for (const ip of ['198.51.100.21', '198.51.100.22']) {
    await expect(joinByCode(site(0), member.id, 'ZZZZZZ', ip)).rejects.toMatchObject({ code: 'too_many' });
    await expect(salonBehindLink(site(1), null, 'ZZZZZZ', ip)).rejects.toMatchObject({ code: 'too_many' });
  }
});

test('a form made by a process whose clock is ahead is no hasty one (found 2c, 6)', async () => {
  const now = Date.now();
  expect(await paceOf(the.database, await stampForm(the.database, now), now + 1_000)).toBe('quick');
  expect(await paceOf(the.database, await stampForm(the.database, now + 20 * 60_000), now)).toBe('human');
});
