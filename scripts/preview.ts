/**
 * `npm run preview` (O11): this version with data to try things out, in a folder that goes when it ends. Nothing leaves it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../db/project-root';
import { calledWith, refuse } from './options.mjs';

const COMMAND = {
  does: 'Sert cette version avec des données d’essai, jusqu’à Ctrl-C ; rien n’en part et rien n’en reste.',
  usage: 'Usage : npm run preview [-- --port 3050]',
  options: { port: { type: 'string' } },
} as const;
const { port = '3050' } = calledWith(COMMAND).values;
if (!/^\d{1,5}$/.test(String(port))) refuse(COMMAND, `« ${port} » n’est pas un port.`);

const dataDir = mkdtempSync(path.join(tmpdir(), 'aurora50-apercu-'));
chmodSync(dataDir, 0o755);
process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
const { PATH, HOME, TMPDIR } = process.env;
const settings = { PORT: String(port), DATA_DIR: dataDir, DEMO: '1', ENVIRONMENT: 'staging' };
const env = { PATH, HOME, TMPDIR, ...settings } as unknown as NodeJS.ProcessEnv;
/** Ctrl-C reaches them too, and they end in order. */
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server?.kill(signal));

let server: ReturnType<typeof spawn> | undefined;
process.exitCode = (await ran(['--import', 'tsx', 'scripts/seed.ts', 'all'])) || (await ran(['scripts/start.mjs']));

async function ran(words: readonly string[]): Promise<number> {
  server = spawn(process.execPath, words, { cwd: projectRoot(), env, stdio: 'inherit' });
  const [code] = await once(server, 'exit');
  return Number(code ?? 1);
}
