/** Counters equal rows (D27, D36), whatever members do: asked by the operator's own command. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as chat from '~/chat/queries';
import { insertMessage } from '~/chat/queries/posts';
import { salonsOf } from '~/salons/queries/lists';
import * as salons from '~/salons/queries/membership';
import { projectRoot } from '../../db/project-root';
import type { Member } from '../support/cast';
import { type Stage, stage } from '../support/policies';

let the: Stage;
beforeAll(async () => {
  the = await stage();
});
afterAll(() => the.close());

const PEOPLE = 4;
const SALONS = 3;
const NOTHING_TO_DO = ['not_found', 'forbidden', 'payment_required'];

const someone = fc.nat(PEOPLE - 1);
const somewhere = fc.nat(SALONS - 1);
const deed = fc.oneof(
  fc.record({ what: fc.constantFrom('join' as const, 'leave' as const), who: someone, where: somewhere }),
  fc.record({ what: fc.constantFrom('post' as const, 'delete' as const), who: someone, where: somewhere }),
  fc.record({ what: fc.constantFrom('create' as const, 'hand over' as const), who: someone, where: somewhere }),
);
type Deed = { what: 'join' | 'leave' | 'post' | 'delete' | 'create' | 'hand over'; who: number; where: number };

test('after any deeds, one by one and at once, every counter equals its rows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 40 }), fc.boolean(), async (deeds, atOnce) => {
      const { people, rooms } = await arranged();
      const perform = (each: Deed) => done(each, people, rooms);
      if (atOnce) await Promise.all(deeds.map(perform));
      else for (const each of deeds) await perform(each);
      expect(await drift()).toEqual([]);
    }),
    // What races cannot be made smaller by trying again.
    { numRuns: 12, endOnFailure: true },
  );
  expect(await verified(the.url)).toMatchObject({ code: 0 });
});

test('the operator’s command sees a counter that is wrong', async () => {
  const { rooms } = await arranged();
  await the.cast.sql`update salons set member_count = member_count + 1 where id = ${rooms[0] ?? ''}`;
  const { code, output } = await verified(the.url);
  expect(output).toMatch(/FAUTE {2}Nombre de membres des salons\n.*4 annoncés, 3 présents/);
  expect(code).toBe(1);
});

describe('the words of a salon are checked where they are written, and not at every message', () => {
  test('PostgreSQL reads no check of hers but those of her numbers', async () => {
    const checks = await the.owner<{ name: string }[]>`
      select conname as name from pg_constraint where conrelid = 'public.salons'::regclass and contype = 'c' order by 1`;
    expect(checks.map(({ name }) => name)).toEqual(['salons_counted_messages_positive', 'salons_counts_positive']);
  });

  const long = (signs: number) => 'm'.repeat(signs);
  test.each([
    ['name', 'ab', 'salons_name_length'],
    ['name', long(81), 'salons_name_length'],
    ['description', long(1001), 'salons_description_length'],
    ['category', 'politique', 'salons_category_known'],
    ['city', '', 'salons_city_length'],
    ['city', long(81), 'salons_city_length'],
    ['avatar_url', `/fichiers/${long(300)}`, 'salons_avatar_url_length'],
    ['avatar_url', 'https://exemple.fr/a.png', 'salons_picture_is_ours'],
    ['color_theme', 'red', 'salons_color_theme_hex'],
    ['share_code', 'ABC', 'salons_share_code_readable'],
    ['visibility', 'secret', 'salons_visibility_known'],
    ['client_key', long(65), 'salons_client_key_length'],
    ['delete_at', '2030-01-01', 'salons_deletion_closes'],
    ['house_rules', long(2001), 'salons_house_rules_length'],
    ['welcome_line', long(201), 'salons_welcome_length'],
    ['slow_seconds', '7', 'salons_slow_seconds_known'],
  ])('%s « %.12s » is refused as %s', async (column, value, rule) => {
    const { id } = await the.cast.salon(await the.cast.member('Monique'));
    const refused = { code: '23514', constraint_name: rule };
    await expect(
      the.cast.sql`update salons set ${the.cast.sql({ [column]: value })} where id = ${id}`,
    ).rejects.toMatchObject(refused);
  });
});

describe('today’s messages of a salon (F06), the day in Paris (D14)', () => {
  const told = async (salon: string) => {
    const [row] = await the.cast.sql<{ today: number }[]>`
      select messages_today::int as today from salons_with_details where id = ${salon}`;
    return row?.today;
  };
  /** As if what has been said until now had been said yesterday. */
  const aDayLater = (salon: string) =>
    the.cast.sql.begin(async (tx) => {
      await tx`select set_config('app.import', 'on', true)`;
      await tx`update chat_messages set created_at = created_at - interval '1 day' where salon_id = ${salon}`;
      await tx`
        update salons set counted_on = counted_on - 1, last_message_at = last_message_at - interval '1 day'
        where id = ${salon}`;
    });

  test('begin anew with the day, and a deletion counts for the day of its message', async () => {
    const { people, rooms } = await arranged();
    const [{ id: author }, [salon = '']] = [people[0] as Member, rooms];
    const post = async () => {
      const made = await the.database.asViewer(author, (tx) =>
        insertMessage(tx, author, salon, { text: 'Bonjour', replyTo: null, key: null }),
      );
      return made?.id ?? 0;
    };
    const remove = (id: number) => the.database.asViewer(author, (tx) => chat.deleteMessage(tx, id));
    const [first, second] = [await post(), await post()];
    expect(await told(salon)).toBe(2);
    await aDayLater(salon);
    expect(await told(salon)).toBe(0);
    await remove(first);
    expect(await told(salon)).toBe(0);
    const third = await post();
    expect(await told(salon)).toBe(1);
    await remove(second);
    expect(await told(salon)).toBe(1);
    await remove(third);
    expect(await told(salon)).toBe(0);
    expect((await drift()).filter(({ counter }) => counter === 'today')).toEqual([]);
  });

  test('and the time of the last one put the salon at the head of its members’ list', async () => {
    const { people, rooms } = await arranged();
    const { id: author } = people[0] as Member;
    for (const salon of rooms) await the.cast.join(people[0] as Member, salon).catch(() => {});
    for (const salon of [...rooms, rooms[0] ?? '']) {
      await the.database.asViewer(author, (tx) =>
        insertMessage(tx, author, salon, { text: 'Bonjour', replyTo: null, key: null }),
      );
      const [head] = await the.database.asViewer(author, (tx) => salonsOf(tx, author));
      expect(head).toMatchObject({ id: salon, messagesToday: salon === rooms[0] ? expect.any(Number) : 1 });
    }
  });
});

async function arranged(): Promise<{ people: Member[]; rooms: string[] }> {
  const people: Member[] = [];
  for (let n = 0; n < PEOPLE; n += 1) {
    people.push(await the.cast.member(`Membre ${n}`, { plan: n % 2 ? 'premium' : 'freemium' }));
  }
  const rooms: string[] = [];
  for (let n = 0; n < SALONS; n += 1) {
    const keeper = await the.cast.member('Gardienne');
    rooms.push((await the.cast.salon(keeper)).id);
  }
  for (const [n, each] of people.entries()) await the.cast.join(each, rooms[n % SALONS] ?? '');
  return { people, rooms };
}

async function done({ what, who, where }: Deed, people: readonly Member[], rooms: readonly string[]): Promise<void> {
  const { id } = people[who] as Member;
  const salon = rooms[where] as string;
  if (what === 'hand over') return handedOver(id, salon);
  await the.database
    .asViewer<unknown>(id, async (tx) => {
      if (what === 'join') return salons.joinPublic(tx, salon);
      if (what === 'leave') return salons.leaveSalon(tx, id, salon);
      if (what === 'post') return insertMessage(tx, id, salon, { text: 'Bonjour', replyTo: null, key: null });
      if (what === 'create')
        return tx`select create_salon_with_code('Un autre', '', 'jeux', null, '#8B5CF6', 'prive', null)`;
      const [last] = await tx<{ id: number }[]>`select max(id) as id from chat_messages where salon_id = ${salon}`;
      return last?.id ? chat.deleteMessage(tx, last.id) : false;
    })
    .catch((error) => {
      if (!NOTHING_TO_DO.includes(error.code)) throw error;
    });
}

/** D33, as a job does it: the old owner stays as a moderator. */
async function handedOver(heir: string, salon: string): Promise<void> {
  await the.database.asSystem(async (tx) => {
    const [room] = await tx<{ ownerId: string }[]>`
      select owner_id from salons where id = ${salon} for no key update`;
    const [member] = await tx`
      select from salon_members where salon_id = ${salon} and user_id = ${heir} and role <> 'owner' for update`;
    if (!room || !member) return;
    // Two profiles are locked in their order: another salon may be handed over the other way round.
    await tx`select from profiles where id in (${heir}, ${room.ownerId}) order by id for no key update`;
    await tx`update salon_members set role = 'moderator' where salon_id = ${salon} and role = 'owner'`;
    await tx`update salon_members set role = 'owner' where salon_id = ${salon} and user_id = ${heir}`;
    await tx`update salons set owner_id = ${heir} where id = ${salon}`;
  });
}

/** The sums of `scripts/db-verify.ts`, in one statement: quick enough for every run of the property. */
function drift() {
  return the.cast.sql`
    select id, 'members' as counter, member_count as told
    from salons s where member_count <> (select count(*) from salon_members where salon_id = s.id)
    union all
    select id, 'messages', message_count
    from salons s where message_count <> (select count(*) from chat_messages where salon_id = s.id and not is_deleted)
    union all
    select id, 'today', messages_today
    from salons_with_details s where messages_today <> (
      select count(*) from chat_messages m
      where m.salon_id = s.id and not m.is_deleted and m.created_at >= date_trunc('day', now(), 'Europe/Paris'))
    union all
    select id, 'created', salons_created
    from profiles p where salons_created <> (select count(*) from salons where owner_id = p.id)
    union all
    select id, 'joined', salons_joined
    from profiles p
    where salons_joined <> (select count(*) from salon_members where user_id = p.id and role <> 'owner')`;
}

async function verified(url: string): Promise<{ code: number; output: string }> {
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/db-verify.ts'], {
    cwd: projectRoot(),
    env: { ...process.env, DATABASE_URL: url },
  });
  return run.then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    (error) => ({ code: Number(error.code), output: String(error.stdout) }),
  );
}
