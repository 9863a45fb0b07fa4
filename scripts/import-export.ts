/**
 * `npm run import:export -- FICHIER.zip`: the account of somebody who brings the copy of her data from another Aurora50
 * (P03, U05). What cannot be in force here is said, and kept for her next copy.
 */
import { ArchiveFault } from '~/privacy/archive/unzip';
import { importCopy, type Taken } from '~/privacy/commands/import';
import { WHY_KEPT, WHY_KEPT_ELSE } from '~/privacy/rules/brought';
import { titleOf } from '~/privacy/rules/export';
import { withHouse } from './house';
import { calledWith, refuse } from './options.mjs';

const COMMAND = {
  does: 'Ouvre le compte d’une personne qui apporte la copie de ses données d’un autre Aurora50.',
  usage: 'Usage : npm run import:export -- FICHIER.zip',
  words: 1,
} as const;
const [file] = calledWith(COMMAND).words;
const given = file ?? refuse(COMMAND, 'Il manque le fichier de la copie.');

await withHouse((house) => importCopy(house, given).then(tell, refused));

function tell({ email, read, kept, differing }: Taken): boolean {
  for (const [table, rows] of read) {
    const left = kept.get(table) ?? 0;
    if (rows > left) console.log(`repris  ${titleOf(table)} : ${rows - left} lignes`);
    if (left > 0) console.log(`gardé   ${titleOf(table)} : ${left} lignes, car ${WHY_KEPT[table] ?? WHY_KEPT_ELSE}`);
  }
  console.log('Ce qui est gardé reste dans la copie de ses données. Un rôle dans l’équipe ne vient pas.');
  if (differing.length > 0) console.log(`Autrement qu’avant : ${differing.map(titleOf).join(', ')}.`);
  else console.log('Une copie faite ici est la même, ligne par ligne.');
  console.log(`Le compte est ouvert. Son mot de passe n’est pas venu : ${email} se connecte par un courriel.`);
  return true;
}

function refused(error: unknown): false {
  if (!(error instanceof ArchiveFault)) throw error;
  console.error(`${error.message} Rien n’a été repris.`);
  return false;
}
