import { pendingMigrations } from '../db/migrate';
import { withDatabase } from './database';
import { calledWith } from './options.mjs';
import { type Verdict, verdictsOf } from './verify/verdicts';

// X10, X11: schema, constraints, counters, plan columns, orphans, rights, and how many rows there are.
calledWith({
  does: 'Vérifie le schéma, les droits et les compteurs de la base de données.',
  usage: 'Usage : npm run db:verify',
});

function tell({ name, faults }: Verdict): boolean {
  console.log(`${faults.length === 0 ? 'bien ' : 'FAUTE'}  ${name}`);
  for (const fault of faults.slice(0, SHOWN)) console.log(`         ${fault}`);
  if (faults.length > SHOWN) console.log(`         … et ${faults.length - SHOWN} autres`);
  return faults.length === 0;
}

const SHOWN = 10;

await withDatabase(async ({ url, description }) => {
  console.log(`Base de données : ${description}`);
  const pending = await pendingMigrations(url);
  if (!tell({ name: 'Migrations', faults: pending.map((file) => `${file} n’est pas appliquée`) })) return false;
  const { verdicts, counts } = await verdictsOf(url);
  const good = verdicts.map(tell);
  console.log('Lignes :');
  for (const { table, count } of counts) console.log(`  ${String(count).padStart(9)}  ${table}`);
  return good.every(Boolean);
});
