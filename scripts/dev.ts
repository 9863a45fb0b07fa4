/** `npm run dev`: the same server as `npm start`, built again and started again whenever a source file changes. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../db/project-root';

const root = projectRoot();
/** An editor saves in several steps (ms). */
const SETTLE = 200;

let server: ChildProcess | null = null;
let settling: NodeJS.Timeout | null = null;
let restarting = false;
let again = false;

function built(): boolean {
  return spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' }).status === 0;
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exit;
}

/** A build that fails leaves the running server as it is. */
async function restart(): Promise<void> {
  if (restarting) {
    again = true;
    return;
  }
  restarting = true;
  do {
    again = false;
    if (!built()) continue;
    if (server) await stopped(server);
    server = spawn(process.execPath, ['scripts/start.mjs'], { cwd: root, stdio: 'inherit' });
  } while (again);
  restarting = false;
}

for (const folder of ['app', 'db', 'emails', 'public']) {
  watch(path.join(root, folder), { recursive: true }, () => {
    if (settling) clearTimeout(settling);
    settling = setTimeout(() => void restart(), SETTLE);
  });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    if (server) await stopped(server);
    process.exit(0);
  });
}

await restart();
