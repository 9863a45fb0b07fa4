/**
 * The commands as plain JavaScript, as a release has them, made once a run: to read the sources anew costs each of two
 * hundred processes most of its time. `npm run dev`, `npm test` itself and `counters.test.ts` start from the sources.
 */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../db/project-root';
import { compile } from '../../scripts/compile';
import { packagesFolder } from './run-folder';

/** What the tests start beside the commands. */
const CHILDREN = ['tests/support/embedded-child', 'tests/support/mailer-child'];

let made: Promise<string> | undefined;

/** @returns the file to start instead of `scripts/seed.ts` */
export async function compiled(source: string): Promise<string> {
  if (!source.endsWith('.ts')) return path.join(projectRoot(), source);
  made ??= make();
  return path.join(await made, `${path.basename(source, '.ts')}.js`);
}

/** Whichever process of the run needs them first makes them for all. */
async function make(): Promise<string> {
  const folder = path.join(packagesFolder(), 'commands');
  if (existsSync(folder)) return folder;
  const scripts = readdirSync(path.join(projectRoot(), 'scripts')).filter((file) => file.endsWith('.ts'));
  const draft = `${folder}.${process.pid}`;
  await compile([...scripts.map((file) => `scripts/${path.basename(file, '.ts')}`), ...CHILDREN], draft);
  try {
    renameSync(draft, folder);
  } catch {
    // Another process was quicker.
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}
