/** The processes of a site: each can be killed, stopped, frozen and started again at the same port. */
import path from 'node:path';
import { projectRoot } from '../../db/project-root';
import { freePort, type RunningServer, startServer } from '../support/server';

export type Host = {
  readonly port: number;
  readonly origin: string;
  readonly pid: () => number;
  /** Sends a signal, waits until the process has ended, and starts the next one. */
  readonly restart: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>;
  readonly signal: (signal: NodeJS.Signals) => void;
  readonly close: () => Promise<void>;
  /** What the processes said that no fault may make them say, and ends that were not clean. */
  readonly faults: () => readonly string[];
};

const CLOCK = `--import=${path.join(projectRoot(), 'tests/checker/clock.mjs')}`;
const NEVER = /uncaught exception|unhandled rejection/;

export async function startHost(settings: Readonly<Record<string, string>>): Promise<Host> {
  const port = await freePort();
  const begin = () => untilItStarts({ ...settings, PORT: String(port), NODE_OPTIONS: CLOCK });
  const faults: string[] = [];
  let over = false;
  let running: RunningServer = await begin();
  const note = (server: RunningServer) =>
    faults.push(
      ...server
        .output()
        .split('\n')
        .filter((line) => NEVER.test(line)),
    );
  return {
    port,
    origin: `http://localhost:${port}`,
    pid: () => running.process.pid ?? 0,
    signal: (signal) => running.process.kill(signal),
    async restart(signal) {
      if (signal === 'SIGKILL') await running.kill();
      else {
        const code = await running.stop();
        if (code !== 0) faults.push(`SIGTERM was answered with ${code}`);
      }
      note(running);
      running = await begin();
    },
    async close() {
      if (over) return;
      over = true;
      running.process.kill('SIGCONT');
      await running.kill();
      note(running);
    },
    faults: () => faults,
  };
}

/** As a supervisor does: a server that finds no database at its start ends with a word, and is started again. */
async function untilItStarts(settings: Readonly<Record<string, string>>): Promise<RunningServer> {
  for (const deadline = performance.now() + 60_000; ; ) {
    try {
      return await startServer(settings);
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
  }
}
