/** The commands that an operator and a contributor type: `npm start` and `npm run dev`, as npm runs them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { projectRoot } from '../../db/project-root';
import { freshDatabase } from '../support/database';
import { testFolder } from '../support/folders';
import { freePort } from '../support/server';

type Command = { readonly process: ChildProcess; readonly printed: () => string; readonly origin: string };

/** Begun by npm in a process group of its own, as a terminal does it. */
async function npm(folder: string, ...words: string[]): Promise<Command> {
  const database = await freshDatabase();
  const port = String(await freePort());
  const settings = { DATABASE_URL: database.url, DATA_DIR: testFolder(), DEMO: '0', PORT: port };
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...settings } as unknown as NodeJS.ProcessEnv;
  const child = spawn('npm', words, { cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(async () => {
    if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGKILL');
    await database.drop();
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk));
  return { process: child, printed: () => printed, origin: `http://localhost:${port}` };
}

/** @param after how much of what was printed is from before */
function printing({ process: child, printed }: Command, wanted: RegExp, after = 0): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => wanted.test(printed().slice(after)) && resolve();
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', look);
    child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${printed()}`)));
    look();
  });
}

/** Ctrl-C reaches every process of the group at once. */
async function afterCtrlC({ process: child }: Command): Promise<unknown> {
  const ended = once(child, 'exit');
  process.kill(-(child.pid ?? 0), 'SIGINT');
  const [code, signal] = await ended;
  return code ?? signal;
}

describe('npm start', () => {
  test('ends with 0 after Ctrl-C, when the server has ended', async () => {
    const command = await npm(projectRoot(), 'start');
    await printing(command, /est prêt/);
    expect(await afterCtrlC(command)).toBe(0);
    await expect(fetch(command.origin)).rejects.toThrow();
  });

  test('passes SIGTERM on and ends with 0', async () => {
    const command = await npm(projectRoot(), 'start');
    await printing(command, /est prêt/);
    const ended = once(command.process, 'exit');
    command.process.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    await expect(fetch(command.origin)).rejects.toThrow();
  });
});

/** Sources that may be edited. */
function copyOfTheProject(): string {
  const folder = testFolder();
  const files = ['app', 'db', 'demo', 'emails', 'public', 'scripts', 'package.json', 'tsconfig.json', 'vite.config.ts'];
  for (const file of files) cpSync(path.join(projectRoot(), file), path.join(folder, file), { recursive: true });
  symlinkSync(path.join(projectRoot(), 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

describe('npm run dev', () => {
  test('serves an edit, tells a fault of syntax, goes on with the next edit, and ends with 0', {
    timeout: 180_000,
  }, async () => {
    const folder = copyOfTheProject();
    const view = path.join(folder, 'app/routes/site/help.tsx');
    const words = readFileSync(view, 'utf8');
    const command = await npm(folder, 'run', 'dev');
    await printing(command, /suit vos modifications/);
    const page = async () => (await fetch(`${command.origin}/aide`)).text();
    expect(await page()).toContain('Aide · Aurora50</title>');
    expect((await fetch(`${command.origin}/app/client/styles.css`, { headers: { Accept: 'text/css' } })).status).toBe(
      200,
    );

    const edit = async (text: string, told: RegExp) => {
      const before = command.printed().length;
      writeFileSync(view, text);
      await printing(command, told, before);
    };
    await edit(words.replace("'Aide'", "'Secours'"), /À jour en/);
    expect(await page()).toContain('Secours · Aurora50</title>');
    await edit(`${words}\nconst = ;`, /Corrigez et enregistrez/);
    expect(command.printed()).toContain('help.tsx');
    expect(await page()).toContain('Secours · Aurora50</title>');
    await edit(words.replace("'Aide'", "'Soutien'"), /À jour en/);
    expect(await page()).toContain('Soutien · Aurora50</title>');
    expect(await afterCtrlC(command)).toBe(0);
  });
});
