/**
 * `npm run import:supabase -- DUMP [--pictures FOLDER] [--dry-run]`: what the former backend has (X16). DUMP is what pg_dump
 * has written, as SQL or in its custom format, or a folder of CSV files. It is read and never executed; database and files
 * get everything or nothing.
 */
import { parseConfig } from '~/config';
import { openFiles } from '~/files/open';
import { connect } from '../db/connect';
import { migrate, prepareRoles } from '../db/migrate';
import { projectRoot } from '../db/project-root';
import { withDatabase } from './database';
import { bring, siteBefore } from './import/bring';
import { planOf } from './import/plan';
import { ImportFault, rowsOf } from './import/reading';
import type { Plan } from './import/types';
import { calledWith, refuse } from './options.mjs';

const COMMAND = {
  does: 'Reprend l’ancien site (membres, salons, conversations, cours suivis, points, photos), depuis une sauvegarde qui n’est jamais exécutée.',
  usage: 'Usage : npm run import:supabase -- SAUVEGARDE [--pictures DOSSIER] [--dry-run]',
  options: { 'dry-run': { type: 'boolean' }, pictures: { type: 'string' } },
  words: 1,
} as const;
/** X12, X13, X14 and the former policies: what has no object any more. */
const ABSORBED = [
  'politiques d’accès et déclencheurs de l’ancien site : remplacés par ceux du schéma.',
  'fix-profile-policies : les droits par ligne sont dans le schéma.',
  'enable-profiles-realtime : la présence est dans le schéma.',
  'optimize-reactions-batch : les réactions se lisent en une requête.',
];

const WHY: Readonly<Record<string, string>> = {
  users_email_key: 'une adresse a déjà un compte sur ce site.',
  users_pkey: 'ces comptes sont déjà sur ce site.',
};

const {
  values: { 'dry-run': isTrial = false, pictures },
  words: [place],
} = calledWith(COMMAND);
const dump = place ?? refuse(COMMAND, 'Il manque le fichier ou le dossier de la sauvegarde.');
await withDatabase(({ url }) => run(url).catch(refused));

async function run(url: string): Promise<boolean> {
  await prepareRoles(url);
  await migrate(url);
  const sql = connect(url, { onnotice: () => {} });
  try {
    const plan = await planOf(rowsOf(dump), new Date().toISOString(), await siteBefore(sql));
    const files = openFiles(parseConfig(process.env, projectRoot()));
    const folder = typeof pictures === 'string' ? pictures : null;
    await bring(sql, plan, { pictures: folder, files, keeps: !isTrial }, tell);
  } finally {
    await sql.end();
  }
  for (const line of ABSORBED) console.log(`fait  ${line}`);
  console.log(isTrial ? 'Essai réussi : rien n’a été écrit.' : 'Tout est repris.');
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
  const why = WHY[constraint ?? ''] ?? message;
  console.error(isPlain ? message : `La base de données a refusé, et rien n’a été repris : ${why}`);
  return false;
}
