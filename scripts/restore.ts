import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import type { Config } from '~/config';
import { filesBeside } from '~/operating/backups/files';
import { shelfOf } from '~/operating/backups/shelf';
import { applyTombstones } from '~/privacy/commands/erase';
import { tombstoneFile, tombstonesIn } from '~/privacy/tombstones';
import { BackupFault } from '../db/backup/format';
import { restore } from '../db/backup/restore';
import { withHouse } from './house';
import { calledWith, refuse } from './options.mjs';

const COMMAND = {
  does: 'Remet une sauvegarde dans la base de données et DATA_DIR des réglages. Ils doivent être vides, ou --replace les remplace. Le site doit être arrêté.',
  usage: 'Usage : npm run restore -- FICHIER --yes [--replace]',
  options: { yes: { type: 'boolean' }, replace: { type: 'boolean' } },
  words: 1,
} as const;
const {
  values: { yes = false, replace = false },
  words: [file],
} = calledWith(COMMAND);
if (!file) refuse(COMMAND, 'Il manque le fichier de la sauvegarde.');
else if (yes || (await agreed())) await run(file);
else refuse(COMMAND, 'Rien n’a été changé : --yes manque.');

async function agreed(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(replace ? 'Remplacer tout ce qui est là ? (oui) ' : 'Restaurer ? (oui) ');
  terminal.close();
  return answer.trim().toLowerCase() === 'oui';
}

async function run(name: string): Promise<void> {
  await withHouse(async ({ config, database, files, url }, { description }) => {
    const key = config.operating.backupKey;
    if (!key) throw new BackupFault('BACKUP_KEY manque : une sauvegarde ne s’ouvre qu’avec la clé qui l’a fermée.');
    console.log(`Base de données : ${description}`);
    const open = await opener(config, name);
    const { manifest, end } = await restore(open, {
      url,
      files: filesBeside(config, files.store),
      key,
      replace: replace === true,
    });
    // Whoever was erased since the backup was made is erased again (P02); her payments elsewhere ended then.
    const again = await applyTombstones(
      { config, database, files, stripe: null },
      await tombstonesIn(tombstoneFile(config)),
    );
    const rows = Object.values(end.rows).reduce((sum, count) => sum + count, 0);
    console.log(`Restauré : ${rows} lignes et ${end.files} fichiers, tels qu’ils étaient le ${manifest.at}.`);
    if (again > 0) console.log(`Comptes effacés de nouveau : ${again}.`);
  });
}

/** A file, or a name where backups are kept. */
async function opener(config: Config, name: string) {
  if (existsSync(name)) return () => createReadStream(name);
  const shelf = shelfOf(config);
  if (!(await shelf.list()).includes(name)) throw new BackupFault(`« ${name} » n’existe pas.`);
  return () => shelf.open(name);
}
