/** Making the copy of a member's data (P03, U05): a job writes one file, and a letter says where it is. */
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Viewer } from '~/auth/rules/viewer';
import { sealAll } from '~/certificates/commands';
import type { Config } from '~/config';
import type { Database } from '~/db';
import type { Files } from '~/files/commands/draft';
import { type Folder, FRAMES, keyOf } from '~/files/rules/picture';
import { enqueue } from '~/mailer';
import type { Person, PersonalData } from '~/personal-data';
import { href } from '~/urls';
import { certificateSheet } from '../archive/sheet';
import * as text from '../archive/text';
import { type Archive, zipArchive } from '../archive/zip';
import { exportAll } from '../holders';
import * as queries from '../queries/exports';
import { daysAfter } from '../rules/erasure';
import { COPY_DAYS, fileNameOf, TITLES } from '../rules/export';

type House = { readonly config: Config; readonly database: Database; readonly files: Pick<Files, 'store'> };

export const exportFolder = ({ dataDir }: Pick<Config, 'dataDir'>): string => path.join(dataDir, 'exports');
export const exportFile = (config: Pick<Config, 'dataDir'>, id: string): string =>
  path.join(exportFolder(config), `${id}.zip`);

export function askCopy({ database }: Pick<House, 'database'>, viewer: Viewer): Promise<void> {
  return database.systemStatement((tx) => queries.askCopy(tx, viewer.id));
}

/** The job. Killed, it begins again; when its member is erased meanwhile, nothing of it stays. */
export async function makeCopy(house: House, userId: string, now: Date): Promise<void> {
  const { config, database } = house;
  const wanted = await database.systemStatement((tx) => queries.wantedCopy(tx, userId));
  if (!wanted) return;
  const { id, name, email } = wanted;
  const file = exportFile(config, id);
  await mkdir(exportFolder(config), { recursive: true, mode: 0o700 });
  const aside = `${file}.part`;
  try {
    const bytes = await writeCopy(house, aside, { id: userId, email }, name);
    await rename(aside, file);
    const until = daysAfter(now, COPY_DAYS);
    const isWanted = await database.asSystem(async (tx) => {
      if (!(await queries.finishCopy(tx, id, bytes, until))) return false;
      const props = { name, until: until.toISOString(), path: href('exportFile', { copie: id }) };
      await enqueue(tx, { template: 'exportReady', props, to: { userId }, key: `exportReady:${id}` });
      return true;
    });
    if (!isWanted) await rm(file, { force: true });
  } catch (error) {
    await rm(aside, { force: true });
    // Erased meanwhile: then its files were removed under our hands, and nobody waits for them.
    if (await database.systemStatement((tx) => queries.wantedCopy(tx, userId))) throw error;
  }
}

/**
 * One domain in memory at a time: hence each is asked twice, for the JSON and for the pages.
 * @returns bytes
 */
export async function writeCopy(house: House, file: string, her: Person, name: string): Promise<number> {
  await sealAll(house, her.id);
  const zip = await zipArchive(file);
  await zip.add('LISEZMOI.txt', README);
  const columns: Columns = new Map();
  await zip.add('donnees.json', json(exportAll(house.database.asSystem, her), columns));
  await zip.add('donnees.schema.json', `${JSON.stringify(text.schemaOf(columns), null, 2)}\n`);
  const listed: text.Listed[] = [];
  const others: string[] = ['donnees.json', 'donnees.schema.json'];
  for await (const part of exportAll(house.database.asSystem, her)) {
    for (const [table, rows] of Object.entries(part as text.Tables)) {
      listed.push({ table, rows: rows.length });
      await addTable(zip, table, rows);
      others.push(...(await addFiles(house, zip, table, rows)));
    }
  }
  await zip.add('index.html', text.indexPage(name, inOrder(listed), others));
  return zip.close();
}

const README = `Vos données Aurora50

Ouvrez « index.html » d'un double clic : tout s'y lit, sans connexion à internet.
Le dossier « attestations » est à imprimer ou à montrer, « images » a vos photos.
Le dossier « tableaux » s'ouvre avec un tableur, « lecons.ics » avec un agenda.
« donnees.json » est pour un programme ; « donnees.schema.json » en décrit la forme.
`;

type Columns = Map<string, Map<string, Set<string>>>;

/** A row a line, as it is read. @param columns filled with the types that each column has had */
async function* json(parts: AsyncIterable<PersonalData>, columns: Columns): AsyncGenerator<string> {
  yield '{"format": "aurora50", "version": 1, "tables": {';
  let before = '\n';
  for await (const part of parts) {
    for (const [table, rows] of Object.entries(part as text.Tables)) {
      noteColumns(columns, table, rows);
      yield `${before}${JSON.stringify(table)}: [`;
      for (const [at, row] of rows.entries()) yield `${at === 0 ? '' : ','}\n${JSON.stringify(row)}`;
      yield ']';
      before = ',\n';
    }
  }
  yield '\n}}\n';
}

function noteColumns(columns: Columns, table: string, rows: readonly text.Row[]): void {
  const known = columns.get(table) ?? new Map<string, Set<string>>();
  columns.set(table, known);
  for (const row of rows) {
    for (const [column, value] of Object.entries(row)) {
      known.set(column, (known.get(column) ?? new Set()).add(text.jsonType(value)));
    }
  }
}

async function addTable(zip: Archive, table: string, rows: readonly text.Row[]): Promise<void> {
  const name = fileNameOf(table);
  await zip.add(`pages/${name}.html`, text.tablePage(table, rows));
  if (rows.length > 0) await zip.add(`tableaux/${name}.csv`, text.csv(rows));
}

/** What a table's rows stand for. @returns their names */
async function addFiles({ files }: House, zip: Archive, table: string, rows: readonly text.Row[]) {
  const added: string[] = [];
  const add = async (name: string, content: string | Buffer) => {
    await zip.add(name, content);
    added.push(name);
  };
  if (table === 'lesson_dates') await add('lecons.ics', text.calendar(rows));
  if (table === 'public.certificates') {
    for (const row of rows) {
      if (!row.credential) continue;
      await add(`attestations/${row.id}.json`, JSON.stringify(row.credential, null, 2));
      const sheet = await certificateSheet(row);
      if (sheet) await add(`attestations/${row.id}.pdf`, sheet);
    }
  }
  if (table === 'public.pictures') {
    for (const row of rows) {
      const folder = row.folder as Folder;
      const width = FRAMES[folder].widths.at(-1) ?? 0;
      const bytes = await files.store.read(keyOf({ folder, name: String(row.name), width }));
      if (bytes) await add(`images/${folder}-${row.name}.jpg`, bytes);
    }
  }
  return added;
}

function inOrder(listed: readonly text.Listed[]): readonly text.Listed[] {
  const order = Object.keys(TITLES);
  const placeOf = ({ table }: text.Listed) => (order.includes(table) ? order.indexOf(table) : order.length);
  return listed.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Files whose days are over, and those of a job that died or of a member who is gone. */
export async function sweepCopies({ config, database }: Omit<House, 'files'>): Promise<void> {
  await database.systemStatement(queries.deleteOldCopies);
  const living = new Set(await database.systemStatement(queries.livingCopies));
  for (const name of await readdir(exportFolder(config)).catch(() => [])) {
    if (!living.has(name.split('.')[0] ?? '')) await rm(path.join(exportFolder(config), name), { force: true });
  }
}
