/** B01, G24: what nobody shows any more is removed, and nothing else. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweepPictures } from '~/files/commands/sweep';
import { type Folder, keyOf } from '~/files/rules/picture';
import { diskStore } from '~/files/store';
import type { Member } from '../support/cast';
import { type Stage, stage } from '../support/policies';

const folder = mkdtempSync(path.join(tmpdir(), 'aurora50-sweep-'));
let the: Stage;
let monique: Member;
beforeAll(async () => {
  the = await stage();
  monique = await the.cast.member('Monique Berger');
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await the.close();
});

const HOUR = 3_600; // s

/** A file of a picture, so many hours old. */
function file(dossier: Folder, name: string, hours: number): string {
  const place = path.join(folder, keyOf({ folder: dossier, name, width: 96 }));
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, 'x');
  const at = Date.now() / 1_000 - hours * HOUR;
  utimesSync(place, at, at);
  return place;
}

const row = (name: string, hours: number, user: string | null = monique.id) => the.cast.sql`
  insert into pictures (name, folder, user_id, width, height, created_at)
  values (${name}, 'avatars', ${user}, 96, 96, now() - make_interval(hours => ${hours}))`;

test('files that no row names, drafts of yesterday and pictures of nobody go; what is shown and what is new stays', async () => {
  const [shown, draft, old, nobodys] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(25)) as [
    string,
    string,
    string,
    string,
  ];
  await row(shown, 900);
  await the.cast.sql`update profiles set avatar_url = ${`/fichiers/avatars/${shown}`} where id = ${monique.id}`;
  await row(draft, 2);
  await row(old, 25);
  await row(nobodys, 2, null);
  const stays = [
    file('avatars', shown, 900),
    file('avatars', draft, 2),
    // Its row is being written.
    file('avatars', 'e'.repeat(25), 0.5),
  ];
  const goes = [file('avatars', old, 25), file('avatars', nobodys, 2), file('covers', 'f'.repeat(25), 2)];
  // More than are removed in one go.
  for (let n = 0; n < 450; n += 1) goes.push(file('salon-avatars', `orphelin${String(n).padStart(17, '0')}`, 3));
  const swept = { database: the.database, files: { store: diskStore(folder) } };
  // Two processes at once, as when one took over while the other was sweeping.
  await Promise.all([sweepPictures(swept, new Date()), sweepPictures(swept, new Date())]);
  expect([stays.map(existsSync), goes.filter(existsSync)]).toEqual([[true, true, true], []]);
  const rows = await the.cast.sql<{ name: string }[]>`select name from pictures order by name`;
  expect(rows.map(({ name }) => name)).toEqual([shown, draft]);
});
