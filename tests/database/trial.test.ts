/** G16, D21: a trial without a card, once for a person and once for an address, and the letters about it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTrial, tellTrials } from '~/billing/commands/trial';
import { noteOffer, offerIsDue } from '~/billing/queries/offers';
import type { Member } from '../support/cast';
import { inParallel, type Stage, stage, viewerOf } from '../support/policies';

let the: Stage;
beforeAll(async () => {
  the = await stage();
});
afterAll(() => the.close());

const start = (member: Member, days = 14) => startTrial({ database: the.database }, viewerOf(member), days);
const free = (name = 'Gérard') => the.cast.member(name, { plan: 'freemium' });
const USED = { code: 'conflict', detail: 'trial_used' };

async function planOf({ id }: Member) {
  const [row] = await the.cast.sql`select plan_of(p) as plan, trial_ends_at from profiles p where id = ${id}`;
  return row?.plan;
}

/** Moves the clock for this member: her trial ends so many days from now. */
const endsIn = ({ id }: Member, days: number) =>
  the.cast.sql`
    update trials set started_at = now() - interval '30 days', ends_at = now() + make_interval(days => ${days})
    where user_id = ${id}`;

const lettersTo = async ({ id }: Member) =>
  (await the.cast.sql`select template from outbox where user_id = ${id} order by created_at`).map(
    (row) => row.template,
  );

describe('a trial', () => {
  test('opens what Premium opens for 14 days, and then nothing more', async () => {
    const member = await free();
    await start(member);
    expect(await planOf(member)).toBe('premium');
    await endsIn(member, 0);
    expect(await planOf(member)).toBe('freemium');
  });

  test('is given once, however many windows ask at once', async () => {
    const member = await free();
    const refused: unknown[] = [];
    await inParallel(8, 8, (n) => start(member).catch((error) => void refused.push([n, error])));
    expect(refused).toHaveLength(7);
    await endsIn(member, -1);
    await expect(start(member)).rejects.toMatchObject(USED);
  });

  test('is given once for an address, also after the account was erased, and for each label behind its plus', async () => {
    const member = await free();
    await start(member);
    await the.cast.sql`delete from auth.users where id = ${member.id}`;
    const [kept] = await the.cast.sql`select address_hash, user_id from trials where user_id is null`;
    expect(kept?.address_hash).toMatch(/^[\w-]{43}$/);
    const again = await free('Encore');
    const [local, domain] = member.email.split('@');
    await the.cast.sql`update auth.users set email = ${`${local}+bis@${domain}`} where id = ${again.id}`;
    await expect(start(again)).rejects.toMatchObject(USED);
    expect(await planOf(again)).toBe('freemium');
  });

  test('is not for whoever pays, nor before the address is confirmed, nor where it is switched off', async () => {
    await expect(start(await the.cast.member('Fatima', { plan: 'premium' }))).rejects.toMatchObject(USED);
    const unconfirmed = { ...viewerOf(await free()), confirmed: false };
    await expect(startTrial({ database: the.database }, unconfirmed, 14)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(start(await free(), 0)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the letters about a trial', () => {
  test('go three days before and at the end, each once', async () => {
    const member = await free();
    await start(member);
    const run = () => tellTrials({ database: the.database });
    await run();
    expect(await lettersTo(member)).toEqual([]);
    await endsIn(member, 2);
    await Promise.all([run(), run()]);
    expect(await lettersTo(member)).toEqual(['trialEnding']);
    await endsIn(member, 0);
    await Promise.all([run(), run()]);
    await run();
    expect(await lettersTo(member)).toEqual(['trialEnding', 'trialEnded']);
  });

  test('do not go to whoever has subscribed meanwhile', async () => {
    const member = await free();
    await start(member);
    await the.cast.plan(member, 'premium');
    await endsIn(member, 2);
    await tellTrials({ database: the.database });
    await endsIn(member, 0);
    await tellTrials({ database: the.database });
    expect(await lettersTo(member)).toEqual([]);
  });
});

describe('an offer (D24)', () => {
  const noted = (member: Member, act: 'shown' | 'opened' = 'shown') =>
    the.database.asViewer(member.id, (tx) => noteOffer(tx, 'messages_per_day', act));
  const due = (member: Member) => the.database.asViewer(member.id, (tx) => offerIsDue(tx, 'messages_per_day'));

  test('is not shown twice within seven days, and again afterwards; another one meanwhile', async () => {
    const member = await free();
    expect([await due(member), await noted(member), await due(member), await noted(member)]).toEqual([
      ...[true, true, false, false],
    ]);
    expect(await the.database.asViewer(member.id, (tx) => offerIsDue(tx, 'salons_joined'))).toBe(true);
    await the.cast.sql`
      update profiles
      set conversion_triggers = jsonb_set(conversion_triggers, '{messages_per_day,shown_at}', to_jsonb(now() - interval '8 days'))
      where id = ${member.id}`;
    expect(await due(member)).toBe(true);
  });

  test('is not for whoever pays, tries, or works for the site; and keeps no word of somebody’s own', async () => {
    const trying = await free();
    await start(trying);
    const others = [
      trying,
      await the.cast.member('Fatima'),
      await the.cast.member('Anne', { role: 'author', plan: 'freemium' }),
    ];
    expect(await Promise.all(others.map(due))).toEqual([false, false, false]);
    const member = await free();
    const odd = await the.database.asViewer(member.id, (tx) => noteOffer(tx, 'x' as never, 'shown'));
    expect(odd).toBe(false);
  });
});
