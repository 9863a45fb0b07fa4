/**
 * Builds the pages' script, the style sheet and the server into `build/`, unless nothing has changed since the last
 * time. Plain JavaScript: it also runs inside `npm ci`, before anything else can be taken for granted.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { calledWith } from './options.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const SOURCES = ['app', 'db', 'demo', 'emails', 'public', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];

/** Of every source file's path and content. */
function fingerprint() {
  const hash = createHash('sha256');
  const add = (relative) => {
    const full = path.join(root, relative);
    if (!existsSync(full)) return;
    hash.update(relative);
    hash.update(readFileSync(full));
  };
  for (const source of SOURCES) {
    const full = path.join(root, source);
    if (path.extname(source) || !existsSync(full)) add(source);
    else {
      const files = readdirSync(full, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
        .sort();
      for (const file of files) add(file);
    }
  }
  return hash.digest('hex');
}

/** @returns the folder of a build that is current, or null; in a packed release, which has no sources, the one it came with */
export function currentBuild(folders = buildFolders()) {
  const wanted = existsSync(path.join(root, 'app/server.ts')) ? fingerprint() : null;
  return (
    folders.find((folder) => {
      const stamp = path.join(folder, 'stamp');
      return existsSync(stamp) && (wanted === null || readFileSync(stamp, 'utf8') === wanted);
    }) ?? null
  );
}

/** Where a build may lie: in the project, or beside the data where the project's folder cannot be written. */
function buildFolders() {
  return [path.join(root, 'build'), path.join(path.resolve(root, process.env.DATA_DIR || '.data'), 'build')];
}

/**
 * Made aside and put in its place when it is whole: a start at the same moment finds the old build or the new one.
 * @returns the folder with the finished build
 */
export async function build() {
  const { build: viteBuild } = await buildTools();
  const [inProject, besideData] = buildFolders();
  const folder = writable(path.dirname(inProject)) ? inProject : besideData;
  const aside = `${folder}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  if (folder === besideData) linkModules(path.dirname(folder));
  const sweep = () => rmSync(aside, { recursive: true, force: true });
  process.once('exit', sweep);
  process.env.AURORA_BUILD = aside;
  process.env.NODE_ENV = 'production';
  const made = fingerprint();
  const shared = { root, logLevel: 'error', configLoader: 'runner', cacheDir: path.join(aside, '.cache') };
  try {
    await viteBuild(shared);
    await viteBuild({ ...shared, build: { ssr: true } });
    keepOneScript(path.join(aside, 'client/assets'));
    compressFiles(path.join(aside, 'client'));
    writeFileSync(path.join(aside, 'stamp'), made);
    rmSync(folder, { recursive: true, force: true });
    renameSync(aside, folder);
  } finally {
    process.off('exit', sweep);
    sweep();
  }
  return folder;
}

/** They are development packages: `npm ci --omit=dev`, or `NODE_ENV=production`, leaves them out. */
function buildTools() {
  return import('vite').catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    process.stderr.write(
      'Le site n’est pas construit, et les outils pour le construire ne sont pas installés. Lancez « npm ci --include=dev », ou installez l’archive que fait « npm run release ».\n',
    );
    process.exit(1);
  });
}

/** Remix builds every page for hydration too. Nothing is hydrated here: only the browser script is ever asked for. */
function keepOneScript(assets) {
  for (const file of readdirSync(assets)) {
    if (file.endsWith('.js') && !file.startsWith('entry.client-')) rmSync(path.join(assets, file));
  }
}

/** Once, as small as can be: at every request it would cost the server more and the reader's line more. */
function compressFiles(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!/\.(js|css|svg|webmanifest)$/.test(name)) continue;
    const file = path.join(folder, name);
    const content = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(content));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

function writable(folder) {
  const probe = path.join(folder, `.probe-${process.pid}`);
  try {
    writeFileSync(probe, '');
    rmSync(probe);
    return true;
  } catch {
    return false;
  }
}

/** A build outside the project finds its packages through this link. */
function linkModules(folder) {
  const link = path.join(folder, 'node_modules');
  if (!existsSync(link)) symlinkSync(path.join(root, 'node_modules'), link);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { force } = calledWith({
    does: 'Construit le site dans build/, si quelque chose a changé ; --force dans tous les cas.',
    usage: 'Usage : npm run build',
    options: { force: { type: 'boolean' } },
  }).values;
  if (force || !currentBuild()) await build();
}
