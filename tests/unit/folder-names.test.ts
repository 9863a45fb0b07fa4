/** The project lies in any folder: also in one whose name an address would write differently. */
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../db/project-root';
import { testFolder } from '../support/folders';

/** The project's own configuration of the build, read in a folder of that name. */
function projectIn(name: string): string {
  const folder = path.join(testFolder(), name);
  mkdirSync(folder);
  for (const file of ['vite.config.ts', 'vitest.config.ts', 'package.json', 'tsconfig.json']) {
    cpSync(path.join(projectRoot(), file), path.join(folder, file));
  }
  for (const shared of ['app', 'node_modules'])
    symlinkSync(path.join(projectRoot(), shared), path.join(folder, shared));
  return folder;
}

test.each(['Téléchargements été', 'a b', '50 % (1)', 'l’été d’Anne'])(
  'the build and the tests find the sources in « %s »',
  async (name) => {
    const root = projectIn(name);
    const { loadConfigFromFile } = await import('vite');
    for (const file of ['vite.config.ts', 'vitest.config.ts']) {
      const env = { command: 'build', mode: 'production' } as const;
      const loaded = await loadConfigFromFile(env, path.join(root, file), root, 'silent', undefined, 'runner');
      expect(loaded?.config.resolve?.alias).toEqual({ '~': path.join(root, 'app') });
    }
  },
);
