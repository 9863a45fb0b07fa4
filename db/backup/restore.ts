/** Puts a backup back: all of it or nothing. */
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { TransactionSql } from 'postgres';
import { migrating } from '../migrate';
import { BackupFault, type Files, isFile, isTable, type Manifest, wholeOf } from './format';
import { type Entry, readBackup, type Whole } from './read';
import { emptyTables, openForCopy, quoted, word } from './tables';

export type Target = {
  /** As the owner of the schema. */
  readonly url: string;
  readonly files: Files;
  readonly key: string;
  /** What is there already is given up. */
  readonly replace: boolean;
  /** In the same transaction, when all rows are back: what must not come back (privacy). */
  readonly afterRows?: (tx: TransactionSql) => Promise<void>;
};

/**
 * Reads the backup twice: first from beginning to end, changing nothing; then once more, into the database in one
 * transaction that also moves the schema, with the files beside it.
 * @param open gives the encrypted file from its beginning, each time
 * @throws BackupFault, MigrationFault; nothing was changed then
 */
export async function restore(open: () => Readable | Promise<Readable>, target: Target): Promise<Whole> {
  const nothing = { onManifest: async () => {}, onEntry: async () => {} };
  const whole = await readBackup(await open(), target.key, nothing);
  const put: string[] = [];
  try {
    await migrating(target.url, async (book, tx) => {
      if (whole.manifest.schema > book.newest) throw new BackupFault(NEWER);
      await refuseLive(tx);
      await emptied(tx, target, await book.version());
      await book.moveTo(whole.manifest.schema);
      await copyIn(tx, await open(), whole, target, put);
      await book.moveTo(book.newest);
      await target.afterRows?.(tx);
    });
  } catch (error) {
    for (const key of put) await target.files.remove(key);
    throw error;
  }
  return whole;
}

const NEWER = 'Cette sauvegarde vient d’une version plus récente d’Aurora50 : installez celle-ci d’abord.';

/** Another process that writes meanwhile would write into nothing. */
async function refuseLive(tx: TransactionSql): Promise<void> {
  const [row] = await tx<{ live: boolean }[]>`
    select exists (
      select from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name ~ '^aurora50( jobs| notifications)?$'
    ) as live`;
  if (row?.live) throw new BackupFault('Le site est en service sur cette base : arrêtez-le, puis recommencez.');
}

/** Without `replace` there must be no account and no file; then what migrations have put into tables goes too. */
async function emptied(tx: TransactionSql, { replace, files }: Target, version: number): Promise<void> {
  if (!replace) {
    for await (const _ of files.list()) throw notEmpty('Des fichiers sont déjà là');
    if (version > 0 && (await hasAccounts(tx))) throw notEmpty('Cette base a déjà des comptes');
  }
  if (version > 0) await emptyTables(tx);
}

const notEmpty = (what: string) =>
  new BackupFault(`${what} : rien n’a été changé. Avec --replace, la sauvegarde les remplace.`);

async function hasAccounts(tx: TransactionSql): Promise<boolean> {
  await tx`set local role aurora_system`;
  const [row] = await tx<{ any: boolean }[]>`select exists (select from auth.users) as any`;
  await tx`set local role none`;
  return row?.any === true;
}

async function copyIn(
  tx: TransactionSql,
  content: Readable,
  { manifest, end }: Whole,
  { key, files }: Target,
  put: string[],
): Promise<void> {
  const close = await openForCopy(tx);
  const desk = copyDesk(tx, manifest);
  const onEntry = async (entry: Entry) => {
    if (isTable(entry.name)) return desk.write(entry);
    await desk.end();
    if (!isFile(entry.name)) return;
    const name = entry.name.slice('files/'.length);
    if ((await files.read(name)) === null) put.push(name);
    await files.write(name, entry.bytes);
  };
  await readBackup(content, key, { onManifest: async () => {}, onEntry });
  await desk.end();
  for (const { name, value } of manifest.sequences)
    await tx`select setval(${quoted(name)}::regclass, ${value}::bigint)`;
  for (const [name, count] of Object.entries(end.rows)) {
    const [row] = await tx.unsafe<{ count: number }[]>(`select count(*)::int as count from ${quoted(name)}`);
    if (row?.count !== count) throw new BackupFault(`La table ${name} n’a pas le bon nombre de lignes.`);
  }
  // They have been sent since, or come too late: nobody gets a letter twice.
  await tx`update public.outbox set state = 'expired', reason = 'restored' where state = 'queued'`;
  await close();
}

/** One COPY at a time, kept open over the parts of its table. */
function copyDesk(tx: TransactionSql, { tables }: Manifest) {
  let current: { readonly whole: string; readonly into: Writable } | undefined;
  const end = async () => {
    if (!current) return;
    const { into } = current;
    current = undefined;
    into.end();
    await once(into, 'finish');
  };
  return {
    end,
    async write({ name, bytes }: Entry) {
      const whole = wholeOf(name);
      if (current?.whole !== whole) {
        await end();
        const table = tables.find((each) => `rows/${each.name}` === whole);
        if (!table) throw new BackupFault('Cette sauvegarde est incomplète ou abîmée.');
        const columns = table.columns.map(word).join(', ');
        current = { whole, into: await tx.unsafe(`copy ${quoted(table.name)} (${columns}) from stdin`).writable() };
      }
      if (!current.into.write(bytes)) await once(current.into, 'drain');
    },
  };
}
