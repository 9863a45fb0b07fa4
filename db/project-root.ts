import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project: the nearest parent whose package.json is ours. The same answer from source and from `build/server`. */
export function projectRoot(): string {
  return (known ??= nearestRoot(dirname(fileURLToPath(import.meta.url))));
}

let known: string | undefined;

function nearestRoot(folder: string): string {
  if (isOurs(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('Le dossier du projet aurora50 est introuvable.');
  return nearestRoot(parent);
}

function isOurs(file: string): boolean {
  return existsSync(file) && /"name"\s*:\s*"aurora50"/.test(readFileSync(file, 'utf8'));
}
