import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import postgres from 'postgres';
import { onTestFinished } from 'vitest';
import { type Embedded, startEmbedded } from '../../db/embedded';
import { migrate, prepareRoles } from '../../db/migrate';
import { compiled } from './compiled';
import { testFolder } from './folders';

/** For what another process does in its own time. */
export const POLL = { timeout: 15_000, interval: 20 };

export async function started(dataDir: string, fast = true): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir, fast });
  onTestFinished(() => embedded.stop());
  return embedded;
}

let ready: Promise<string> | undefined;

/**
 * A data folder with a cluster in it whose schema is the newest: made once a run and copied, for tests that are about what
 * comes after. Its port is not written down, so that each copy finds one of its own.
 */
export async function readyFolder(): Promise<string> {
  ready ??= makeReady();
  const folder = testFolder();
  cpSync(await ready, folder, { recursive: true });
  return folder;
}

async function makeReady(): Promise<string> {
  const folder = join(tmpdir(), 'ready-cluster');
  if (existsSync(folder)) return folder;
  const draft = mkdtempSync(`${folder}-`);
  chmodSync(draft, 0o755);
  const embedded = await startEmbedded({ dataDir: draft, fast: true });
  await prepareRoles(embedded.url);
  await migrate(embedded.url);
  await embedded.stop();
  const { password } = JSON.parse(readFileSync(join(draft, 'postgres.json'), 'utf8'));
  writeFileSync(join(draft, 'postgres.json'), JSON.stringify({ password }));
  return draftInPlace(draft, folder);
}

/** Another process may have been quicker: then this one's own is as good. */
function draftInPlace(draft: string, folder: string): string {
  try {
    renameSync(draft, folder);
    return folder;
  } catch {
    return draft;
  }
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

export async function holder(
  dataDir: string,
  then = 'wait',
  user: { uid?: number; gid?: number } = {},
): Promise<ChildProcess> {
  const script = await compiled('tests/support/embedded-child.ts');
  const child = spawn(process.execPath, [script, dataDir, then], {
    ...user,
    stdio: ['pipe', 'pipe', 'inherit'],
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
