/** Every command that the documents name exists, and every command there is stands in them (G30, contract 5). */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
const PAGES = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'docs/operating.md', 'docs/contract.md'];
const text = PAGES.map((name) => readFileSync(name, 'utf8')).join('\n');
/** `npm run seed:*` means several. */
const named = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name = '']) => name);

test('a command that the documents name exists', () => {
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !(name in scripts) && !name.endsWith(':'))).toEqual([]);
});

test('every command is in a document', () => {
  const known = (name: string) => named.includes(name) || text.includes(`\`${name}`) || text.includes(`npm ${name}`);
  expect(Object.keys(scripts).filter((name) => name !== 'prepare' && !known(name))).toEqual([]);
});
