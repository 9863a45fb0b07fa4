/** R01: one table says who sees what of a member; it is tried in SQL for every asker (D05, D06, D08, R08, C-22). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countMembers, findMembers, memberCard } from '~/members/queries/cards';
import { myProfile, saveProfile } from '~/members/queries/profiles';
import { type Cursor, cursorAfter, type ListedMember, parseCursor } from '~/members/rules/card';
import { memberNamed, membersOf } from '~/salons/queries/room';
import { memberPageOf } from '~/salons/rules/search';
import type { Member } from '../support/cast';
import { type Stage, stage } from '../support/policies';
import { ASKERS, type Asker, SEEN } from '../support/visibility';

/** Who meets her in the directory: nobody on either side of a block, and not herself. */
const LISTED: readonly Asker[] = ['stranger', 'co-member'];

let the: Stage;
let she: Member;
const people = new Map<Asker, Member>();
const idOf = (asker: Asker) => people.get(asker)?.id ?? null;

beforeAll(async () => {
  the = await stage();
  const { cast } = the;
  she = await cast.member('Thérèse Œuvrard');
  for (const asker of ASKERS.slice(1)) people.set(asker, asker === 'herself' ? she : await cast.member(asker));
  const { id: salon } = await cast.salon(she);
  await cast.join(people.get('co-member') ?? she, salon);
  await cast.sql`
    insert into blocks (blocker_id, blocked_id)
    values (${she.id}, ${idOf('blocked')}), (${idOf('blocker')}, ${she.id})`;
});
afterAll(() => the.close());

const show = (shownTo: 'tous' | 'salons' | 'moi') => the.cast.sql`
  update profiles
  set
    bio = 'Bonjour', city = 'Besançon', interests = '{jardinage,ruches}',
    bio_shown_to = ${shownTo}, city_shown_to = ${shownTo}, interests_shown_to = ${shownTo}
  where id = ${she.id}`;

describe.each(['tous', 'salons', 'moi'] as const)('fields shown to: %s', (shownTo) => {
  test.each(ASKERS)('%s', async (asker) => {
    await show(shownTo);
    const card = await the.database.asViewer(idOf(asker), (tx) => memberCard(tx, she.id));
    const fields = card && [card.bio, card.city, ...card.interests].filter(Boolean);
    const seen = !card ? 'nothing' : fields?.length === 0 ? 'card' : 'card and fields';
    expect(seen).toBe(SEEN[shownTo][asker]);
    if (fields?.length) expect(fields).toEqual(['Bonjour', 'Besançon', 'jardinage', 'ruches']);
  });

  test('the directory finds her by a field only for whom it is shown', async () => {
    await show(shownTo);
    for (const asker of ASKERS) {
      const by = async (city: string, interest: string) => {
        const search = { q: '', city, interest, near: false };
        const found = await the.database.asViewer(idOf(asker), (tx) => findMembers(tx, search, null, 50));
        return found.some(({ id }) => id === she.id);
      };
      const mayFind = LISTED.includes(asker) && SEEN[shownTo][asker] === 'card and fields';
      expect([asker, await by('besancon', ''), await by('', 'ruches')]).toEqual([asker, mayFind, mayFind]);
      expect([asker, await by('', '')]).toEqual([asker, LISTED.includes(asker)]);
    }
  });
});

test('who would rather not be listed is not, and her card opens all the same', async () => {
  await show('tous');
  await the.cast.sql`update profiles set is_listed = false where id = ${she.id}`;
  const asked = <T>(work: Parameters<typeof the.database.asViewer<T>>[1]) =>
    the.database.asViewer(idOf('stranger'), work);
  const search = { q: 'oeuvrard', city: '', interest: '', near: false };
  expect(await asked((tx) => findMembers(tx, search, null, 50))).toEqual([]);
  expect(await asked((tx) => memberCard(tx, she.id))).toMatchObject({ name: 'Thérèse Œuvrard', city: 'Besançon' });
  await the.cast.sql`update profiles set is_listed = true where id = ${she.id}`;
  expect(await asked((tx) => findMembers(tx, search, null, 50))).toMatchObject([{ id: she.id }]);
});

test('pages go through everybody once, by name without accents, whoever comes between', async () => {
  const sign = 'zyx';
  const names = ['Élodie', 'Edgar', 'emile', 'Éric', 'Zoé', 'Eric', 'Ève'].map((name) => `${name} ${sign}`);
  for (const name of names) await the.cast.member(name);
  const search = { q: sign, city: '', interest: '', near: false };
  const seen: string[] = [];
  for (let after: Cursor | null = null, page: readonly ListedMember[]; ; ) {
    page = await the.database.asViewer(idOf('stranger'), (tx) => findMembers(tx, search, after, 2));
    seen.push(...page.map(({ name }) => name));
    const last = page.at(-1);
    if (!last) break;
    after = parseCursor(new URLSearchParams({ apres: cursorAfter(last) }));
    await the.cast.member(`Aaron ${sign}`);
  }
  const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  expect(seen.filter((name) => !name.startsWith('Aaron')).map(plain)).toEqual(names.map(plain).sort());
});

test('words of a search are letters, never patterns', async () => {
  await the.cast.member('Cent % _laine');
  const counted = async (q: string) => {
    const rows = await the.database.asViewer(idOf('stranger'), (tx) =>
      countMembers(tx, { q, city: '', interest: '', near: false }, 1_000),
    );
    return rows.find(({ word }) => word === '')?.people;
  };
  expect(await counted('%')).toBe(1);
  expect(await counted('_')).toBe(1);
  expect(await counted("';--\\")).toBe(0);
  // Three letters are sought anywhere in a name, fewer at the beginning of a word of it.
  await the.cast.member('Quxine Marie-Zwo');
  expect([await counted('uxi'), await counted('ux'), await counted('qu'), await counted('zw')]).toEqual([1, 0, 1, 1]);
});

test('a salon’s members come by pages, in the order they joined, without whom a block parts (D40, R08, C-22)', async () => {
  const { cast, database } = the;
  const owner = await cast.member('Ombeline');
  const { id: salon } = await cast.salon(owner);
  const [first, parted] = [await cast.member('Éloïse'), await cast.member('Aurore')];
  for (const member of [first, parted]) await cast.join(member, salon);
  await cast.sql`
    with made as (
      insert into auth.users (email, email_confirmed_at)
      select 'page' || n || '@exemple.fr', now() from generate_series(1, 60) n
      returning id
    )
    insert into salon_members (salon_id, user_id, role)
    select ${salon}, id, 'member' from made`;
  await cast.sql`insert into blocks (blocker_id, blocked_id) values (${parted.id}, ${first.id})`;
  const page = (asker: Member, named: string, after: string | null) =>
    database.asViewer(asker.id, async (tx) => {
      const asked = { named, after };
      return memberPageOf(await membersOf(tx, salon, asked), asked);
    });
  const seen: string[] = [];
  for (let after: string | null = null; ; ) {
    const { shown, next }: Awaited<ReturnType<typeof page>> = await page(first, '', after);
    seen.push(...shown.map(({ id }) => id));
    after = next;
    if (!after) break;
  }
  const all = await cast.sql<{ id: string }[]>`
    select user_id as id from salon_members
    where salon_id = ${salon} and user_id <> ${parted.id}
    order by role <> 'owner', joined_at, user_id`;
  expect(seen).toEqual(all.map(({ id }) => id));
  expect(seen).toHaveLength(62);
  const names = async (asker: Member, named: string) => (await page(asker, named, null)).shown.map(({ name }) => name);
  expect([await names(owner, 'eloise'), await names(owner, '%'), await names(parted, 'eloise')]).toEqual([
    ['Éloïse'],
    [],
    [],
  ]);
  const stranger = await cast.member('Otto');
  expect(await names(stranger, '')).toEqual([]);
  expect(await database.asViewer(stranger.id, (tx) => memberNamed(tx, salon, first.id))).toBeNull();
  expect(await database.asViewer(owner.id, (tx) => memberNamed(tx, salon, first.id))).toBe('Éloïse');
});

test('nobody changes another one’s profile, and no column of money or power', async () => {
  const mine = await the.database.asViewer(idOf('stranger'), myProfile);
  if (!mine) throw new Error('no profile');
  await the.database.asViewer(idOf('stranger'), (tx) => saveProfile(tx, she.id, { ...mine, name: 'Volée' }));
  const [row] = await the.cast.sql<{ name: string }[]>`select full_name as name from profiles where id = ${she.id}`;
  expect(row?.name).toBe('Thérèse Œuvrard');
});
