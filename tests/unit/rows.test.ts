/** Rows and route modules say the same: neither stands without the other. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { places, rowOf } from '~/urls';
import { projectRoot } from '../../db/project-root';

const folder = path.join(projectRoot(), 'app/routes');
const source = (module: string) => readFileSync(path.join(folder, module), 'utf8');
const exporting = (name: string) => new RegExp(`^export (const ${name}\\b|default|\\{[^}]*\\b${name}\\b)`, 'm');
const acts = (code: string) => /^export (const action\b|\{[^}]*\baction\b)/m.test(code);
/** Part of the table, and no address of ours. */
const NO_ADDRESS = 'not-found.tsx';

const modules = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => {
  if (!/\.tsx?$/.test(file)) return false;
  const code = source(file);
  return acts(code) || exporting('loader').test(code);
});
const rows = places.map((place) => ({ place, ...rowOf(place) }));

test('every route module has its row, and every row its route module', () => {
  const named = rows.flatMap(({ module }) => module ?? []);
  expect([...named, NO_ADDRESS].sort()).toEqual(modules.sort());
});

test.each(rows.filter(({ module }) => module))(
  '$place: what its module shows and takes is what its row says',
  (row) => {
    const code = source(row.module ?? '');
    expect(acts(code), 'takes a form').toBe(row.post !== undefined);
    if (row.get) expect(exporting('loader').test(code), 'shows something').toBe(true);
    expect(/\bkeeps: KEPT_OF_/.test(code), 'names the fields that are kept').toBe(row.keeps === true);
  },
);

test('what http.ts answers without a route module is this and no more', () => {
  const before = rows.filter(({ module }) => module === null).map(({ place }) => place);
  expect(before.sort()).toEqual(['alive', 'health', 'lessonVideo', 'salonLive', 'salonStream', 'storedPicture']);
});
