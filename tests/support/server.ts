/** The real server as its own process, and members who speak to it over HTTP with a cookie jar. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../db/project-root';

export type RunningServer = {
  readonly origin: string;
  readonly process: ChildProcess;
  /** What it has printed so far. */
  readonly output: () => string;
  /** Asks it to stop; resolves with its exit code. */
  readonly stop: () => Promise<number | null>;
  /** `kill -9`. */
  readonly kill: () => Promise<void>;
};

/** Below 32768, where no outgoing connection takes its port from. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
}

/** @param settings environment on top of a silent, demo-less server; `DATABASE_URL` comes from `freshDatabase()` */
export async function startServer(settings: Readonly<Record<string, string>>): Promise<RunningServer> {
  const port = Number(settings.PORT ?? (await freePort()));
  const server = spawnServer({
    PORT: String(port),
    ...(settings.DATA_DIR === undefined && { DATA_DIR: mkdtempSync(path.join(tmpdir(), 'aurora50-server-')) }),
    DEMO: '0',
    ENVIRONMENT: 'production',
    ...settings,
  });
  let output = '';
  server.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  server.stderr?.on('data', (chunk) => {
    output += chunk;
  });
  const exited = new Promise<number | null>((resolve) => server.once('exit', resolve));
  await new Promise<void>((resolve, reject) => {
    server.stdout?.on('data', () => output.includes('est prêt') && resolve());
    void exited.then((code) => reject(new Error(`the server ended with ${code}:\n${output}`)));
  });
  return {
    origin: settings.ORIGIN ?? `http://localhost:${port}`,
    process: server,
    output: () => output,
    stop: () => {
      server.kill('SIGTERM');
      return exited;
    },
    kill: async () => {
      server.kill('SIGKILL');
      await exited;
    },
  };
}

type User = { readonly uid: number; readonly gid: number };
/** Whom Linux has for those who may do nothing; a user who is not root stays herself. */
export const NOBODY: Partial<User> = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** The built server with nothing of this machine's environment but PATH. */
export function spawnServer(settings: Readonly<Record<string, string>>, user: Partial<User> = {}): ChildProcess {
  const entry = path.join(projectRoot(), 'build/server/index.js');
  const env = { PATH: process.env.PATH, NODE_ENV: 'production', ...settings } as unknown as NodeJS.ProcessEnv;
  const words = ['--import', path.join(projectRoot(), 'tests/support/end-with-parent.mjs'), entry];
  return spawn(process.execPath, words, { ...user, env, stdio: ['pipe', 'pipe', 'pipe'] });
}

/** Somebody at a browser without scripts: keeps cookies, sends forms, follows nothing by itself. */
export type Visitor = {
  readonly get: (path: string, headers?: HeadersInit) => Promise<Response>;
  readonly post: (
    path: string,
    form: Readonly<Record<string, string>> | FormData,
    headers?: HeadersInit,
  ) => Promise<Response>;
  readonly cookie: () => string;
};

export function visitor(origin: string): Visitor {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  async function send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    const held = [headers.get('Cookie'), cookie()].filter(Boolean);
    if (held.length > 0) headers.set('Cookie', held.join('; '));
    const answer = await fetch(origin + path, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (value === '' || /max-age=0/i.test(line)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), value);
    }
    return answer;
  }
  return {
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, form, headers = {}) => {
      const body = form instanceof FormData ? form : new URLSearchParams(form);
      return send(path, { method: 'POST', body, headers: { Origin: origin, ...headers } });
    },
    cookie,
  };
}
