/** The journal of this machine in files, one a day and process, and the search in it (O02). */
import { createReadStream, readdirSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** Days that are kept. */
export const JOURNAL_DAYS = 14;
const MOST_LINES = 200;

export const journalFolder = (dataDir: string): string => path.join(dataDir, 'journal');

export function journalFile(dataDir: string, now: Date): string {
  return path.join(journalFolder(dataDir), `${now.toISOString().slice(0, 10)}.${process.pid}.log`);
}

/** By the day in their names. */
export function sweepJournal(dataDir: string, now: Date): void {
  const oldest = new Date(now.getTime() - JOURNAL_DAYS * 86_400_000).toISOString().slice(0, 10);
  for (const name of names(journalFolder(dataDir))) {
    if (/^\d{4}-\d{2}-\d{2}\./.test(name) && name.slice(0, 10) < oldest)
      rmSync(path.join(journalFolder(dataDir), name), { force: true });
  }
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

export type Found = { readonly kept: boolean; readonly lines: readonly string[] };

/** @param asked a request's id, or the reference of an error page; whatever else finds nothing */
export async function linesOf(dataDir: string, asked: string): Promise<Found> {
  const folder = journalFolder(dataDir);
  const files = await readdir(folder).catch(() => null);
  if (!files) return { kept: false, lines: [] };
  const wanted = asked.trim();
  const lines: string[] = [];
  if (!/^([0-9a-f-]{36}|[A-Za-z0-9]{6})$/.test(wanted)) return { kept: true, lines };
  const keys = [`"id":"${wanted}"`, `"reference":"${wanted.toUpperCase()}"`];
  for (const file of files.sort().reverse()) {
    for await (const line of createInterface({ input: createReadStream(path.join(folder, file)) })) {
      if (keys.some((key) => line.includes(key))) lines.push(line);
      if (lines.length >= MOST_LINES) return { kept: true, lines };
    }
  }
  return { kept: true, lines };
}
