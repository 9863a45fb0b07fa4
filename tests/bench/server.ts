/** The built server and the floors, each as a process of its own on the server's core. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../db/project-root';
import { freePort } from '../support/server';
import { nodeOn } from './machine';
import { pause } from './rounds';

export type Served = {
  readonly port: number;
  readonly origin: string;
  readonly pid: number;
  /** What its journal says went wrong. */
  readonly faults: () => string[];
  readonly stop: () => Promise<void>;
  /** `kill -9`. */
  readonly kill: () => Promise<void>;
};

/**
 * @param options for Node itself, such as --cpu-prof
 * @param port the one of a process that has ended, whose readers come back to it
 */
export function serve(
  folder: string,
  databaseUrl: string,
  options: readonly string[] = [],
  port?: number,
): Promise<Served> {
  return run([...options, path.join(folder, 'server/index.js')], databaseUrl, port);
}

export function serveFloor(databaseUrl: string): Promise<Served> {
  return run(['--import', 'tsx', path.join(projectRoot(), 'tests/bench/floor.tsx')], databaseUrl);
}

const PEERS = path.join(projectRoot(), 'tests/bench/peers');

export function serveExpress(databaseUrl: string): Promise<Served> {
  return run([path.join(PEERS, 'express/server.mjs')], databaseUrl);
}

/** Built anew: a second or two, and never the build of an earlier page. */
export async function serveReactRouter(databaseUrl: string): Promise<Served> {
  const bin = (name: string) => path.join(PEERS, 'node_modules/.bin', name);
  await promisify(execFile)(process.execPath, [bin('react-router'), 'build'], { cwd: PEERS });
  return run([bin('react-router-serve'), path.join(PEERS, 'build/server/index.js')], databaseUrl);
}

/** The journal goes to a file, as in service: a pipe would make whoever reads it a part of what is measured. */
async function run(args: readonly string[], databaseUrl: string, at?: number): Promise<Served> {
  const folder = mkdtempSync(path.join(tmpdir(), 'aurora50-bench-'));
  const journal = path.join(folder, 'journal');
  const port = at ?? (await freePort());
  const [program, words] = nodeOn('server', args);
  const settings = {
    PORT: port,
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    DEMO: 0,
    NODE_ENV: 'production',
  };
  const output = openSync(journal, 'a');
  const child = spawn(program, words, {
    cwd: projectRoot(),
    env: { PATH: process.env.PATH, ...settings } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  // Whatever happens to the bench, what it started ends with it.
  const endAtOnce = () => child.kill('SIGKILL');
  process.once('exit', endAtOnce);
  child.once('exit', () => process.off('exit', endAtOnce));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  const read = () => readFileSync(journal, 'utf8');
  const stop = () => ended(child).finally(clear);
  const kill = () => ended(child, 'SIGKILL').finally(clear);
  try {
    await ready(child, read);
  } catch (error) {
    await stop();
    throw error;
  }
  const faults = () =>
    read()
      .split('\n')
      .filter((line) => FAULT.test(line));
  return { port, origin: `http://localhost:${port}`, pid: child.pid ?? 0, faults, stop, kill };
}

/** A line of the journal that whoever reads the figures must know of. */
const FAULT = /"level":[56]0|Error/;

/** As ours, the floors and Express say it; as React Router's server says it. */
const READY = /est prêt|\[react-router-serve\] http/;

async function ready(child: ChildProcess, read: () => string): Promise<void> {
  for (const ends = performance.now() + 30_000; !READY.test(read()); await pause(10)) {
    if (child.exitCode !== null) throw new Error(`a server ended with ${child.exitCode}:\n${read()}`);
    if (performance.now() > ends) throw new Error(`a server was not ready in time:\n${read()}`);
  }
}

/** Asked to stop; ended if it does not. */
function ended(child: ChildProcess, by: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const late = setTimeout(() => child.kill('SIGKILL'), 12_000);
    child.once('exit', () => {
      clearTimeout(late);
      resolve();
    });
    child.kill(by);
  });
}
