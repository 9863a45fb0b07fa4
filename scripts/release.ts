/**
 * `npm run release`: the built site as one archive, for a machine that only runs it: no sources, and no build tools among
 * its packages. What an operator types (`admin`, `db:migrate` …) is in it too, as plain JavaScript.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../db/project-root';
import { compile } from './compile';
import { calledWith } from './options.mjs';

const { into = '.' } = calledWith({
  does: 'Fait du site construit une archive, qui s’installe sans les outils de construction.',
  usage: 'Usage : npm run release [-- --into dossier]',
  options: { into: { type: 'string' } },
}).values;

/** What the site reads beside its build, and what starts it. */
const CARRIED = [
  ...['db/migrations', 'db/courses', 'app/client/fonts', 'docs/operating.md', '.npmrc'],
  ...['scripts/start.mjs', 'scripts/build.mjs', 'scripts/options.mjs'],
];
/** These need the sources. */
const FOR_CONTRIBUTORS = ['test', 'check', 'bench', 'preview', 'covers', 'shots', 'db:types', 'release'];

type Manifest = { readonly scripts: Readonly<Record<string, string>>; readonly [field: string]: unknown };

const root = projectRoot();
// @ts-expect-error plain JavaScript, so that `npm ci` can run it before anything is built
const { build, currentBuild } = await import('./build.mjs');
const built: string = currentBuild() ?? (await build());
const target = path.resolve(process.env.INIT_CWD ?? '.', into);
mkdirSync(target, { recursive: true });
const folder = mkdtempSync(path.join(tmpdir(), 'aurora50-release-'));
try {
  cpSync(built, path.join(folder, 'build'), { recursive: true });
  for (const file of CARRIED) cpSync(path.join(root, file), path.join(folder, file), { recursive: true });
  const manifest: Manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const commands = operatorsCommands(manifest);
  const files = new Set(Object.values(commands).map(({ file }) => `scripts/${file}`));
  await compile([...files], path.join(folder, 'commands'));
  writeManifest(manifest, commands);
  const archive = path.join(target, npm('pack', '--silent', '--pack-destination', target).trim());
  const megabytes = (statSync(archive).size / 1e6).toFixed(1).replace('.', ',');
  process.stdout.write(
    `${archive} (${megabytes} Mo)\nSur l’autre machine : tar xzf ${path.basename(archive)} && cd package && npm ci --omit=dev && npm start\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

type Command = { readonly file: string; readonly words: string | undefined };

/** @returns the file below `scripts/` of each command, by its name in package.json */
function operatorsCommands({ scripts }: Manifest): Record<string, Command> {
  const found = Object.entries(scripts).flatMap(([name, line]) => {
    const [, file, words] = /^tsx scripts\/([\w-]+)\.ts((?: [\w-]+)*)$/.exec(line) ?? [];
    return file && !FOR_CONTRIBUTORS.includes(name) ? [[name, { file, words }] as const] : [];
  });
  return Object.fromEntries(found);
}

/** With the versions that were tried: npm reads a shrinkwrap where it would leave a lock file out of the archive. */
function writeManifest(manifest: Manifest, commands: Readonly<Record<string, Command>>): void {
  const { devDependencies, workspaces, overrides, scripts, ...kept } = manifest;
  const own = Object.entries(commands).map(([name, { file, words }]) => [name, `node commands/${file}.js${words}`]);
  const released = { ...kept, scripts: { start: scripts.start, ...Object.fromEntries(own) } };
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(released, null, 2)}\n`);
  const list = path.join(folder, 'npm-shrinkwrap.json');
  cpSync(path.join(root, 'package-lock.json'), list);
  npm('install', '--package-lock-only', '--ignore-scripts', '--prefer-offline');
  writeFileSync(list, `${JSON.stringify(withoutSurplus(JSON.parse(readFileSync(list, 'utf8'))), null, 2)}\n`);
}

type Locked = { readonly libc?: readonly string[]; readonly peer?: boolean; readonly optional?: boolean };
type PackageList = { readonly packages: Readonly<Record<string, Locked>> };

/**
 * 54 MB that `npm ci` would bring and nothing here loads: npm 10 leaves out for which C library a package is built, and then
 * installs those of both; every npm keeps packages that one of ours could use if they were there (`typescript`).
 */
function withoutSurplus(list: PackageList): PackageList {
  const { packages }: PackageList = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const kept = Object.entries(list.packages).filter(([, { peer, optional }]) => !(peer && optional));
  const own = kept.map(([place, locked]) => {
    const libc = packages[place]?.libc;
    // It says nowhere that it is for machines without a build of their own.
    const cpu = place.endsWith('-wasm32') && ['wasm32'];
    return [place, { ...locked, ...(libc && { libc }), ...(cpu && { cpu }) }];
  });
  return { ...list, packages: Object.fromEntries(own) };
}

function npm(...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('npm', words, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${words.join(' ')}: ${stderr || stdout}`);
  return stdout;
}
