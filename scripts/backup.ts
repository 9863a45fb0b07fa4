import { drill, makeBackup } from '~/operating/commands/backup';
import { newKey } from '../db/backup/seal';
import { withHouse } from './house';
import { calledWith } from './options.mjs';

// O04, U15. The path of the backup is the last line printed.
const { values } = calledWith({
  does: 'Sauvegarde la base de données et les fichiers dans un fichier chiffré avec BACKUP_KEY ; --new-key donne une clé neuve, --drill essaie de restaurer la dernière sauvegarde à part.',
  usage: 'Usage : npm run backup [-- --new-key | --drill]',
  options: { 'new-key': { type: 'boolean' }, drill: { type: 'boolean' } },
});

if (values['new-key']) console.log(await newKey());
else
  await withHouse(async (house, { description }) => {
    const key = house.config.operating.backupKey;
    if (!key) {
      console.error('BACKUP_KEY manque : « npm run backup -- --new-key » en donne une. Gardez-la ailleurs aussi.');
      return false;
    }
    console.log(`Base de données : ${description}`);
    if (values.drill) return tryLast(house, key);
    const { path, bytes, rows, files } = await makeBackup(house, key, new Date());
    console.log(`${rows} lignes et ${files} fichiers, ${Math.ceil(bytes / 1024)} Ko.`);
    console.log(path);
  });

async function tryLast(house: Parameters<typeof drill>[0], key: string): Promise<boolean> {
  const fault = await drill(house, key);
  if (fault === null) console.log('La dernière sauvegarde se restaure.');
  else console.error(fault);
  return fault === null;
}
