/** The database of a trial, which can be cut, crashed and filled, with the members who talk in it. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { startEmbedded } from '../../db/embedded';
import { migrate, prepareRoles } from '../../db/migrate';
import { type Cast, castIn, type Member } from '../support/cast';
import { ENDED, lineTo } from '../support/line';
import type { StoredPost } from './history';
import type { Place } from './poster';

export type Store = {
  /** Through a line that can be frozen. */
  readonly url: string;
  readonly folder: string;
  /** On a small disk of its own, which only root may mount. */
  readonly canBeFilled: boolean;
  readonly endConnections: (name: 'aurora50%' | 'aurora50 notifications') => Promise<void>;
  readonly freezeListeners: () => number;
  readonly crash: () => Promise<void>;
  readonly places: readonly Place[];
  readonly lastNumbers: () => Promise<ReadonlyMap<string, number>>;
  /** What the trials have stored, from this post on. */
  readonly storedFrom: (n: number) => Promise<StoredPost[]>;
  readonly close: () => Promise<void>;
};

/** Each member may keep ten streams open, and is slowed when she posts faster than anybody types. */
const MEMBERS = 50;
const SMALL_DISK = '1500m';

/**
 * With fsync, as in service: a crash of PostgreSQL may lose nothing that was acknowledged.
 * @param onSmallDisk one that can be filled
 */
export async function openStore(salons: number, onSmallDisk: boolean): Promise<Store> {
  const folder = mkdtempSync(path.join(tmpdir(), 'aurora50-faults-'));
  const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  const canBeFilled = onSmallDisk && mount(folder);
  if (canBeFilled) ends.push(() => spawnSync('umount', ['--lazy', folder]));
  chmodSync(folder, 0o755);
  try {
    const embedded = await startEmbedded({ dataDir: folder });
    ends.push(embedded.stop);
    await prepareRoles(embedded.url);
    await migrate(embedded.url);
    const line = await lineTo(embedded.url, (end) => ends.push(end));
    const cast = castIn(embedded.url);
    ends.push(cast.close);
    const places = await furnish(cast, salons);
    return {
      url: line.url,
      folder,
      canBeFilled,
      places,
      freezeListeners: line.freezeListeners,
      endConnections: (name) => asOwner(embedded.url, (sql) => sql.unsafe(ENDED(name))).then(() => {}),
      crash: async () => crash(folder),
      lastNumbers: () =>
        untilItAnswers(async () => {
          const rows = await cast.sql<{ id: string; seq: string }[]>`select id, last_seq as seq from salons`;
          return new Map(rows.map(({ id, seq }) => [id, Number(seq)]));
        }),
      storedFrom: (n) =>
        untilItAnswers(async () => {
          const rows = await cast.sql<{ n: number; salon: string; seq: string }[]>`
            select substring(content from '^mot-([0-9]+) ')::int as n, salon_id as salon, seq
            from chat_messages where content like 'mot-%' and substring(content from '^mot-([0-9]+) ')::int >= ${n}`;
          return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
        }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function mount(folder: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SMALL_DISK}`, 'tmpfs', folder]).status === 0;
}

async function furnish(cast: Cast, salons: number): Promise<Place[]> {
  const members: Member[] = [];
  for (let n = 0; n < MEMBERS; n += 1) members.push(await cast.member(`Membre ${n}`));
  const cookies = await Promise.all(members.map((member) => cast.session(member)));
  const [owner, ...others] = members as [Member, ...Member[]];
  const places: Place[] = [];
  for (let n = 0; n < salons; n += 1) {
    const { id } = await cast.salon(owner);
    for (const other of others) await cast.join(other, id);
    places.push({ salon: id, cookies });
  }
  return places;
}

/** Its keeper sees that it has died, and starts it again at the same port. */
function crash(folder: string): void {
  const found = readdirSync(folder, { withFileTypes: true }).find(({ name }) => name === 'postgres');
  const cluster = realpathSync(path.join(folder, found?.name ?? 'postgres'));
  const [pid] = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

async function asOwner<T>(url: string, ask: (sql: postgres.Sql) => PromiseLike<T>): Promise<T | undefined> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    return await ask(sql);
  } catch {
    // The database may be away just now: then its connections have ended already.
    return undefined;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function untilItAnswers<T>(ask: () => Promise<T>): Promise<T> {
  for (const deadline = performance.now() + 60_000; ; ) {
    try {
      return await ask();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
