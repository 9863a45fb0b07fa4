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
import type { Person } from '~/personal-data';
import { href } from '~/urls';
import * as pages from '../archive/pages';
import { certificateSheet } from '../archive/sheet';
import * as text from '../archive/text';
import { type Archive, zipArchive } from '../archive/zip';
import { exportAll, type Table } from '../holders';
import * as queries from '../queries/exports';
import { collected } from '../rules/brought';
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
 * A part of a table in memory at a time, however much she has written: hence each table is read anew for every file.
 * @returns bytes
 */
export async function writeCopy(house: House, file: string, her: Person, name: string): Promise<number> {
  await sealAll(house, her.id);
  const zip = await zipArchive(file);
  await zip.add('LISEZMOI.txt', README);
  const seen: text.Seen = new Map();
  await zip.add('donnees.json', json(exportAll(house.database.asSystem, her), seen));
  await zip.add('donnees.schema.json', `${JSON.stringify(text.schemaOf(seen), null, 2)}\n`);
  const others: string[] = ['donnees.json', 'donnees.schema.json'];
  for await (const { name: table, rows } of exportAll(house.database.asSystem, her)) {
    await addTable(zip, { table, ...(seen.get(table) ?? text.nothingSeen()) }, rows as () => AsyncIterable<text.Row>);
    others.push(...(await addFiles(house, zip, table, rows as () => AsyncIterable<text.Row>)));
  }
  const listed = [...seen].map(([table, { rows }]) => ({ table, rows }));
  await zip.add('index.html', pages.indexPage(name, inOrder(listed), others));
  return zip.close();
}

const README = `Vos données Aurora50

Ouvrez « index.html » d'un double clic : tout s'y lit, sans connexion à internet.
Le dossier « attestations » est à imprimer ou à montrer, « images » a vos photos.
Le dossier « tableaux » s'ouvre avec un tableur, « lecons.ics » avec un agenda.
« donnees.json » est pour un programme ; « donnees.schema.json » en décrit la forme.
`;

/** A row a line, as it is read. @param seen filled with how many rows each table has, and which columns */
async function* json(tables: AsyncIterable<Table>, seen: text.Seen): AsyncGenerator<string> {
  yield '{"format": "aurora50", "version": 1, "tables": {';
  let before = '\n';
  for await (const { name, rows } of tables) {
    const here = text.nothingSeen();
    seen.set(name, here);
    yield `${before}${JSON.stringify(name)}: [`;
    for await (const row of rows()) {
      yield `${here.rows === 0 ? '' : ','}\n${JSON.stringify(row)}`;
      text.noteRow(here, row as text.Row);
    }
    yield ']';
    before = ',\n';
  }
  yield '\n}}\n';
}

async function addTable(zip: Archive, shown: text.Shown, rows: () => AsyncIterable<text.Row>): Promise<void> {
  const all = rows()[Symbol.asyncIterator]();
  for (let page = 1; page <= pages.pagesOf(shown); page += 1)
    await zip.add(`pages/${pages.pageName(shown.table, page)}`, pages.tablePage(shown, page, all));
  if (shown.rows > 0)
    await zip.add(`tableaux/${fileNameOf(shown.table)}.csv`, text.csv([...shown.columns.keys()], rows()));
}

/** What a table's rows stand for. @returns their names */
async function addFiles({ files }: House, zip: Archive, table: string, read: () => AsyncIterable<text.Row>) {
  if (!['lesson_dates', 'public.certificates', 'public.pictures'].includes(table)) return [];
  const rows = await collected(read());
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

function inOrder(listed: readonly pages.Listed[]): readonly pages.Listed[] {
  const order = Object.keys(TITLES);
  const placeOf = ({ table }: pages.Listed) => (order.includes(table) ? order.indexOf(table) : order.length);
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
