/** A dump of the former backend read and written into a database of its own (X16): how long, and what the reader holds. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { migrate, prepareRoles } from '../../../db/migrate';
import { planOf } from '../../../scripts/import/plan';
import { rowsOf } from '../../../scripts/import/reading';
import { writePlan } from '../../../scripts/import/write';
import { withDatabaseName } from '../../support/database-url';
import { asCopy, formerTables } from '../../support/former-dump';
import { megabytes, type Row, whole } from '../table';
import type { Bench } from './bench';

/** Of the shape of bcrypt's, and nobody's password. */
const HASH = `$2a$10$${'x'.repeat(53)}`;
const NAME = 'aurora_bench_former';

export async function former({ site, quick }: Bench): Promise<Row[]> {
  const [members, messages] = quick ? [1_500, 5_000] : [150_000, 500_000];
  const folder = mkdtempSync(path.join(tmpdir(), 'aurora50-bench-former-'));
  const url = withDatabaseName(site.url, NAME);
  const file = path.join(folder, 'former.sql');
  await site.owner.unsafe(`create database ${NAME}`);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    writeFileSync(file, asCopy(formerTables(members, messages, HASH)));
    await prepareRoles(url);
    await migrate(url);
    const began = performance.now();
    const plan = await planOf(rowsOf(file), new Date().toISOString());
    const read = performance.now();
    await writePlan(sql, plan, true);
    const seconds = (from: number, to: number) => `${((to - from) / 1_000).toFixed(1)} s`;
    const size = `${whole(members)} members, ${whole(messages)} messages of the former backend`;
    return [
      { what: `${size}: read`, ours: seconds(began, read) },
      { what: `${size}: read and written`, ours: seconds(began, performance.now()), goal: '≤ 300 s' },
      { what: 'memory of the importer then', ours: megabytes(process.memoryUsage().rss) },
    ];
  } finally {
    await sql.end();
    await site.owner.unsafe(`drop database ${NAME} with (force)`);
    rmSync(folder, { recursive: true, force: true });
  }
}
