/** Whoever adds a test file finds it with the part of the site that it concerns. */
import { expect, test } from 'vitest';
import { DOMAINS, filesFor, testFiles } from '../../scripts/test-domains';
import { secondsOf } from '../support/longest-first';

test('every test file belongs to a part of the site', () => {
  expect(testFiles().filter((file) => !Object.values(DOMAINS).some((part) => part.test(file)))).toEqual([]);
});

test('a part is its files, and nothing of another', () => {
  const chat = filesFor(['chat']);
  expect(chat).toEqual(expect.arrayContaining(['tests/http/chat.test.ts', 'tests/unit/chat-rules.test.ts']));
  expect(chat).not.toContain('tests/http/courses.test.ts');
  for (const part of Object.keys(DOMAINS)) expect(filesFor([part]).length, part).toBeGreaterThan(1);
});

test('what is no part of the site goes to the runner as it is', () => {
  expect(filesFor(['tests/http/chat.test.ts', '-t', 'R05'])).toEqual(['tests/http/chat.test.ts', '-t', 'R05']);
});

test('files of the browser come before those of the database, and these before the rules', () => {
  const [browser, database, rules] = ['e2e/frame', 'policies/rights', 'unit/csrf'].map((name) =>
    secondsOf(`tests/${name}.test.ts`),
  );
  expect(browser).toBeGreaterThan(database ?? 0);
  expect(database).toBeGreaterThanOrEqual(rules ?? 0);
});
