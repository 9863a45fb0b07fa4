/**
 * Reads a dump of the former backend, and executes none of it: plain SQL of pg_dump, its custom format by pg_restore, or a
 * folder of CSV files. Only rows come out; what is neither a row nor the frame that pg_dump writes stops the import.
 */
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { copyCells, csvRows, insertRows } from './values';

export type DumpRow = { readonly table: string; readonly row: Readonly<Record<string, string | null>> };

/** What is wrong with the file as a whole, in words for the operator. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault';
}

export async function* rowsOf(place: string): AsyncGenerator<DumpRow> {
  if ((await stat(place)).isDirectory()) yield* rowsOfFolder(place);
  else if (await isCustomFormat(place)) yield* rowsOfSql(restored(place));
  else yield* rowsOfSql(createReadStream(place));
}

async function* rowsOfFolder(folder: string): AsyncGenerator<DumpRow> {
  for (const name of (await readdir(folder)).sort()) {
    if (!name.endsWith('.csv')) continue;
    const table = name.slice(0, -4);
    for await (const row of csvRows(linesOf(createReadStream(path.join(folder, name)))))
      yield { table: named(table), row };
  }
}

async function isCustomFormat(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(5), 0, 5, 0);
    return buffer.toString('latin1') === 'PGDMP';
  } finally {
    await handle.close();
  }
}

async function* restored(file: string): AsyncGenerator<Buffer> {
  const child = spawn('pg_restore', ['--data-only', '-f', '-', file], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<string | null>((resolve) => {
    child.once('error', () => resolve('pg_restore n’est pas installé sur cette machine.'));
    child.once('close', (code) => resolve(code === 0 ? null : 'pg_restore ne peut pas lire ce fichier.'));
  });
  yield* child.stdout as AsyncIterable<Buffer>;
  const fault = await ended;
  if (fault) throw new ImportFault(`${fault} Donnez une sauvegarde en SQL (pg_dump --format=plain).`);
}

/** Characters; a longer line is no row of this backend. */
const LONGEST = 4_000_000;

/** Without its line ends. @throws ImportFault for what is no UTF-8, or has no end */
export async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let line = 0;
  const decoded = (chunk?: Buffer) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new ImportFault(`Après la ligne ${line}, le fichier n’est pas en UTF-8. Refaites-le avec --encoding=UTF8.`);
    }
  };
  for await (const chunk of bytes) {
    const parts = (rest + decoded(chunk)).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      line += 1;
      yield part.endsWith('\r') ? part.slice(0, -1) : part;
    }
    if (rest.length > LONGEST)
      throw new ImportFault(`La ligne ${line + 1} est trop longue : ce n’est pas une ligne de ce fichier.`);
  }
  rest += decoded();
  if (rest !== '') yield rest;
}

/** What pg_dump writes around the rows: skipped, and never run. */
const FRAME = /^(set|select pg_catalog\.(set_config|setval)|create|alter|comment|grant|revoke|begin|commit|analyze)\b/i;
const COPY = /^copy\s+([\w."]+)\s*\(([^)]*)\)\s+from\s+stdin;?$/i;

async function* rowsOfSql(bytes: AsyncIterable<Buffer>): AsyncGenerator<DumpRow> {
  const statement = reader();
  let copying: { readonly table: string; readonly columns: readonly string[] } | null = null;
  let number = 0;
  for await (const line of linesOf(bytes)) {
    number += 1;
    if (copying) {
      if (line === '\\.') copying = null;
      else yield { table: copying.table, row: joined(copying.columns, copyCells(line), number) };
      continue;
    }
    if (statement.isEmpty() && line.startsWith('\\')) {
      if (!/^\\(un)?restrict\b/.test(line)) throw foreign(line, number);
      continue;
    }
    for (const text of statement.take(line)) {
      const copy = COPY.exec(text.trim());
      if (copy) copying = { table: named(copy[1] ?? ''), columns: columnsIn(copy[2] ?? '') };
      else if (/^insert\s/i.test(text)) yield* inserted(text, number);
      else if (!FRAME.test(text)) throw foreign(text, number);
    }
  }
  if (copying || !statement.isEmpty())
    throw new ImportFault('Le fichier s’arrête au milieu : la copie n’est pas complète.');
}

const foreign = (text: string, line: number) =>
  new ImportFault(
    `Ligne ${line} : « ${text.trim().slice(0, 40)} » n’est ni COPY ni INSERT. Rien n’est exécuté, rien n’est repris.`,
  );

function* inserted(text: string, line: number): Generator<DumpRow> {
  const [, table = '', columns = '', values = ''] =
    /^insert\s+into\s+([\w."]+)\s*\(([^)]*)\)\s*values\s*([\s\S]*?);?\s*$/i.exec(text) ?? [];
  if (/^insert\s+into\s+[\w."]+\s+values\b/i.test(text))
    throw new ImportFault(
      `Ligne ${line} : ces INSERT ne nomment pas leurs colonnes. Refaites le fichier avec --column-inserts, ou sans --inserts.`,
    );
  const rows = table ? insertRows(values.replace(/\son conflict do nothing$/i, '')) : null;
  if (!rows) throw foreign(text, line);
  for (const cells of rows) yield { table: named(table), row: joined(columnsIn(columns), cells, line) };
}

const columnsIn = (text: string) => text.split(',').map((column) => column.trim().replaceAll('"', ''));
/** « profiles » and « auth.users »: those of `public` by their own name. */
function named(table: string): string {
  const plain = table.replaceAll('"', '').replace(/^public\./, '');
  return plain === 'users' || plain === 'identities' ? `auth.${plain}` : plain;
}

function joined(columns: readonly string[], cells: readonly (string | null)[], line: number) {
  if (columns.length !== cells.length)
    throw new ImportFault(`Ligne ${line} : ${cells.length} valeurs pour ${columns.length} colonnes.`);
  return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? null]));
}

/** Statements of several lines, with their quotes, comments and dollar quotes. */
function reader() {
  let text = '';
  let quote = '';
  return {
    isEmpty: () => text.trim() === '',
    take(line: string): string[] {
      const found: string[] = [];
      for (let at = 0; at < line.length; at += 1) {
        const sign = line[at] ?? '';
        if (quote) {
          const ends = line.startsWith(quote, at);
          text += ends ? quote : sign;
          if (ends) at += quote.length - 1;
          if (ends) quote = '';
        } else if (line.startsWith('--', at)) break;
        else if (sign === ';') {
          if (text.trim()) found.push(`${text.trim()};`);
          text = '';
        } else {
          const dollar = sign === '$' ? /^\$\w*\$/.exec(line.slice(at))?.[0] : undefined;
          quote = dollar ?? (sign === "'" || sign === '"' ? sign : '');
          text += dollar ?? sign;
          if (dollar) at += dollar.length - 1;
        }
      }
      if (text !== '') text += '\n';
      return found;
    },
  };
}
