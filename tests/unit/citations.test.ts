/** What code, tests, migrations and documents cite exists: ids in docs/behaviours.md, sections, decision records. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SOURCES = ['app', 'db', 'emails', 'scripts', 'demo', 'tests', 'docs', 'README.md', 'STYLE.md'];

/** Citing texts by path: whole documents, and of code its comments and the names of its tests. */
const texts = new Map(
  SOURCES.filter((source) => existsSync(path.join(ROOT, source)))
    .flatMap(filesOf)
    .map((file) => [file, citingText(file)]),
);

const behaviours = [...read('docs/behaviours.md').matchAll(/^\| (\S+) \|/gm)]
  .map(([, id = '']) => id)
  .filter((id) => /\d/.test(id));

test('every cited behaviour has its line in docs/behaviours.md, once', () => {
  expect(behaviours).toEqual([...new Set(behaviours)]);
  expect(notIn(behaviours, cited(/\b([ABDEFGKLMNOPQRSUWXYZ]\d\d|C-\d\d)\b/g))).toEqual([]);
});

test('every cited section, such as "reliability 8", has its heading in docs', () => {
  const pages =
    /\b(contract|reliability|comfort|architecture|performance|product)(?:\.md`?)? (\d[\d.]*(?:(?:, | and | to |–)\d+)*)/gi;
  const sections = [...texts.keys()]
    .filter((file) => /^docs\/\w+\.md$/.test(file))
    .flatMap((file) => [...read(file).matchAll(/^## (\d+)\./gm)].map(([, n]) => `${path.basename(file, '.md')} ${n}`));
  const citations = cited(pages).flatMap(
    ({ file, match: [, page = '', numbers = ''] }) =>
      numbers.match(/\d+(\.\d+)?/g)?.map((n) => ({ file, match: ['', `${page.toLowerCase()} ${n}`] })) ?? [],
  );
  expect(notIn(sections, citations)).toEqual([]);
});

// The example of `adding-a-domain.md` names files that are not there; a record that is superseded names what was.
test('every file that a document names is there', () => {
  const documents = [...texts.entries()].filter(
    ([file, text]) => file.endsWith('.md') && !file.endsWith('adding-a-domain.md') && !/^Superseded by/m.test(text),
  );
  const named = documents.flatMap(([file, text]) =>
    [...text.matchAll(/`((?:app|db|demo|docs|emails|scripts|tests)\/[\w./-]+)`/g)].map(([, name = '']) => ({
      file,
      name,
    })),
  );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter(({ name }) => !existsSync(path.join(ROOT, name)))).toEqual([]);
});

test('every cited decision has its record', () => {
  const records = readdirSync(path.join(ROOT, 'docs/decisions')).map((name) => name.slice(0, 3));
  expect(records).toEqual([...new Set(records)]);
  expect(notIn(records, cited(/\bdecisions?(?:\/| )(\d{3})\b/g))).toEqual([]);
});

type Citation = { readonly file: string; readonly match: readonly string[] };

function cited(pattern: RegExp): Citation[] {
  return [...texts].flatMap(([file, text]) => [...text.matchAll(pattern)].map((match) => ({ file, match })));
}

/** Guards against a pattern that finds nothing, too. */
function notIn(known: readonly string[], citations: readonly Citation[]): string[] {
  expect(citations.length).toBeGreaterThan(10);
  return citations
    .filter(({ match }) => !known.includes(match[1] ?? ''))
    .map(({ file, match }) => `${match[1]} in ${file}`);
}

function citingText(file: string): string {
  const text = read(file);
  if (file.endsWith('.md')) return text;
  if (file.endsWith('.sql')) return (text.match(/--[^\n]*/g) ?? []).join('\n');
  const comments = text.match(/\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g) ?? [];
  const names = text.match(/(?:\b(?:test|describe|it)|\))[\w.]*\(\s*(['"`]).+?\1/g) ?? [];
  return [...comments, ...names].join('\n');
}

function filesOf(source: string): string[] {
  if (source.endsWith('.md')) return [source];
  const entries = readdirSync(path.join(ROOT, source), { recursive: true, withFileTypes: true });
  return entries
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .filter((file) => /\.(tsx?|sql|mjs|cjs)$/.test(file) || (file.startsWith('docs/') && file.endsWith('.md')));
}

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

test('the trail of a message in the README names as many files as it counts, and each of them exists', () => {
  const [, trail = ''] = read('README.md').split('## The trail of one message');
  const [section = ''] = trail.split('\n## ');
  const named = new Set([...section.matchAll(/`((?:app|db)\/[^`]+)`/g)].map(([, file = '']) => file));
  expect(section).toContain(`The ${named.size} files that act on it`);
  expect([...named].filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
});

test('the tree in the README shows every folder of app/', () => {
  const [, rest = ''] = read('README.md').split('## The tree');
  const words = new Set((rest.split('## ')[0] ?? '').match(/[\w-]+/g));
  const folders = readdirSync(path.join(ROOT, 'app'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !words.has(name))).toEqual([]);
});
