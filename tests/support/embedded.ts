import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import postgres from 'postgres';
import { onTestFinished } from 'vitest';
import { type Embedded, startEmbedded } from '../../db/embedded';
import { projectRoot } from '../../db/project-root';

/** For what another process does in its own time. */
export const POLL = { timeout: 15_000, interval: 20 };

export async function started(dataDir: string, fast = true): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir, fast });
  onTestFinished(() => embedded.stop());
  return embedded;
}

export async function query<T>(url: string, ask: (sql: postgres.Sql) => PromiseLike<readonly T[]>): Promise<T[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    return [...(await ask(sql))];
  } finally {
    await sql.end();
  }
}

export function answers(url: string): Promise<boolean> {
  return query(url, (sql) => sql`select 1`).then(
    () => true,
    () => false,
  );
}

type Outcome = { readonly url: string; readonly reason?: string; readonly message?: string };

export function holder(dataDir: string, then = 'wait', user: { uid?: number; gid?: number } = {}): ChildProcess {
  const script = join(projectRoot(), 'tests', 'support', 'embedded-child.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, then], {
    ...user,
    cwd: projectRoot(),
    stdio: ['pipe', 'pipe', 'inherit'],
    // tsx keeps its cache in a folder of the user's.
    env: { ...process.env, TSX_DISABLE_CACHE: '1' },
  });
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
    // It left its database running: a start and a stop end it.
    await startEmbedded({ dataDir, fast: true }).then(
      ({ stop }) => stop(),
      () => {},
    );
  });
  return child;
}

export async function outcome(child: ChildProcess): Promise<Outcome> {
  if (!child.stdout) throw new Error('the child has no output');
  for await (const line of createInterface(child.stdout)) return JSON.parse(line) as Outcome;
  throw new Error('the child said nothing');
}

export async function appearing(folder: string, name: RegExp): Promise<void> {
  const watcher = watch(folder);
  try {
    while (!readdirSync(folder).some((entry) => name.test(entry))) await once(watcher, 'change');
  } finally {
    watcher.close();
  }
}

export function postmasterOf(dataDir: string): number {
  try {
    return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return 0;
  }
}

export function othersMayRead(folder: string): boolean {
  const parent = join(folder, '..');
  return (statSync(folder).mode & 5) === 5 && (parent === folder || othersMayRead(parent));
}
