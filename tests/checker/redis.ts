/** A Redis or Valkey of a trial's own, where this machine has one. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { freePort } from '../support/server';

/** Undefined: there is none. */
export const REDIS = ['valkey-server', 'redis-server'].find((name) => spawnSync(name, ['--version']).status === 0);

export async function startRedis(): Promise<{ url: string; close: () => Promise<void> }> {
  if (!REDIS) throw new Error('neither valkey-server nor redis-server is on this machine');
  const port = await freePort();
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', tmpdir()];
  const child = spawn(REDIS, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const endAtOnce = () => child.kill('SIGKILL');
  process.once('exit', endAtOnce);
  for await (const piece of child.stdout) if (String(piece).includes('eady to accept connections')) break;
  return {
    url: `redis://127.0.0.1:${port}`,
    async close() {
      process.off('exit', endAtOnce);
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}
