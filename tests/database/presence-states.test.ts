/** The one definition of the four states (G09, N01–N05, D10–D13), by what stands in the database; its clock is the clock. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as sessions from '~/auth/queries/sessions';
import { actOf, choose as chooseState, presentIn, sweep } from '~/presence/queries';
import type { Status } from '~/presence/rules';
import { salonsOf } from '~/salons/queries/lists';
import { membersOf, roomFor } from '~/salons/queries/room';
import type { Member } from '../support/cast';
import { type Stage, stage, statement } from '../support/policies';

let the: Stage;
beforeAll(async () => {
  the = await stage();
});
afterAll(() => the.close());

type Made = {
  /** Seconds since she last did anything; undefined: never. */
  readonly acted?: number;
  /** Seconds for which her open stream’s lease still runs; negative: since when it is over. */
  readonly lease?: number;
  /** Seconds since each of her sessions was last used; null: not yet. */
  readonly sessions?: readonly (number | null)[];
  readonly delay?: number;
  readonly chosen?: Status;
};

async function somebody(made: Made) {
  const { cast } = the;
  const owner = await cast.member('Monique');
  const her = await cast.member('Gisèle');
  const { id: salon } = await cast.salon(owner);
  await cast.join(her, salon);
  const cookies: string[] = [];
  for (const ago of made.sessions ?? []) {
    const cookie = await cast.session(her);
    cookies.push(hashIn(cookie));
    await cast.sql`
      update auth.sessions set active_at = now() - make_interval(secs => ${ago}) where id = ${hashIn(cookie)}`;
  }
  await cast.sql`
    update profiles
    set
      last_activity = now() - make_interval(secs => ${made.acted ?? null}),
      auto_offline_after = ${made.delay ?? 300},
      is_manual_status = ${made.chosen !== undefined},
      presence_status = ${made.chosen ?? 'offline'}
    where id = ${her.id}`;
  if (made.lease !== undefined)
    await cast.sql`
      insert into presence_leases (connection, salon_id, user_id, expires_at)
      values (gen_random_uuid(), ${salon}, ${her.id}, now() + make_interval(secs => ${made.lease}))`;
  return { owner, her, salon, sessions: cookies };
}

const hashIn = (cookie: string): string =>
  createHash('sha256')
    .update(cookie.slice(cookie.indexOf('=') + 1))
    .digest('hex');

/** As the page of members has her, for the salon’s owner. */
async function seen({ owner, her, salon }: { owner: Member; her: Member; salon: string }) {
  const list = await the.database.asViewer(owner.id, (tx) => membersOf(tx, salon, { named: '', after: null }));
  const found = list.find((each) => each.id === her.id);
  if (!found) throw new Error('no member');
  return found;
}

describe('a member is', () => {
  const STATES: readonly (readonly [why: string, made: Made, status: Status])[] = [
    ['nobody was ever here', {}, 'offline'],
    ['a stream, and an act within the delay', { lease: 40, acted: 299 }, 'online'],
    ['a stream, and no act for longer than the delay', { lease: 40, acted: 301 }, 'away'],
    ['a stream, and not one act that is known', { lease: 40 }, 'away'],
    ['her own delay counts: longer', { lease: 40, acted: 1_000, delay: 1_800 }, 'online'],
    ['her own delay counts: shorter', { lease: 40, acted: 100, delay: 60 }, 'away'],
    ['no stream, but a page a minute ago', { acted: 60, sessions: [60] }, 'online'],
    ['N05: no stream, and no page for 90 s', { acted: 91, sessions: [91] }, 'offline'],
    ['N05: a lease that nobody renewed', { lease: -1, acted: 91, sessions: [91] }, 'offline'],
    ['F18: signed out a second ago', { acted: 1, sessions: [] }, 'offline'],
    ['signed out here, still reading there', { acted: 1, lease: 40, sessions: [600] }, 'online'],
    ['signed out here, the other device in a drawer', { acted: 1, sessions: [null, 90_000] }, 'offline'],
    ['one device idle, one active', { acted: 5, lease: 40, sessions: [4_000, 5] }, 'online'],
    ['N03: chosen, however idle', { acted: 4_000, lease: 40, chosen: 'online' }, 'online'],
    ['N03: chosen, however active', { acted: 1, lease: 40, chosen: 'away' }, 'away'],
    ['chosen busy', { acted: 1, lease: 40, chosen: 'busy' }, 'busy'],
    ['chosen busy, and gone', { acted: 100, sessions: [100], chosen: 'busy' }, 'offline'],
    ['invisible', { acted: 1, lease: 40, sessions: [1], chosen: 'offline' }, 'offline'],
  ];

  test.each(STATES)('%s: %j → %s', async (_why, made, status) => {
    const scene = await somebody(made);
    const her = await seen(scene);
    expect(her.status).toBe(status);
    // Every other place says the same of her, or does not name her at all.
    const isHere = (made.lease ?? -1) > 0 && status !== 'offline';
    const here = isHere ? [{ id: scene.her.id, status }] : [];
    const named = (list: readonly { id: string; status: Status }[]) => list.map(({ id, status }) => ({ id, status }));
    const room = await the.database.asViewer(scene.owner.id, (tx) => roomFor(tx, scene.owner.id, scene.salon));
    expect(named(room?.here ?? [])).toEqual(here);
    expect(named(await the.database.systemStatement((tx) => presentIn(tx, scene.salon)))).toEqual(here);
    const [card] = await the.database.asViewer(scene.owner.id, (tx) => salonsOf(tx, scene.owner.id));
    expect(card?.membership?.othersHere).toBe(here.length);
    expect(her.isHere).toBe(isHere);
  });
});

describe('« vu il y a »', () => {
  test('is said of who is gone, and of nobody else', async () => {
    const gone = await seen(await somebody({ acted: 7_200, sessions: [7_200] }));
    expect(Math.round((Date.now() - Number(gone.lastSeenAt)) / 60_000)).toBe(120);
    expect((await seen(await somebody({ acted: 7_200, lease: 40 }))).lastSeenAt).toBeNull();
  });

  test('is not said of who would rather not, nor of who is invisible: it would give her away', async () => {
    const quiet = await somebody({ acted: 7_200 });
    await the.cast.sql`update profiles set shows_last_seen = false where id = ${quiet.her.id}`;
    expect((await seen(quiet)).lastSeenAt).toBeNull();
    expect(
      (await seen(await somebody({ acted: 1, lease: 40, sessions: [1], chosen: 'offline' }))).lastSeenAt,
    ).toBeNull();
  });
});

describe('an act', () => {
  const note = (her: Member, session: string) => the.database.asViewer(her.id, (tx) => actOf(tx, session));
  const stored = async (her: Member) =>
    (
      await the.cast.sql<{ ago: number; updated: string }[]>`
        select extract(epoch from now() - last_activity)::float8 as ago, updated_at::text as updated
        from profiles where id = ${her.id}`
    )[0];

  test('ends an absence, and names the salons that see it', async () => {
    const scene = await somebody({ acted: 4_000, lease: 40, sessions: [4_000] });
    expect((await seen(scene)).status).toBe('away');
    expect(await note(scene.her, scene.sessions[0] ?? '')).toEqual([scene.salon]);
    expect((await seen(scene)).status).toBe('online');
  });

  test('is written at most every half minute, and is no edit of the profile (F19, D28)', async () => {
    const scene = await somebody({ acted: 20, sessions: [20] });
    const before = await stored(scene.her);
    await note(scene.her, scene.sessions[0] ?? '');
    expect((await stored(scene.her))?.ago).toBeGreaterThanOrEqual(20);
    await the.cast.sql`update profiles set last_activity = now() - interval '31 seconds' where id = ${scene.her.id}`;
    expect(await note(scene.her, scene.sessions[0] ?? '')).toEqual([]);
    const after = await stored(scene.her);
    expect(after?.ago).toBeLessThan(10);
    expect(after?.updated).toBe(before?.updated);
  });

  test('with a session that has ended, or is somebody else’s, is none', async () => {
    const scene = await somebody({ acted: 4_000, lease: 40, sessions: [4_000] });
    const [mine = ''] = scene.sessions;
    await note(scene.owner, mine);
    await the.database.systemStatement((tx) => sessions.deleteSession(tx, mine));
    expect(await note(scene.her, mine)).toEqual([]);
    expect((await seen(scene)).status).toBe('away');
  });

  test('of one who chose her state changes nothing that anybody sees', async () => {
    const scene = await somebody({ acted: 4_000, lease: 40, sessions: [4_000], chosen: 'away' });
    expect(await note(scene.her, scene.sessions[0] ?? '')).toEqual([]);
    expect((await seen(scene)).status).toBe('away');
  });
});

describe('a choice', () => {
  const choose = (her: Member, status: Status | null, until: string | null = null) =>
    the.database.asViewer(her.id, (tx) => chooseState(tx, { status, until }));
  const signIn = (her: Member) =>
    the.database.systemStatement((tx) =>
      sessions.insertSession(
        tx,
        createHash('sha256').update(crypto.randomUUID()).digest('hex'),
        her.id,
        false,
        true,
        24,
      ),
    );

  test('stands until it is taken back, and is told where she has a stream', async () => {
    const scene = await somebody({ acted: 1, lease: 40 });
    expect(await choose(scene.her, 'busy')).toEqual([scene.salon]);
    expect((await seen(scene)).status).toBe('busy');
    expect(await choose(scene.her, null)).toEqual([scene.salon]);
    expect((await seen(scene)).status).toBe('online');
  });

  test('with an end is over by then, and says when to look again (F21)', async () => {
    const scene = await somebody({ acted: 1, lease: 40 });
    const ends = (ago: string) => the.cast.sql`
      update profiles set status_until = now() - ${ago}::interval where id = ${scene.her.id}`;
    const inParis = (minutes: number) =>
      new Date(Date.now() + minutes * 60_000).toLocaleTimeString('fr-FR', { timeZone: 'Europe/Paris' }).slice(0, 5);
    const [row] = await (async () => {
      await choose(scene.her, 'busy', inParis(-5));
      return the.cast.sql<{ hours: number }[]>`
        select extract(epoch from status_until - now())::float8 / 3600 as hours from profiles where id = ${scene.her.id}`;
    })();
    // The next time that it is so late: tomorrow. A clock change may make the day longer or shorter.
    expect(row?.hours).toBeGreaterThan(22.8);
    expect(row?.hours).toBeLessThan(25);
    expect((await seen(scene)).status).toBe('busy');
    await ends('-1 second');
    const { next } = await the.database.systemStatement(sweep);
    expect(next).toBeLessThan(1.1);
    await ends('0 seconds');
    expect((await seen(scene)).status).toBe('online');
    await choose(scene.her, 'away');
    expect((await seen(scene)).status).toBe('away');
  });

  test('of twenty at once is one of them, and dated last (D15)', async () => {
    const { her } = await somebody({ acted: 1, lease: 40 });
    const states = ['online', 'away', 'busy', 'offline'] as const;
    await Promise.all(Array.from({ length: 20 }, (_, n) => choose(her, states[n % 4] ?? null)));
    const [row] = await the.cast.sql`
      select is_manual_status as chosen, status_updated_at <= clock_timestamp() as dated
      from profiles where id = ${her.id}`;
    expect(row).toEqual({ chosen: true, dated: true });
  });

  test('outlives a second device, and ends with the last session (D11)', async () => {
    const scene = await somebody({ acted: 1, lease: 40, sessions: [1], chosen: 'busy' });
    await signIn(scene.her);
    expect((await seen(scene)).status).toBe('busy');
    await the.cast.sql`delete from auth.sessions where user_id = ${scene.her.id}`;
    await signIn(scene.her);
    expect((await seen(scene)).status).toBe('online');
  });
});

describe('by SQL, a member', () => {
  test('reads of her own salons who is here and how, and of no other', async () => {
    const scene = await somebody({ acted: 1, lease: 40 });
    const stranger = await the.cast.member('Otto');
    for (const name of [`people_here('${scene.salon}')`, `members_of_salon('${scene.salon}', null, '', null, 50)`]) {
      const ask = (id: string | null) => the.database.asViewer(id, (tx) => statement(tx, `select id from ${name}`));
      expect((await ask(scene.owner.id)).map((row) => row.id)).toContain(scene.her.id);
      expect([...(await ask(stranger.id)), ...(await ask(null))]).toEqual([]);
    }
  });

  test('finds no lease, no last act and no choice of anybody', async () => {
    const scene = await somebody({ acted: 1, lease: 40, chosen: 'offline' });
    const ask = (text: string) => the.database.asViewer(scene.owner.id, (tx) => statement(tx, text));
    for (const text of [
      'select user_id from presence_leases',
      'select id from member_presence',
      'select user_id from salon_presence',
      'select last_activity from profiles',
      'select is_manual_status from profiles',
      'select auto_offline_after from profiles',
    ])
      await expect(ask(text), text).rejects.toMatchObject({ code: 'forbidden' });
  });
});
