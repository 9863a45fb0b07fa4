/** The copy of a member's data: complete, readable, hers alone, and made once (P03, U05, C-25). */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JobHouse } from '~/jobs';
import { askErasure } from '~/privacy/commands/ask';
import { carryOut } from '~/privacy/commands/erase';
import { askCopy, exportFile, exportFolder, makeCopy, sweepCopies, writeCopy } from '~/privacy/commands/export';
import { copyOf } from '~/privacy/queries/exports';
import { TITLES } from '~/privacy/rules/export';
import type { Member } from '../support/cast';
import { memberWithEverything } from '../support/everything';
import { type Mailroom, mailroom } from '../support/mailroom';
import { viewerOf } from '../support/policies';

let the: Mailroom;
let house: JobHouse;
beforeAll(async () => {
  the = await mailroom();
  house = the.house();
  await the.cast.member('Adèle', { role: 'admin' });
});
afterAll(() => the.close());

const NOW = new Date('2026-11-27T10:00:00Z');
const copy = ({ id }: Pick<Member, 'id'>) => the.database.systemStatement((tx) => copyOf(tx, id));

/** Unpacked by a program that is not ours. */
function unpacked(file: string): (name: string) => string {
  const folder = mkdtempSync(path.join(tmpdir(), 'aurora50-copie-'));
  execFileSync('python3', ['-m', 'zipfile', '-e', file, folder]);
  return (name) => readFileSync(path.join(folder, name), 'utf8');
}

async function copied(member: Member) {
  await askCopy(house, viewerOf(member));
  await makeCopy(house, member.id, NOW);
  const made = await copy(member);
  return exportFile(house.config, made?.id ?? '');
}

describe('a member with something in every table', () => {
  test('finds it in JSON with its description, in pages that lead to each other, in tables and in a calendar', async () => {
    const { her, answer, shared } = await memberWithEverything(the.cast, 'Gisèle', ' à <moi>');
    await the.cast.sql`
      insert into chat_messages (salon_id, user_id, content, reply_to_id) values (${shared.id}, ${her.id}, 'Oui !', ${answer})`;
    await the.cast.sql`update profiles set bio = ${'Première ligne\n"deux", =1+1'} where id = ${her.id}`;
    await the.owner`delete from exports where user_id = ${her.id}`;
    const read = unpacked(await copied(her));
    const { tables } = JSON.parse(read('donnees.json')) as { tables: Record<string, Record<string, unknown>[]> };
    expect(tables['public.chat_messages']?.[0]?.content).toBe('Mes mots à moi à <moi>');
    const schema = JSON.parse(read('donnees.schema.json')) as {
      properties: { tables: { properties: Record<string, { items: { properties: object } }> } };
    };
    for (const [table, rows] of Object.entries(tables)) {
      const described = Object.keys(schema.properties.tables.properties[table]?.items.properties ?? {});
      expect([table, described.sort()]).toEqual([table, [...new Set(rows.flatMap(Object.keys))].sort()]);
    }
    // Every part has a name in French.
    expect(Object.keys(tables).filter((table) => !(table in TITLES))).toEqual([]);
    const index = read('index.html');
    for (const [, link = ''] of index.matchAll(/href="([^"]+)"/g)) expect(read(link).length).toBeGreaterThan(0);
    expect(index).toContain('Mes messages</a> (2)');
    // Of what she answered the beginning, and of certificates a sheet to print beside what a program checks.
    expect(tables['public.chat_messages']?.[1]?.answered_to).toBe('Les mots de Monique');
    const { id } = tables['public.certificates']?.[0] ?? {};
    expect(read(`attestations/${id}.pdf`)).toMatch(/^%PDF-1\.7/);
    expect(JSON.parse(read(`attestations/${id}.json`)).proof).toBeDefined();
    expect(read('pages/chat_messages.html')).toContain('Mes mots à moi à &#60;moi&#62;');
    expect(read('tableaux/profiles.csv')).toContain('"Première ligne\n""deux"", =1+1"');
    const calendar = read('lecons.ics');
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const hers = JSON.stringify(tables, (key, value) => (key === 'answered_to' ? undefined : value));
    expect(hers).not.toMatch(/Monique|password|"hash"|_hash/);
  });

  test('gets the same bytes for the same data', async () => {
    const { her } = await memberWithEverything(the.cast, 'Odile');
    const files = ['a', 'b'].map((name) => path.join(tmpdir(), `aurora50-${name}.zip`));
    for (const file of files) await writeCopy(house, file, her, her.name);
    const [first, second] = files.map((file) => readFileSync(file));
    for (const file of files) rmSync(file);
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
  });
});

test('asked twice it is one; the letter says where it is; seven days later it is gone', async () => {
  const anne = await the.cast.member('Anne');
  for (let n = 0; n < 2; n += 1) await askCopy(house, viewerOf(anne));
  for (let n = 0; n < 2; n += 1) await makeCopy(house, anne.id, NOW);
  const letters = await the.cast.sql<{ path: string }[]>`
    select props ->> 'path' as path from outbox where user_id = ${anne.id}`;
  const made = await copy(anne);
  expect(letters).toEqual([{ path: `/mes-donnees/export/${made?.id}` }]);
  expect(existsSync(exportFile(house.config, made?.id ?? ''))).toBe(true);
  await sweepCopies(house);
  expect(existsSync(exportFile(house.config, made?.id ?? ''))).toBe(true);
  await the.cast.sql`update exports set expires_at = now() where user_id = ${anne.id}`;
  expect(await copy(anne)).toBeNull();
  await sweepCopies(house);
  expect(existsSync(exportFile(house.config, made?.id ?? ''))).toBe(false);
});

test('erased while it is made, nothing of it stays; a store that is away leaves no half file', async () => {
  const anne = await the.cast.member('Anne');
  await askCopy(house, viewerOf(anne));
  const store = {
    ...house.files.store,
    read: () => Promise.reject(new Error('away')),
  };
  await the.cast.sql`
    insert into pictures (name, folder, user_id, width, height) values ('a234567890123456789012345', 'avatars', ${anne.id}, 4, 4)`;
  await expect(makeCopy({ ...house, files: { store } }, anne.id, NOW)).rejects.toThrow('away');
  expect(readdirSync(exportFolder(house.config)).filter((name) => name.endsWith('.part'))).toEqual([]);
  const before = readdirSync(exportFolder(house.config));
  await askErasure(house, viewerOf(anne), { messages: false, certificates: false }, new Date(), 0);
  const reading = {
    ...house.files.store,
    async read() {
      await carryOut(house, anne.id, new Date());
      return null;
    },
  };
  await makeCopy({ ...house, files: { store: reading } }, anne.id, NOW);
  await sweepCopies(house);
  expect(readdirSync(exportFolder(house.config))).toEqual(before);
  expect(await the.cast.sql`select from auth.users where id = ${anne.id}`).toEqual([]);
});

test('a year of heavy use is copied within a minute, in little memory, and erased in parts', {
  timeout: 240_000,
}, async () => {
  const anne = await the.cast.member('Anne');
  const salon = await the.cast.salon(anne);
  const paul = await the.cast.member('Paul');
  await the.cast.join(paul, salon.id);
  await the.owner`
    insert into chat_messages (salon_id, user_id, content)
    select ${salon.id}, ${anne.id}, repeat('Un mot de plus. ', 12) || n from generate_series(1, 10000) n`;
  const before = process.memoryUsage().rss;
  const began = performance.now();
  await copied(anne);
  const seconds = (performance.now() - began) / 1_000;
  const grown = (process.memoryUsage().rss - before) / 1_048_576;
  console.log(`copy of 10,000 messages: ${seconds.toFixed(1)} s, ${grown.toFixed(0)} MB`);
  expect(seconds).toBeLessThan(60);
  await askErasure(house, viewerOf(anne), { messages: false, certificates: false }, new Date(), 0);
  const erasing = performance.now();
  expect(await carryOut(house, anne.id, new Date())).toBe('erased');
  console.log(`erasure of 10,000 messages: ${((performance.now() - erasing) / 1_000).toFixed(1)} s`);
  const left = await the.cast.sql`select from chat_messages where salon_id = ${salon.id} and content <> '' limit 1`;
  expect(left).toEqual([]);
});
