/** A command of `package.json` as its own process, without npm and tsx around it; what it said and its exit code. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { projectRoot } from '../../db/project-root';
import { compiled } from './compiled';

export type Said = { readonly code: number | null; readonly said: string };

/** @param words as after `npm run`: `['seed:chat', '--force']` */
export async function run(settings: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<Said> {
  const [name = '', ...rest] = words;
  const { scripts } = JSON.parse(readFileSync(path.join(projectRoot(), 'package.json'), 'utf8'));
  const [, script = '', ...given] = String(scripts[name]).split(' ');
  const { code, out, err } = await started(settings, script, ...given, ...rest);
  return { code, said: out + err };
}

/** The same by the command's file, with what it said apart. */
export async function started(settings: Readonly<Record<string, string>>, script: string, ...words: readonly string[]) {
  const env = { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, ...settings } as unknown as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, [await compiled(script), ...words], { cwd: projectRoot(), env });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [out, err] = await output;
  return { code, out, err };
}
