/** A table is written by one domain (docs/architecture.md): read from every SQL text of the program and every function. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../db/project-root';
import { type Stage, stage } from '../support/policies';
import { functionsOf, ours } from '../support/policies-catalog';
import { FUNCTIONS, TABLES } from '../support/table-owners';

let the: Stage;
beforeAll(async () => {
  the = await stage();
});
afterAll(() => the.close());

const ownersOf = (lists: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(lists).flatMap(([domain, names]) => names.map((name) => [name, domain] as const)));
const tables = ownersOf(TABLES);
const functions = ownersOf(FUNCTIONS);

const WRITE =
  /\b(?:insert\s+into|delete\s+from|merge\s+into|truncate(?:\s+table)?|update(?=\s+(?:only\s+)?[\w.]+(?:\s+(?:as\s+)?\w+)?\s+set\b))\s+(?:only\s+)?([\w.]+)/gi;

/** The tables that this SQL text writes, with their schemas. */
function written(sql: string): string[] {
  const plain = sql.replace(/--.*$/gm, '');
  const named = [...plain.matchAll(WRITE)].map(([, table = '']) => (table.includes('.') ? table : `public.${table}`));
  return [...new Set(named)].filter((table) => !table.startsWith('graphile_worker.')).sort();
}

/** `app/chat/queries.ts` and `app/mailer.ts` belong to their first folder or their name. */
const domainOf = (file: string) => file.split('/')[1]?.replace(/\.tsx?$/, '') ?? '';

/** Every source file, without its comments: whatever else reads as a writing statement counts as one. */
const sources = readdirSync(join(projectRoot(), 'app'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .sort()
  .map((path) => ({
    file: `app/${path.replaceAll('\\', '/')}`,
    sql: readFileSync(join(projectRoot(), 'app', path), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''),
  }));

test('every table has one owner, and the list names no other', async () => {
  const there = await the.owner<{ name: string }[]>`
    select name from (${ours(the.owner)}) c where relkind in ('r', 'p') order by name`;
  expect([...tables.keys()].sort()).toEqual(there.map(({ name }) => name).sort());
  expect(Object.values(TABLES).flat()).toHaveLength(tables.size);
});

describe('the program', () => {
  test('writes a table in the folder of its domain alone', () => {
    const strangers = sources.flatMap(({ file, sql }) =>
      written(sql)
        .filter((table) => tables.get(table) !== domainOf(file))
        .map((table) => `${file} writes ${table}`),
    );
    expect(strangers).toEqual([]);
  });

  test('names the table where it writes: this test could not read another form', () => {
    const hidden = sources.filter(({ sql }) => /\b(insert\s+into|delete\s+from|update)\s+\$\{/i.test(sql));
    expect(hidden.map(({ file }) => file)).toEqual([]);
  });

  test('is read at all', () => {
    expect(sources.flatMap(({ sql }) => written(sql)).length).toBeGreaterThan(50);
  });
});

describe('a function of the database', () => {
  const writing = async () => {
    const rows = await the.owner<{ name: string; text: string }[]>`
      select f.pronamespace::regnamespace || '.' || f.proname as name, pg_get_functiondef(f.oid) as text
      from (${functionsOf(the.owner)}) f
      where f.prokind = 'f'`;
    return rows.map(({ name, text }) => ({ name, tables: written(text) })).filter((each) => each.tables.length > 0);
  };

  test('writes tables of its own domain alone, a trigger’s function too', async () => {
    const strangers = (await writing()).flatMap(({ name, tables: named }) =>
      named
        .filter((table) => tables.get(table) !== functions.get(name))
        .map((table) => `${name} of ${functions.get(name) ?? 'nobody'} writes ${table}`),
    );
    expect(strangers).toEqual([]);
  });

  test('stands in the list when it writes, and only then', async () => {
    const names = [...new Set((await writing()).map(({ name }) => name))].sort();
    expect([...functions.keys()].sort()).toEqual(names);
  });
});
