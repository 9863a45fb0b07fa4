/** A05, C-23: accounts that nobody confirms go after seven days, with their rows; nobody else’s does. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetUnconfirmed } from '~/auth/commands/unconfirmed';
import { type Database, DEFAULT_POOLS, openDatabase } from '~/db';
import { type Cast, castIn } from '../support/cast';
import { freshDatabase } from '../support/database';

let database: Database;
let cast: Cast;
let drop: () => Promise<void>;
beforeAll(async () => {
  const fresh = await freshDatabase();
  database = openDatabase(fresh.url, DEFAULT_POOLS);
  cast = castIn(fresh.url);
  drop = fresh.drop;
});
afterAll(async () => {
  await database.close();
  await cast.close();
  await drop();
});

const aged = (id: string, days: number) =>
  cast.sql`update auth.users set created_at = now() - make_interval(days => ${days}) where id = ${id}`;

test('old and unconfirmed goes, with profile, session, membership and letters; the counts stay right', async () => {
  const [anne, ursule, young] = [
    await cast.member('Anne'),
    await cast.member('Ursule', { confirmed: false }),
    await cast.member('Yvonne', { confirmed: false }),
  ];
  const { id: salon } = await cast.salon(anne);
  await cast.join(ursule, salon);
  await cast.session(ursule);
  await cast.sql`insert into outbox (template, props, user_id) values ('confirmation', '{}', ${ursule.id})`;
  await cast.sql`insert into consents (user_id, purpose, version) values (${ursule.id}, 'compte', '2026-11')`;
  await aged(anne.id, 400);
  await aged(ursule.id, 8);
  await aged(young.id, 6);
  expect(await forgetUnconfirmed(database)).toBe(1);
  expect(await forgetUnconfirmed(database)).toBe(0);
  const left = await cast.sql<{ email: string }[]>`select email from auth.users`;
  expect(left.map((row) => row.email).sort()).toEqual([anne.email, young.email].sort());
  const [rows] = await cast.sql`
    select
      (select count(*)::int from profiles where id = ${ursule.id}) as profiles,
      (select count(*)::int from auth.sessions where user_id = ${ursule.id}) as sessions,
      (select count(*)::int from outbox where user_id = ${ursule.id}) as letters,
      (select count(*)::int from consents where user_id = ${ursule.id}) as consents,
      (select member_count from salons where id = ${salon}) as members`;
  expect(rows).toEqual({ profiles: 0, sessions: 0, letters: 0, consents: 0, members: 1 });
});

test('who owns a salon stays, whatever else is said of her', async () => {
  const odile = await cast.member('Odile', { confirmed: false });
  await cast.salon(odile);
  await aged(odile.id, 30);
  expect(await forgetUnconfirmed(database)).toBe(0);
});
