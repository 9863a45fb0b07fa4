/** The journal: to the standard output, and into files that the page of the team searches (O02). */
import { mkdirSync } from 'node:fs';
import { type Logger, pino } from 'pino';
import type { Config } from '~/config';
import { journalFile, journalFolder, sweepJournal } from './journal';

/** Bytes: written in blocks, not a system call a request. */
const BLOCK = 4_096;
/** ms: what stays in the block goes out by itself. */
const FLUSHED = 500;
const HOUR = 3_600_000; // ms

type Lines = ReturnType<typeof pino.destination>;

export function openJournal({ logLevel, dataDir }: Pick<Config, 'logLevel' | 'dataDir'>): Logger {
  const output = pino.destination({ sync: false, minLength: BLOCK });
  const files = openFiles(dataDir);
  const all = [output, ...(files ? [files] : [])];
  setInterval(() => all.forEach((lines) => lines.flush()), FLUSHED).unref();
  process.on('exit', () => all.forEach((lines) => flushed(lines)));
  return pino(
    { level: logLevel, base: undefined },
    pino.multistream(all.map((stream) => ({ stream, level: 'debug' }))),
  );
}

/** A new file each day. A disk that takes nothing stops no answer: `/sante` tells of it. */
function openFiles(dataDir: string): Lines | null {
  try {
    mkdirSync(journalFolder(dataDir), { recursive: true, mode: 0o700 });
    let name = journalFile(dataDir, new Date());
    const lines = pino.destination({ dest: name, sync: false, minLength: BLOCK, mode: 0o600 });
    lines.on('error', () => {});
    sweepJournal(dataDir, new Date());
    setInterval(() => {
      const next = journalFile(dataDir, new Date());
      if (next === name) return;
      name = next;
      lines.reopen(name);
      sweepJournal(dataDir, new Date());
    }, HOUR / 60).unref();
    return lines;
  } catch {
    return null;
  }
}

/** A file that is not open yet has nothing to write. */
function flushed(lines: Lines): void {
  try {
    lines.flushSync();
  } catch {
    // The process ends.
  }
}
