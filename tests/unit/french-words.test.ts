/** What French asks of words that are put together: « d’Odette », and the space before « : » that JSX would drop. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ofBefore, ofTown } from '~/ui/format';

const views = ['app', 'emails'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file, lines: readFileSync(`${folder}/${file}`, 'utf8').split('\n') })),
);

test.each([
  ['Odette', 'd’'],
  ['Émilie', 'd’'],
  ['Hélène', 'd’'],
  ['Yvette', 'd’'],
  ['Monique', 'de '],
  ['Yasmine', 'de '],
  ['Hassan', 'de '],
  ['Houria', 'de '],
  ['فاطمة', 'de '],
  ['', 'de '],
])('before « %s » stands « %s »', (name, before) => {
  expect(ofBefore(name)).toBe(before);
});

test('a town keeps its article', () => {
  expect(['Lyon', 'Angers', 'Le Mans', 'Les Lilas', 'La Rochelle'].map(ofTown)).toEqual([
    'de Lyon',
    'd’Angers',
    'du Mans',
    'des Lilas',
    'de La Rochelle',
  ]);
});

test('no view writes « de » before a name or a town that may begin with a vowel', () => {
  const found = views.flatMap(({ file, lines }) =>
    lines
      .filter((line) => /\bde['’]? ?(?:\{' '\})?(?:<\w+[^>]*>)?\$?\{[\w.]*(?:[nN]ame|city|town)\b/.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

test('no line of a view begins or ends with a no-break space, which JSX would drop with its indentation', () => {
  const found = views.flatMap(({ file, lines }) =>
    lines.filter((line) => /^\s*[\u00a0\u202f]|[\u00a0\u202f]\s*$/.test(line)).map((line) => `${file}: ${line}`),
  );
  expect(found).toEqual([]);
});

test('facts that stand side by side keep a space between them where no sheet parts them', () => {
  const found = views.filter(({ lines }) => /<\/span>\n\s*(?:\{[^\n]*)?<span>/.test(lines.join('\n')));
  expect(found.map(({ file }) => file)).toEqual([]);
});
