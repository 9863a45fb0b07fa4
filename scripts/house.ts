/** What a command about the whole site works with: the settings, the database, the files. */
import { type Config, ConfigFault, parseConfig } from '~/config';
import { openDatabase } from '~/db';
import { openFiles } from '~/files/open';
import type { BackupHouse } from '~/operating/commands/backup';
import { BackupFault } from '../db/backup/format';
import { prepareRoles } from '../db/migrate';
import { projectRoot } from '../db/project-root';
import { type Opened, withDatabase } from './database';

/** Faults of settings and backups are told in a sentence and end with code 1, and so does `false`. */
export async function withHouse(work: (house: BackupHouse, opened: Opened) => Promise<boolean | void>): Promise<void> {
  await withDatabase(async (opened) => {
    try {
      const config = settings();
      await prepareRoles(opened.url);
      const database = openDatabase(opened.url, { viewers: 1, systems: 2 });
      try {
        return await work({ config, database, files: openFiles(config), url: opened.url }, opened);
      } finally {
        await database.close();
      }
    } catch (error) {
      const words = inWords(error);
      if (words === null) throw error;
      console.error(words);
      return false;
    }
  });
}

/** `withDatabase` has read `.env`. @throws ConfigFault */
function settings(): Config {
  return parseConfig(process.env, projectRoot());
}

function inWords(error: unknown): string | null {
  if (error instanceof BackupFault || error instanceof ConfigFault) return error.message;
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return 'Le disque est plein : rien n’a été gardé.';
  if (code && ['EACCES', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code))
    return 'Ce dossier ne peut pas être écrit : rien n’a été gardé.';
  return null;
}
