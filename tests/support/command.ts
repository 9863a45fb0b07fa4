/** A command of `package.json` as its own process, without npm around it; what it said and its exit code. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { projectRoot } from '../../db/project-root';

export type Said = { readonly code: number | null; readonly said: string };

/** @param words as after `npm run`: `['seed:chat', '--force']` */
export async function run(settings: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<Said> {
  const [name = '', ...rest] = words;
  const { scripts } = JSON.parse(readFileSync(path.join(projectRoot(), 'package.json'), 'utf8'));
  const [, script = '', ...given] = String(scripts[name]).split(' ');
  const env = { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, ...settings } as unknown as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...given, ...rest], { cwd: projectRoot(), env });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { code, said: (await output).join('') };
}
