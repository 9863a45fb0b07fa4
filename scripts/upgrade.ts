/**
 * `npm run upgrade` (C-24, O13–O16), in the folder of the new version: backup, migrations, a new process beside the old, its
 * health, and then the change; or everything as it was. What is under way is written down first, so that a run that was cut
 * off is taken up by the next one, which knows where to go back to.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type BackupHouse, makeBackup } from '~/operating/commands/backup';
import {
  keepUpgrade,
  type PrimaryState,
  removeUpgrade,
  stateOf,
  type Upgrade,
  upgradeIn,
} from '~/server/primary-state';
import { MigrationFault, migrate, pendingMigrations, rollbackTo, versionOf } from '../db/migrate';
import { projectRoot } from '../db/project-root';
import { withHouse } from './house';
import { calledWith } from './options.mjs';

calledWith({
  does: 'Met le site en service dans la version de ce dossier, sans l’arrêter : sauvegarde, migrations, essai, relève ; ou retour.',
  usage: 'Usage : npm run upgrade',
});

/** ms: every process may take a minute to be ready, and ten seconds to end. */
const SWITCHED_WITHIN = 15 * 60_000;
const LOOK_EVERY = 100;

await withHouse(async (house) => {
  const primary = stateOf(house.config.dataDir);
  if (!primary) return refuse(NO_PRIMARY);
  const key = house.config.operating.backupKey;
  if (!key)
    return refuse(
      'BACKUP_KEY manque : sans sauvegarde il n’y a pas de retour. « npm run backup -- --new-key » en donne une.',
    );
  const upgrade = await begun(house, key);
  try {
    const pending = await pendingMigrations(house.url);
    await migrate(house.url);
    console.log(pending.length === 0 ? 'Migrations : aucune.' : `Migrations : ${pending.join(', ')}.`);
  } catch (error) {
    // One transaction: nothing of it is there.
    removeUpgrade(house.config.dataDir);
    if (error instanceof MigrationFault) return refuse(`${error.message}\nLe site continue comme avant.`);
    throw error;
  }
  return changed(house, primary, upgrade);
});

const NO_PRIMARY =
  'Aucun site ne tourne ici à plusieurs processus : la relève demande WEB_CONCURRENCY=2 ou plus, et les mêmes réglages que lui. Sans cela : npm run backup, puis arrêtez le site et lancez la nouvelle version.';

/** A run that was cut off has its backup, and says from which schema it came. */
async function begun({ config, url, ...house }: BackupHouse, key: string): Promise<Upgrade> {
  const before = upgradeIn(config.dataDir);
  if (before) console.log('La mise à jour précédente n’est pas allée au bout : elle reprend.');
  const from = before?.from ?? (await versionOf(url));
  const backup = before?.backup ?? (await makeBackup({ config, url, ...house }, key, new Date())).path;
  const upgrade = { root: projectRoot(), from, backup };
  keepUpgrade(config.dataDir, upgrade);
  console.log(`Sauvegarde : ${backup}`);
  return upgrade;
}

async function changed(
  { config, url }: BackupHouse,
  { pid, takeOvers }: PrimaryState,
  upgrade: Upgrade,
): Promise<boolean> {
  process.kill(pid, 'SIGUSR2');
  const last = await settled(config.dataDir, takeOvers);
  if (last?.outcome === 'switched') {
    removeUpgrade(config.dataDir);
    console.log(`La nouvelle version sert. Au prochain démarrage, lancez-la depuis ${upgrade.root}.`);
    return true;
  }
  console.error(`La nouvelle version n’a pas pu servir : ${last?.reason ?? 'le site n’a pas répondu'}.`);
  try {
    await rollbackTo(url, upgrade.from);
    removeUpgrade(config.dataDir);
    return refuse(`Le schéma est revenu à la version ${upgrade.from} ; le site continue comme avant.`);
  } catch (error) {
    console.error(error instanceof MigrationFault ? error.message : error);
    return refuse(
      `Le schéma n’a pas pu revenir. Arrêtez le site, puis : npm run restore -- ${upgrade.backup} --yes --replace`,
    );
  }
}

/** Null: nobody has answered in time. */
async function settled(dataDir: string, before: number): Promise<PrimaryState['last']> {
  for (let waited = 0; waited < SWITCHED_WITHIN; waited += LOOK_EVERY) {
    const state = stateOf(dataDir);
    if (!state) return null;
    if (state.takeOvers > before) return state.last;
    await pause(LOOK_EVERY);
  }
  return null;
}

function refuse(words: string): false {
  console.error(words);
  return false;
}
