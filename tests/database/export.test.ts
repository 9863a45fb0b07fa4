/** The copy of a member's data: complete, readable, hers alone, and made once (P03, U05, C-25). */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyOf } from '~/files/rules/picture';
import type { JobHouse } from '~/jobs';
import { askErasure } from '~/privacy/commands/ask';
import { carryOut } from '~/privacy/commands/erase';
import { askCopy, exportFile, exportFolder, makeCopy, sweepCopies, writeCopy } from '~/privacy/commands/export';
import { copyOf } from '~/privacy/queries/exports';
import { fileNameOf, TITLES } from '~/privacy/rules/export';
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
    // Headings and words of the pages are French; the columns for programs are in the tables.
    const pages = Object.keys(tables)
      .map((table) => read(`pages/${fileNameOf(table)}.html`))
      .join('');
    expect([...pages.matchAll(/<th scope="col">([a-z_]+)</g)].map(([, heading]) => heading)).toEqual([]);
    expect([...pages.matchAll(/<td[^>]*>((?:\w+_\w+|[a-z]+ed|owner|member))<\/td>/g)].map(([, word]) => word)).toEqual(
      [],
    );
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

test('letters come with their words, without what others said, without a link or a code', async () => {
  const anne = await the.cast.member('Anne');
  const put = (template: string, props: object, state = 'sent') => the.cast.sql`
    insert into outbox (template, props, user_id, state) values (${template}, ${the.cast.sql.json(props as never)}, ${anne.id}, ${state})`;
  await put('welcome', { name: 'Anne' });
  await put('mention', { name: 'Anne', author: 'Gérard Petit', salon: 'Jardin', excerpt: 'Vos boutures ?' });
  const excerpts = [{ author: 'Odile Martin', text: 'Les capucines' }];
  const salons = [{ name: 'Jardin', path: '/salons', excerpts, more: 4 }];
  await put('dailyLetter', { name: 'Anne', day: '2026-11-23', salons });
  await put('signIn', { name: 'Anne', path: '/lien-secret', code: '402917' }, 'queued');
  const read = unpacked(await copied(anne));
  const { tables } = JSON.parse(read('donnees.json')) as { tables: Record<string, Record<string, string | null>[]> };
  const letters = new Map((tables['public.outbox'] ?? []).map((row) => [row.template, row]));
  expect(letters.get('welcome')?.text).toContain('Bonjour Anne');
  expect(letters.get('mention')?.subject).toMatch(/^Un membre vous parle dans «\sJardin\s»$/);
  expect(letters.get('dailyLetter')?.text).toMatch(/Jardin[\s\S]*5\s/);
  expect([letters.get('signIn')?.subject, letters.get('signIn')?.text]).toEqual(['Lien et code de connexion', null]);
  expect(letters.get('welcome')?.text).not.toMatch(/^\/|Ouvrir Aurora50/m);
  expect(JSON.stringify(tables['public.outbox'])).not.toMatch(/Gérard|boutures|Odile|capucines|402917|secret/);
  expect(read('pages/outbox.html')).toContain('Bonjour Anne');
});

/** Messages, messages and pictures; a part is 2,000. `EXPORT_SIZES=10000,100000,300` measures a year of heavy use. */
const [FEW = 2_000, MANY = 8_000, PICTURES = 5] = (process.env.EXPORT_SIZES ?? '')
  .split(',')
  .filter(Boolean)
  .map(Number);

test('a year of heavy use is copied within a minute, and memory does not grow with the messages; it is erased in parts', {
  timeout: 600_000,
}, async () => {
  const anne = await the.cast.member('Anne');
  const salon = await the.cast.salon(anne);
  // Without triggers: that many posts take longer than all of the rest.
  const say = (from: number, to: number) =>
    the.owner.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`
        insert into chat_messages (salon_id, user_id, content, seq, changed_seq)
        select ${salon.id}, ${anne.id}, repeat('Un mot de plus. ', 60) || n, n, n
        from generate_series(${from}::int, ${to}::int) n`;
      await tx`update salons set last_seq = ${to}, message_count = ${to} where id = ${salon.id}`;
    });
  for (let n = 0; n < PICTURES; n += 1) {
    const name = String(n).padStart(25, 'a');
    await house.files.store.put(keyOf({ folder: 'covers', name, width: 1280 }), randomBytes(60_000), 'image/jpeg');
    await the.cast.sql`
      insert into pictures (name, folder, user_id, width, height) values (${name}, 'covers', ${anne.id}, 1280, 320)`;
  }
  await say(1, FEW);
  const few = await measured(anne);
  await say(FEW + 1, MANY);
  const many = await measured(anne);
  console.log(
    `copy of ${FEW} and ${MANY} messages: ${[few, many].map(({ seconds, grown }) => `${seconds.toFixed(1)} s, ${grown.toFixed(1)} MB`).join('; ')}`,
  );
  expect(many.seconds).toBeLessThan(60);
  // Held at once, four times as many would take some ten megabytes more.
  expect(many.grown - few.grown).toBeLessThan(5);
  const read = unpacked(many.file);
  expect(read('pages/chat_messages-8.html')).toContain(`Page 8 sur ${MANY / 1_000}.`);
  expect(read('index.html')).toContain(`Mes messages</a> (${MANY})`);
  await askErasure(house, viewerOf(anne), { messages: false, certificates: false }, new Date(), 0);
  expect(await carryOut(house, anne.id, new Date())).toBe('erased');
  expect(await the.cast.sql`select from salons where id = ${salon.id}`).toEqual([]);
});

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

/** @returns seconds, and by how many megabytes the heap that is in use had grown at its highest, whenever a part was read */
async function measured(member: Member) {
  const used = () => {
    gc();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  const before = used();
  let highest = before;
  const asSystem: JobHouse['database']['asSystem'] = async (work) => {
    const answer = await the.database.asSystem(work);
    if (Array.isArray(answer) && answer.length > 100) highest = Math.max(highest, used());
    return answer;
  };
  await askCopy(house, viewerOf(member));
  const began = performance.now();
  await makeCopy({ ...house, database: { ...the.database, asSystem } }, member.id, NOW);
  const seconds = (performance.now() - began) / 1_000;
  return { file: exportFile(house.config, (await copy(member))?.id ?? ''), seconds, grown: highest - before };
}
