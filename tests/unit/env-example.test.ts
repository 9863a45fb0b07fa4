/** E01: `.env.example` has every setting that the start reads, and none that it does not. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settingNames } from '~/config';
import { envExample } from '~/config/example';

const manual = readFileSync('docs/operating.md', 'utf8');

test('.env.example is what the settings and the manual give', () => {
  expect(readFileSync('.env.example', 'utf8')).toBe(envExample(manual));
  const named = [...envExample(manual).matchAll(/^# ([A-Z0-9_]+)=$/gm)].map(([, name = '']) => name);
  expect(named.sort()).toEqual(
    settingNames()
      .filter((name) => name !== 'NODE_ENV')
      .sort(),
  );
});

test('a setting that the manual does not name is told', () => {
  expect(() => envExample(manual.replaceAll('`BACKUP_KEY`', '`BACKUP_CLE`'))).toThrow('BACKUP_KEY');
});
