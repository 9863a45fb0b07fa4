/** Can be written where the site keeps files: DATA_DIR, and the disk of PostgreSQL (O05). */
import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Database, writeOnDisk } from '~/db';
import { AppError } from '~/errors';

/** Anybody may ask `/sante`: the disk is written to at most this often. */
const ASKED_EVERY = 5_000; // ms
/** A network disk that is gone does not answer at all. */
const ANSWERS_WITHIN = 2_000; // ms
/** More than a file system keeps of a small file inside its own lists. */
const SAMPLE = Buffer.alloc(16 * 1024, 1);

/** Resolves with true where both can be written. A database that is away says nothing about its disk: true. */
export function diskWatch(dataDir: string, database: Database): () => Promise<boolean> {
  let asked = { at: Number.NEGATIVE_INFINITY, answer: Promise.resolve(true) };
  return () => {
    const now = performance.now();
    if (now - asked.at >= ASKED_EVERY) asked = { at: now, answer: bothWritten(dataDir, database) };
    return asked.answer;
  };
}

async function bothWritten(dataDir: string, database: Database): Promise<boolean> {
  const [folder, tables] = await Promise.all([folderWritten(dataDir), tablesWritten(database)]);
  return folder && tables;
}

async function folderWritten(folder: string): Promise<boolean> {
  const late = new AbortController();
  const tooLate = pause(ANSWERS_WITHIN, false, { signal: late.signal, ref: false }).catch(() => false);
  const written = writeSample(folder).then(
    () => true,
    () => false,
  );
  return Promise.race([written, tooLate]).finally(() => late.abort());
}

async function writeSample(folder: string): Promise<void> {
  const sample = path.join(folder, `.sante-${randomUUID()}`);
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(sample, SAMPLE, { mode: 0o600, flush: true });
  } finally {
    await rm(sample, { force: true });
  }
}

/** 53100: the disk is full; 53400: what the server may write is used up. */
const FULL: readonly string[] = ['53100', '53400'];

function tablesWritten(database: Database): Promise<boolean> {
  return database.asSystem(writeOnDisk).then(
    () => true,
    (error: unknown) => !(error instanceof AppError && FULL.includes(error.detail)),
  );
}
