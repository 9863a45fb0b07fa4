/** From the command to the first page: on an empty folder, again, and on a database that is there. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../../db/project-root';
import { freePort } from '../../support/server';
import { nodeOn } from '../machine';
import { median, pause } from '../rounds';
import type { Row } from '../table';
import type { Bench } from './bench';

const seconds = (value: number) => `${value.toFixed(2)} s`;

export async function starts({ site, quick }: Bench): Promise<Row[]> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'aurora50-bench-'));
  chmodSync(dataDir, 0o755);
  try {
    const first = await start({ DATA_DIR: dataDir });
    const later: number[] = [];
    const given: number[] = [];
    for (let round = 0; round < (quick ? 1 : 3); round++) {
      later.push(await start({ DATA_DIR: dataDir }));
      given.push(await start({ DATA_DIR: dataDir, DATABASE_URL: site.url }));
    }
    return [
      {
        what: 'first start, empty folder, with the demonstration, to the first page',
        ours: seconds(first),
        goal: '≤ 10 s',
      },
      { what: 'later start to the first page', ours: seconds(median(later)), goal: '≤ 3 s' },
      { what: 'start with DATABASE_URL to the first page', ours: seconds(median(given)), goal: '≤ 1 s' },
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** `npm start` without npm, on all cores. @returns seconds */
async function start(settings: Readonly<Record<string, string>>): Promise<number> {
  const port = await freePort();
  const [program, args] = nodeOn('all', [path.join(projectRoot(), 'scripts/start.mjs')]);
  const env = { PATH: process.env.PATH, PORT: String(port), LOG_LEVEL: 'warn', ...settings };
  const began = performance.now();
  const child = spawn(program, args, {
    cwd: projectRoot(),
    env: env as unknown as NodeJS.ProcessEnv,
    stdio: 'ignore',
  });
  // An interrupted bench asks: only an end in order stops the embedded database too.
  const end = () => child.kill('SIGTERM');
  process.once('exit', end);
  try {
    await firstPage(child, port);
    return (performance.now() - began) / 1_000;
  } finally {
    await stop(child);
    process.off('exit', end);
  }
}

async function firstPage(child: ChildProcess, port: number): Promise<void> {
  for (const ends = performance.now() + 60_000; performance.now() < ends; await pause(5)) {
    if (child.exitCode !== null) throw new Error(`the start ended with ${child.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
    if (answer?.ok && (await answer.text()).includes('</html>')) return;
  }
  throw new Error('no first page within a minute');
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
