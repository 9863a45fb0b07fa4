/**
 * What `npm run release` packs runs on another machine: without sources and build tools, in a folder of any name that may
 * only be read, as a user without rights and without a home.
 */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { href } from '~/urls';
import { projectRoot } from '../../db/project-root';
import { testFolder } from '../support/folders';
import { freePort, NOBODY } from '../support/server';

/** Bytes of all files that are installed. */
const INSTALLED_MAX = 240e6;

function unpacked(): string {
  const folder = path.join(testFolder(), 'Téléchargements d’été (50 %)');
  mkdirSync(folder);
  const made = spawnSync('npm', ['run', '--silent', 'release', '--', '--into', folder], {
    cwd: projectRoot(),
    encoding: 'utf8',
  });
  expect(made.stderr + made.stdout).toContain('npm ci --omit=dev && npm start');
  const [archive = ''] = readdirSync(folder);
  expect(spawnSync('tar', ['xzf', archive], { cwd: folder }).status).toBe(0);
  return path.join(folder, 'package');
}

/** The packages that its list names, as they are installed here: what `npm ci --omit=dev` would bring. */
function install(release: string): void {
  const { packages } = listOf(release);
  for (const place of Object.keys(packages).filter((each) => each && existsSync(path.join(projectRoot(), each)))) {
    cpSync(path.join(projectRoot(), place), path.join(release, place), {
      recursive: true,
      filter: (from) => !from.slice(projectRoot().length + place.length).includes('node_modules'),
    });
  }
}

type Locked = { libc?: string[]; peer?: boolean; optional?: boolean };
const listOf = (folder: string, name = 'npm-shrinkwrap.json'): { packages: Record<string, Locked> } =>
  JSON.parse(readFileSync(path.join(folder, name), 'utf8'));

/** What any npm reads in it: a package that is only good to have is not named, and no build for another C library is taken. */
function expectNoSurplus(release: string): void {
  const { packages } = listOf(release);
  const here = listOf(projectRoot(), 'package-lock.json').packages;
  expect(Object.keys(packages).filter((place) => packages[place]?.peer && packages[place]?.optional)).toEqual([]);
  const libcs = (given: typeof packages) => Object.keys(packages).map((place) => [place, given[place]?.libc ?? null]);
  expect(libcs(packages)).toEqual(libcs(here));
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

function run(
  release: string,
  words: readonly string[],
  settings: Readonly<Record<string, string>>,
): ChildProcessWithoutNullStreams {
  const env = { PATH: process.env.PATH, HOME: '/nonexistent', DEMO: '0', ...settings } as unknown as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, words, { cwd: release, env, ...NOBODY });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function said(child: ChildProcessWithoutNullStreams) {
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await once(child, 'exit');
  return { code, words: (await output).join('') };
}

test('a packed release installs in 240 MB, starts, serves and answers its commands', { timeout: 240_000 }, async () => {
  const release = unpacked();
  const manifest = JSON.parse(readFileSync(path.join(release, 'package.json'), 'utf8'));
  expect(Object.keys(manifest)).not.toContain('devDependencies');
  expect(filesIn(release).filter((file) => /\.tsx?$/.test(file))).toEqual([]);
  expectNoSurplus(release);
  install(release);
  for (const tool of ['vite', 'tsx', 'typescript', 'esbuild', 'tailwindcss', '@remix-run/dev']) {
    expect(existsSync(path.join(release, 'node_modules', tool)), tool).toBe(false);
  }
  expect(filesIn(release).reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThanOrEqual(INSTALLED_MAX);
  for (const folder of ['', 'build', 'db', 'scripts', 'node_modules']) chmodSync(path.join(release, folder), 0o555);

  const data = testFolder();
  if (NOBODY.uid && NOBODY.gid) chownSync(data, NOBODY.uid, NOBODY.gid);
  const port = String(await freePort());
  const server = run(release, ['scripts/start.mjs'], { DATA_DIR: data, PORT: port });
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (chunk) => (printed += chunk).includes('est prêt') && resolve());
    server.once('exit', (code) => reject(new Error(`ended with ${code}:\n${printed}`)));
  });
  const origin = `http://localhost:${port}`;
  const page = await (await fetch(origin + href('courses'))).text();
  const styles = /href="(\/assets\/[^"]+\.css)"/.exec(page)?.[1] ?? 'none';
  expect((await fetch(origin + styles)).status).toBe(200);
  expect((await fetch(origin + href('health'))).status).toBe(200);
  const connection = await said(run(release, ['commands/test-connection.js'], { DATA_DIR: data }));
  expect(connection).toEqual({ code: 0, words: expect.stringContaining('Migrations : toutes appliquées.') });
  const admin = await said(run(release, ['commands/admin.js', '--email', 'a@exemple.fr'], { DATA_DIR: data }));
  expect(admin).toEqual({ code: 1, words: expect.stringMatching(/^Aucun compte n’a cette adresse/) });
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);

  // As after `npm ci --omit=dev` among the sources: nothing is built, and nothing can build.
  chmodSync(path.join(release, ''), 0o755);
  rmSync(path.join(release, 'build'), { recursive: true });
  const bare = await said(run(release, ['scripts/start.mjs'], { DATA_DIR: data, PORT: port }));
  expect(bare).toEqual({ code: 1, words: expect.stringMatching(/^Le site n’est pas construit[^\n]+\n$/) });
});
