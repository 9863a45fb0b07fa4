/**
 * What the process that hands out connections and `npm run upgrade` leave for each other in `DATA_DIR`: `serveur.json` says who
 * hands out, and what came of the last change of processes; `mise-a-jour.json` is there while an upgrade is under way.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type TakeOver = { readonly outcome: 'switched' | 'kept'; readonly reason: string | null };
export type PrimaryState = { readonly pid: number; readonly takeOvers: number; readonly last: TakeOver | null };

/** @param from the schema that the old processes were written for */
export type Upgrade = { readonly root: string; readonly from: number; readonly backup: string };

const fileIn = (dataDir: string) => path.join(dataDir, 'serveur.json');
const upgradeFileIn = (dataDir: string) => path.join(dataDir, 'mise-a-jour.json');

export function keepState(
  { dataDir, takeOvers }: { readonly dataDir: string; readonly takeOvers: number },
  last: TakeOver | null,
): void {
  const state: PrimaryState = { pid: process.pid, takeOvers, last };
  mkdirSync(dataDir, { recursive: true });
  writeWhole(fileIn(dataDir), state);
}

function writeWhole(file: string, content: object): void {
  writeFileSync(`${file}.part`, JSON.stringify(content));
  renameSync(`${file}.part`, file);
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

/** Null: none is under way, and none was cut off. */
export function upgradeIn(dataDir: string): Upgrade | null {
  try {
    return JSON.parse(readFileSync(upgradeFileIn(dataDir), 'utf8')) as Upgrade;
  } catch {
    return null;
  }
}

export const keepUpgrade = (dataDir: string, upgrade: Upgrade): void => writeWhole(upgradeFileIn(dataDir), upgrade);
export const removeUpgrade = (dataDir: string): void => rmSync(upgradeFileIn(dataDir), { force: true });
