/**
 * Taking over the copy of a member's data on another Aurora50 (P03, U05). Everything or nothing. Whoever it is about signs
 * in by a letter to her address: no copy holds what opens an account.
 */
import type { Database, Tx } from '~/db';
import type { Files } from '~/files/commands/draft';
import { FOLDERS, FORMATS, type Folder, FRAMES, keyOf, MEGABYTE } from '~/files/rules/picture';
import type { PersonalData } from '~/personal-data';
import { ArchiveFault, openArchive, type Unpacked } from '../archive/unzip';
import { exportAll, importAll } from '../holders';
import { insertBrought, isAddressTaken, isIdTaken } from '../queries/brought';
import { type Brought, collected, leftOver, ownerIn, parseCopy, type Tables, withoutRole } from '../rules/brought';

type House = { readonly database: Database; readonly files: Files };

export type Taken = {
  readonly id: string;
  readonly email: string;
  /** Rows in the copy, by table. */
  readonly read: ReadonlyMap<string, number>;
  /** Of these, those that are kept for her copy and are not in force here. */
  readonly kept: ReadonlyMap<string, number>;
  /** Tables whose rows would not be the same in a copy of this site, by their names. */
  readonly differing: readonly string[];
};

/** Bytes of the file for programs. */
const DATA_MAX = 512 * MEGABYTE;

/** @throws ArchiveFault: no copy, of nobody, or of an address that has an account here; nothing is written then */
export async function importCopy({ database, files }: House, file: string): Promise<Taken> {
  const archive = await openArchive(file);
  try {
    const text = (await archive.read('donnees.json', DATA_MAX))?.toString('utf8') ?? '';
    const { tables, her } = await database.asSystem((tx) => readable(tx, text));
    await keepPictures(files, archive, tables);
    const { kept, differing } = await database.asSystem((tx) => write(tx, her, tables));
    const read = new Map(Object.entries(tables).map(([table, rows]) => [table, rows.length]));
    return { ...her, read, kept: counted(kept), differing };
  } finally {
    await archive.close();
  }
}

type Her = { readonly id: string; readonly email: string };

/** With a number of this site where hers is another account's here. */
async function readable(tx: Tx, text: string): Promise<{ tables: Tables; her: Her }> {
  const tables = parseCopy(text);
  const owner = tables && ownerIn(tables);
  if (!owner)
    throw new ArchiveFault('Ce fichier n’est pas une copie de données Aurora50, ou il est d’une autre version.');
  if (await isAddressTaken(tx, owner.email)) throw new ArchiveFault('Son adresse a déjà un compte sur ce site.');
  if (!(await isIdTaken(tx, owner.id))) return { tables: withoutRole(tables), her: owner };
  const id = crypto.randomUUID();
  const renamed = parseCopy(text.replaceAll(owner.id, id));
  return { tables: withoutRole(renamed ?? tables), her: { ...owner, id } };
}

async function write(tx: Tx, her: Her, tables: Tables): Promise<{ kept: Brought[]; differing: string[] }> {
  await importAll(tx, her, tables);
  const kept = leftOver(tables, await allOf(tx, her));
  await insertBrought(tx, her.id, kept);
  const after = await allOf(tx, her);
  const names = [...new Set([...Object.keys(tables), ...Object.keys(after)])];
  const differing = names.filter((name) => JSON.stringify(tables[name]) !== JSON.stringify(after[name]));
  return { kept, differing };
}

async function allOf(tx: Tx, her: Her): Promise<PersonalData> {
  const all: Record<string, unknown[]> = {};
  for await (const { name, rows } of exportAll((work) => work(tx), her)) all[name] = await collected(rows());
  return all;
}

/** Before the rows that name them; what no row names afterwards, the sweep removes. */
async function keepPictures({ store, workshop }: Files, archive: Unpacked, tables: Tables): Promise<void> {
  for (const { folder, name } of tables['public.pictures'] ?? []) {
    const known = FOLDERS.find((each) => each === folder);
    if (!known || typeof name !== 'string' || !/^[0-9a-z]{25}$/.test(name)) continue;
    const bytes = await archive.read(`images/${known}-${name}.jpg`, FRAMES[known].most);
    if (bytes) await keepPicture({ store, workshop }, known, name, bytes);
  }
}

/** Its largest size as it was, and the others made from it. One that is there already is somebody's. */
async function keepPicture(files: Pick<Files, 'store' | 'workshop'>, folder: Folder, name: string, bytes: Buffer) {
  const { store, workshop } = files;
  const largest = keyOf({ folder, name, width: FRAMES[folder].widths.at(-1) ?? 0 });
  if (await store.read(largest)) return;
  const made = await workshop.cut(bytes, folder, { place: 'centre', isClose: false }).catch(() => []);
  for (const { width, format, bytes: content } of made) {
    const key = keyOf({ folder, name, width }, format);
    await store.put(key, key === largest ? bytes : content, FORMATS[format]);
  }
}

function counted(rows: readonly Brought[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { table } of rows) counts.set(table, (counts.get(table) ?? 0) + 1);
  return counts;
}
