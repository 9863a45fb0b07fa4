import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockHolder } from './instance-lock';

/** What is remembered between two starts, in `<dataDir>/postgres.json`, for its owner's eyes only. */
export type Record = { readonly port?: number; readonly password: string };

export const DATABASE = 'aurora50';
export const SUPERUSER = 'aurora50';

export function recordIn(dataDir: string): Record | undefined {
  const file = fileIn(dataDir);
  if (!existsSync(file)) return undefined;
  try {
    const { port, password } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Record>;
    return typeof password === 'string' ? { port, password } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function newRecord(): Record {
  return { password: randomBytes(24).toString('base64url') };
}

/** Written aside and renamed, so that a full disk or a cut leaves the old one. */
export function keepRecord(dataDir: string, record: Record): void {
  const draft = `${fileIn(dataDir)}.draft`;
  writeFileSync(draft, `${JSON.stringify(record)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, fileIn(dataDir));
}

export function urlOf(record: Record, database: string): string {
  return `postgres://${SUPERUSER}:${record.password}@127.0.0.1:${record.port}/${database}`;
}

/** The address of the embedded database while another process runs it; undefined when nobody does. */
export function runningEmbedded(dataDir: string): string | undefined {
  if (!existsSync(dataDir) || lockHolder(dataDir) === undefined) return undefined;
  const record = recordIn(dataDir);
  return record?.port === undefined ? undefined : urlOf(record, DATABASE);
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'postgres.json');
}
