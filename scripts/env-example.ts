import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { envExample } from '~/config/example';
import { projectRoot } from '../db/project-root';
import { calledWith } from './options.mjs';

// E01: `.env.example`, from the settings that the start accepts and from what docs/operating.md says of them.
const { values } = calledWith({
  does: 'Écrit .env.example ; --check dit seulement s’il est à jour.',
  usage: 'Usage : npm run env:example [-- --check]',
  options: { check: { type: 'boolean' } },
});
const file = join(projectRoot(), '.env.example');
const wanted = envExample(readFileSync(join(projectRoot(), 'docs/operating.md'), 'utf8'));
if (!values.check) writeFileSync(file, wanted);
else if (readFileSync(file, 'utf8') !== wanted) {
  console.error('.env.example n’est pas à jour : npm run env:example l’écrit.');
  process.exitCode = 1;
}
