/**
 * `npm run import:supabase -- DUMP [--dry-run]`: members, salons and conversations of the former backend (X16). DUMP is what
 * pg_dump has written, as SQL or in its custom format, or a folder of CSV files. It is read and never executed; the database
 * gets everything or nothing.
 */
import { parseArgs } from 'node:util';
import { connect } from '../db/connect';
import { migrate, prepareRoles } from '../db/migrate';
import { withDatabase } from './database';
import { type Plan, planOf } from './import/plan';
import { ImportFault, rowsOf } from './import/reading';
import { writePlan } from './import/write';

const USAGE = 'Usage : npm run import:supabase -- SAUVEGARDE [--dry-run]';
/** X12, X13, X14: repairs of the former backend that have no object any more. */
const ABSORBED = [
  'fix-profile-policies : les droits par ligne sont dans le schéma.',
  'enable-profiles-realtime : la présence est dans le schéma.',
  'optimize-reactions-batch : les réactions se lisent en une requête.',
];

const given = words();
if (given) await withDatabase(({ url }) => run(url, given).catch(refused));
else {
  console.error(USAGE);
  process.exitCode = 1;
}

function words() {
  try {
    const { values, positionals } = parseArgs({ options: { 'dry-run': { type: 'boolean' } }, allowPositionals: true });
    const [place] = positionals;
    return place && positionals.length === 1 ? { place, isTrial: values['dry-run'] ?? false } : null;
  } catch {
    return null;
  }
}

async function run(url: string, { place, isTrial }: NonNullable<ReturnType<typeof words>>): Promise<boolean> {
  const plan = await planOf(rowsOf(place), new Date().toISOString());
  tell(plan);
  await prepareRoles(url);
  await migrate(url);
  const sql = connect(url, { onnotice: () => {} });
  try {
    await writePlan(sql, plan, !isTrial);
  } finally {
    await sql.end();
  }
  for (const line of ABSORBED) console.log(`fait  ${line}`);
  console.log(isTrial ? 'Essai réussi : rien n’a été écrit.' : 'Tout est repris.');
  return true;
}

function tell({ report }: Plan): void {
  for (const [table, { read, taken, reasons }] of report) {
    console.log(`${table} : ${read} lues, ${taken} reprises`);
    for (const [reason, count] of reasons) console.log(`        ${count} : ${reason}`);
  }
}

/** All in one transaction: what the database refuses leaves nothing behind. */
function refused(error: unknown): false {
  const isPlain = error instanceof ImportFault || (error as NodeJS.ErrnoException).code === 'ENOENT';
  const { message, constraint_name: constraint } = error as { message: string; constraint_name?: string };
  const why = constraint === 'users_email_key' ? 'une adresse a déjà un compte sur ce site.' : message;
  console.error(isPlain ? message : `La base de données a refusé, et rien n’a été repris : ${why}`);
  return false;
}
