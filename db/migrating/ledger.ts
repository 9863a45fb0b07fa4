import { basename, join } from 'node:path';
import Postgrator from 'postgrator';
import type { TransactionSql } from 'postgres';
import { projectRoot } from '../project-root';
import { MigrationFault } from './fault';

export type Tx = TransactionSql<Record<string, never>>;

/** The migrations of a folder, face to face with those a database has seen. */
export type Ledger = {
  readonly newest: number;
  version(): Promise<number>;
  /** Versions, ascending. */
  applied(): Promise<number[]>;
  filesAfter(version: number): string[];
  refuseDrift(): Promise<void>;
  moveTo(version: number): Promise<void>;
};

/** Throws MigrationFault when the folder is empty or a number is used twice. */
export async function ledger(tx: Tx, directory?: string): Promise<Ledger> {
  const postgrator = postgratorOn(tx, directory ?? join(projectRoot(), 'db', 'migrations'));
  const files = await postgrator.getMigrations().catch((error: Error) => {
    throw new MigrationFault(`Les fichiers de migration se contredisent : ${error.message}.`);
  });
  const dos = files.filter(({ action }) => action === 'do').sort((a, b) => a.version - b.version);
  const newest = dos.at(-1)?.version;
  if (newest === undefined) throw new MigrationFault('Aucun fichier de migration n’a été trouvé.');

  const applied = () => appliedIn(tx);
  const version = () => applied().then((versions) => versions.at(-1) ?? 0);
  return {
    newest,
    version,
    applied,
    filesAfter: (seen) => dos.filter((file) => file.version > seen).map(nameOf),
    refuseDrift: async () => refuseDrift(await applied(), dos),
    moveTo: async (target) => {
      const undone = (await applied()).filter((seen) => seen > target);
      const undos = files.filter(({ action }) => action === 'undo');
      const missing = undone.find((seen) => !undos.some((file) => file.version === seen));
      if (missing !== undefined)
        throw new MigrationFault(
          `La migration ${missing} n’a pas de fichier « undo » : elle ne peut pas être défaite.`,
        );
      await move(postgrator, target, dos);
    },
  };
}

function postgratorOn(tx: Tx, directory: string): Postgrator {
  return new Postgrator({
    driver: 'pg',
    schemaTable: TABLE,
    // In a pattern, brackets in the folder's own name would be wildcards.
    migrationPattern: `${directory.replaceAll('\\', '/').replace(/[?*()[\]{}!+@]/g, '\\$&')}/*.sql`,
    newline: 'LF',
    execQuery: async (query) => ({ rows: await tx.unsafe(query) }),
    execSqlScript: async (script) => {
      await tx.unsafe(script).simple();
    },
  });
}

const TABLE = 'public.schemaversion';

async function appliedIn(tx: Tx): Promise<number[]> {
  const [found] = await tx`select from pg_tables where schemaname || '.' || tablename = ${TABLE}`;
  if (!found) return [];
  const rows = await tx`select version::int as version from ${tx(TABLE)} where version > 0 order by 1`;
  return rows.map((row) => Number(row.version));
}

/**
 * postgrator only compares the last number: it would undo what a newer
 * release did, and pass over a file that was slipped in between.
 */
function refuseDrift(applied: readonly number[], dos: readonly Postgrator.Migration[]): void {
  const last = applied.at(-1) ?? 0;
  const unknown = applied.filter((version) => !dos.some((file) => file.version === version));
  if (unknown.length > 0)
    throw new MigrationFault(
      `La base connaît des migrations que cette version d’Aurora50 n’a pas (${unknown.join(', ')}) : elle a été préparée par une version plus récente. Installez celle-ci, ou défaites-les avec elle (npm run db:rollback).`,
    );
  const skipped = dos.find((file) => file.version < last && !applied.includes(file.version));
  if (skipped)
    throw new MigrationFault(
      `Le fichier ${nameOf(skipped)} est arrivé après une migration de numéro plus grand. Donnez-lui un numéro au-delà de ${last}.`,
    );
}

async function move(postgrator: Postgrator, target: number, dos: readonly Postgrator.Migration[]): Promise<void> {
  let under: Postgrator.Migration | undefined;
  postgrator.on('migration-started', (migration) => {
    under = migration;
  });
  try {
    await postgrator.migrate(String(target));
  } catch (error) {
    throw movingFault(error as Error, under, dos);
  }
}

function movingFault(
  error: Error,
  under: Postgrator.Migration | undefined,
  dos: readonly Postgrator.Migration[],
): unknown {
  const changed = /checksum failed for migration \[(\d+)\]/.exec(error.message)?.[1];
  const file = dos.find(({ version }) => version === Number(changed));
  if (file)
    return new MigrationFault(
      `Le fichier ${nameOf(file)} a été modifié après avoir été appliqué. Remettez-le comme il était et écrivez le changement dans une nouvelle migration.`,
      { cause: error },
    );
  const { code, position } = error as { code?: string; position?: string };
  // Five characters: a refusal by PostgreSQL. Anything else is a lost connection and is told as such.
  if (code?.length !== 5) return error;
  if (!under)
    return new MigrationFault(`La base de données refuse d’être préparée : ${error.message}.`, { cause: error });
  const line = position && ` (ligne ${under.getSql().slice(0, Number(position)).split('\n').length})`;
  const busy = code === '55P03' ? ' Une table est restée occupée plus de 5 secondes ; réessayez.' : '';
  return new MigrationFault(
    `La migration ${nameOf(under)} a échoué${line ?? ''} : ${error.message}. Rien n’a été changé.${busy}`,
    { cause: error },
  );
}

function nameOf(file: Postgrator.Migration): string {
  return basename(file.filename);
}
