import { migrate, pendingMigrations, prepareRoles } from '../db/migrate';
import { withDatabase } from './database';
import { calledWith } from './options.mjs';

calledWith({
  does: 'Applique à la base de données les migrations qui lui manquent.',
  usage: 'Usage : npm run db:migrate',
});
await withDatabase(async ({ url, description }) => {
  console.log(`Base de données : ${description}`);
  await prepareRoles(url);
  const pending = await pendingMigrations(url);
  const { from, to } = await migrate(url);
  for (const file of pending) console.log(`  appliquée : ${file}`);
  console.log(
    from === to
      ? `Le schéma est à jour (version ${to}).`
      : `Le schéma est passé de la version ${from} à la version ${to}.`,
  );
});
