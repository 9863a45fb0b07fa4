/** Writes a backup: every table by COPY in one snapshot, then the files, streamed. */
import { createHash, type Hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { TransactionSql } from 'postgres';
import { type Pack, pack } from 'tar-stream';
import { connect } from '../connect';
import { addressAs } from '../sign-in';
import { APPLICATION, BackupFault, type End, type Files, FORMAT, type Manifest, type TableShape } from './format';
import { sealed } from './seal';
import { hiddenTables, quoted, schemaOf, sequencesOf, tablesOf, word } from './tables';

/** An entry's length stands before it: rows are cut into parts of about this many bytes. */
const PART = 4 * 1024 * 1024;

export type Source = { readonly url: string; readonly files: Files; readonly key: string };
export type Written = {
  readonly schema: number;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
};

/**
 * @returns the encrypted archive, and what it holds once the stream has ended. A fault of the database or of a file ends
 * the stream with that fault.
 */
export async function backupStream(source: Source): Promise<{ content: Readable; written: Promise<Written> }> {
  const archive = pack();
  const written = fillArchive(archive, source);
  written.catch((error: Error) => archive.destroy(error));
  const gzip = createGzip();
  archive.on('error', (error) => gzip.destroy(error));
  const content = await sealed(archive.pipe(gzip), source.key);
  // Whoever stops reading ends the snapshot.
  content.once('close', () => archive.destroy());
  return { content, written };
}

async function fillArchive(archive: Pack, { url, files }: Source): Promise<Written> {
  const sql = connect(addressAs(url, 'aurora_system'), { connection: { application_name: 'aurora50 backup' } });
  archive.once('close', () => void sql.end({ timeout: 0 }));
  try {
    const schema = await schemaNow(url);
    let done: Written | undefined;
    await sql.begin('isolation level repeatable read read only', async (tx) => {
      done = await copyAll(archive, tx, files, schema);
    });
    if (!done) throw new Error('the snapshot did not end');
    archive.finalize();
    return done;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** As the owner, who alone reads the ledger of migrations. */
async function schemaNow(url: string): Promise<number> {
  const owner = connect(url, { connection: { application_name: 'aurora50 backup' } });
  return schemaOf(owner).finally(() => owner.end({ timeout: 5 }));
}

async function copyAll(archive: Pack, tx: TransactionSql, files: Files, schema: number): Promise<Written> {
  const hidden = await hiddenTables(tx);
  if (hidden.length > 0) throw new BackupFault(`Ces tables ne sont pas lisibles en entier : ${hidden.join(', ')}.`);
  const manifest: Manifest = {
    ...{ application: APPLICATION, format: FORMAT, at: new Date().toISOString() },
    ...{ schema, tables: await tablesOf(tx), sequences: await sequencesOf(tx) },
  };
  await entry(archive, 'manifest.json', Buffer.from(JSON.stringify(manifest)));
  const rows: Record<string, number> = {};
  const digests: Record<string, string> = {};
  for (const table of manifest.tables) {
    const { count, digest } = await copyTable(archive, tx, table);
    rows[table.name] = count;
    digests[`rows/${table.name}`] = digest;
  }
  let kept = 0;
  // Listed after the snapshot: a picture lies in the store before its row is written.
  for await (const key of files.list()) {
    const bytes = await files.read(key);
    if (!bytes) continue;
    await entry(archive, `files/${key}`, bytes);
    digests[`files/${key}`] = createHash('sha256').update(bytes).digest('hex');
    kept += 1;
  }
  await entry(archive, 'end.json', Buffer.from(JSON.stringify({ rows, digests, files: kept } satisfies End)));
  const sum = Object.values(rows).reduce((all, count) => all + count, 0);
  return { schema: manifest.schema, tables: manifest.tables.length, rows: sum, files: kept };
}

async function copyTable(
  archive: Pack,
  tx: TransactionSql,
  { name, columns }: TableShape,
): Promise<{ count: number; digest: string }> {
  const lines = await tx.unsafe(`copy ${quoted(name)} (${columns.map(word).join(', ')}) to stdout`).readable();
  const hash = createHash('sha256');
  let [count, part, waiting, size] = [0, 0, [] as Buffer[], 0];
  for await (const chunk of lines as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    size += chunk.length;
    count += lineEnds(chunk);
    if (size < PART) continue;
    await partOf(archive, `rows/${name}/${String((part += 1)).padStart(6, '0')}`, waiting, hash);
    [waiting, size] = [[], 0];
  }
  // The driver (postgres 3.4.9) pauses its socket for a reader that is behind, and forgets to go on when the rows end in
  // that moment: the next statement would wait for ever. What it does when it is asked for more is to go on.
  lines._read(0);
  if (size > 0) await partOf(archive, `rows/${name}/${String(part + 1).padStart(6, '0')}`, waiting, hash);
  return { count, digest: hash.digest('hex') };
}

async function partOf(archive: Pack, name: string, pieces: readonly Buffer[], hash: Hash): Promise<void> {
  const bytes = Buffer.concat(pieces);
  hash.update(bytes);
  await entry(archive, name, bytes);
}

/** One line end a row: those within a value are written as `\n` in two signs. */
function lineEnds(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count += 1;
  return count;
}

/** Waits until it has been taken: no more than one entry lies in memory. */
function entry(archive: Pack, name: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name, size: bytes.length, mode: 0o600 }, bytes, (error) => (error ? reject(error) : resolve()));
  });
}
