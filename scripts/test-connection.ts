import { connect } from '../db/connect';
import { pendingMigrations } from '../db/migrate';
import { type Opened, withDatabase } from './database';
import { calledWith } from './options.mjs';

calledWith({
  does: 'Dit quelle base de données répond, et quelles migrations lui manquent.',
  usage: 'Usage : npm run test:connection',
});

// X03: which database, which version, which migrations are missing.
await withDatabase(async (database) => {
  const pending = await pendingMigrations(database.url);
  for (const line of [`Base de données : ${database.description}`, await present(database)]) console.log(line);
  if (pending.length === 0) return console.log('Migrations : toutes appliquées.');
  console.log(`Migrations manquantes : ${pending.length} (npm run db:migrate les applique)`);
  for (const file of pending) console.log(`  ${file}`);
});

async function present({ url }: Opened): Promise<string> {
  const sql = connect(url, { fetch_types: false });
  try {
    const [row] = await sql`
      select current_database() as name, current_user as person,
             current_setting('server_version') as version,
             pg_size_pretty(pg_database_size(current_database())) as size`;
    const place = `${sql.options.host.join(',')}:${sql.options.port.join(',')}`;
    return `Connexion : « ${row?.name} » sur ${place}, en tant que « ${row?.person} », PostgreSQL ${row?.version}, ${row?.size}`;
  } finally {
    await sql.end();
  }
}
