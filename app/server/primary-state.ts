/** `DATA_DIR/serveur.json`: who hands out connections, and what came of the last change of processes; for `npm run upgrade`. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type TakeOver = { readonly outcome: 'switched' | 'kept'; readonly reason: string | null };
export type PrimaryState = { readonly pid: number; readonly takeOvers: number; readonly last: TakeOver | null };

const fileIn = (dataDir: string) => path.join(dataDir, 'serveur.json');

export function keepState(
  { dataDir, takeOvers }: { readonly dataDir: string; readonly takeOvers: number },
  last: TakeOver | null,
): void {
  const state: PrimaryState = { pid: process.pid, takeOvers, last };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(`${fileIn(dataDir)}.part`, JSON.stringify(state));
  renameSync(`${fileIn(dataDir)}.part`, fileIn(dataDir));
}

export function removeState(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}

/** Null: no such process lives. */
export function stateOf(dataDir: string): PrimaryState | null {
  try {
    const state = JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as PrimaryState;
    process.kill(state.pid, 0);
    return state;
  } catch {
    return null;
  }
}
