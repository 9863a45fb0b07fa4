/** What is known of backups and drills. As the system. */
import type { Tx } from '~/db';
import type { Backups, RestoreDrills } from '../../../db/schema';

export type BackupLine = Readonly<
  Pick<Backups, 'id' | 'madeAt' | 'name' | 'place' | 'bytes' | 'seconds' | 'rowCount' | 'fileCount' | 'fault'>
>;
export type DrillLine = Readonly<
  Pick<RestoreDrills, 'id' | 'doneAt' | 'name' | 'seconds' | 'rowCount' | 'fileCount' | 'fault'>
>;

export async function noteBackup(tx: Tx, backup: Omit<BackupLine, 'id' | 'madeAt'>): Promise<void> {
  const { name, place, bytes, seconds, rowCount, fileCount, fault } = backup;
  await tx`
    insert into backups (name, place, bytes, seconds, row_count, file_count, fault)
    values (${name}, ${place}, ${bytes}, ${seconds}, ${rowCount}, ${fileCount}, ${fault})`;
}

export async function noteDrill(tx: Tx, drill: Omit<DrillLine, 'id' | 'doneAt'>): Promise<void> {
  const { name, seconds, rowCount, fileCount, fault } = drill;
  await tx`
    insert into restore_drills (name, seconds, row_count, file_count, fault)
    values (${name}, ${seconds}, ${rowCount}, ${fileCount}, ${fault})`;
}

/** The newest first. */
export function lastBackups(tx: Tx, count: number): Promise<BackupLine[]> {
  return tx<BackupLine[]>`
    select id, made_at, name, place, bytes, seconds, row_count, file_count, fault
    from backups
    order by made_at desc, id desc
    limit ${count}`;
}

/** The newest first. */
export function lastDrills(tx: Tx, count: number): Promise<DrillLine[]> {
  return tx<DrillLine[]>`
    select id, done_at, name, seconds, row_count, file_count, fault
    from restore_drills
    order by done_at desc, id desc
    limit ${count}`;
}

export type BackupHealth = {
  /** Hours since the last one that came about; null: there is none. */
  readonly hours: number | null;
  /** Hours since the last drill, whatever came of it; null: there was none. */
  readonly drillHours: number | null;
  /** The last drill failed. */
  readonly drillFailed: boolean;
};

export async function backupHealth(tx: Tx): Promise<BackupHealth> {
  const [row] = await tx<BackupHealth[]>`
    select
      (select extract(epoch from now() - max(made_at))::float8 / 3600 from backups where fault is null) as hours,
      (select extract(epoch from now() - max(done_at))::float8 / 3600 from restore_drills) as drill_hours,
      coalesce(
        (select fault is not null from restore_drills order by done_at desc, id desc limit 1), false
      ) as drill_failed`;
  return row ?? { hours: null, drillHours: null, drillFailed: false };
}

/** A night that was slept through is made up for. */
export async function queueMissedBackup(tx: Tx, hours: number): Promise<void> {
  await tx`
    select queue_job('backup', '{}'::json, 'backup', now(), 30)
    where not exists (
      select from backups
      where fault is null and made_at > now() - make_interval(hours => ${hours})
    )`;
}

/** A year of them tells enough. */
export async function forgetOldBackups(tx: Tx): Promise<void> {
  await tx`
    with old as (delete from restore_drills where done_at < now() - interval '400 days')
    delete from backups
    where made_at < now() - interval '400 days'`;
}

export async function queueBackup(tx: Tx): Promise<void> {
  await tx`
    select queue_job('backup', '{}'::json, 'backup', now(), 30)`;
}
