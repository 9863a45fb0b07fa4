/** What `seed:*` and `clean:*` share (X04–X07): their words, and whom they refuse. */
import { isOnThisMachineAlone } from '~/config';
import { environmentOf } from '~/config/environment';
import { migrate, prepareRoles } from '../db/migrate';
import { clean, plant, SeedFault } from '../demo/seeds/plant';
import { NAMED, type Seed } from '../demo/seeds/seeds';
import { type Opened, withDatabase } from './database';
import { calledWith, refuse } from './options.mjs';

type Verb = 'seed' | 'clean';

/** The name (`test-user`, `test-users`, `chat`, `all`) stands in package.json. */
export async function runSeeds(verb: Verb): Promise<void> {
  const what = verb === 'seed' ? 'Ajoute des données d’essai' : 'Retire ce que seed a ajouté, et rien d’autre';
  const command = {
    does: `${what} ; refuse un site de production sans --force.`,
    usage: `Usage : npm run ${verb}:${process.argv[2] ?? 'all'} [-- --force]`,
    options: { force: { type: 'boolean' } },
    words: 1,
  } as const;
  const {
    values: { force = false },
    words: [name = ''],
  } = calledWith(command);
  const seeds = NAMED[name] ?? refuse(command, `« ${name} » n’est pas un jeu de données.`);
  await withDatabase((database) => run(verb, seeds, database, force));
}

async function run(verb: Verb, seeds: readonly Seed[], { url, description }: Opened, force: boolean) {
  const { ORIGIN, HOST, PORT } = process.env;
  const place = { host: HOST || '127.0.0.1', origin: ORIGIN || `http://localhost:${PORT || 3000}` };
  if (environmentOf({ ENVIRONMENT: process.env.ENVIRONMENT }, isOnThisMachineAlone(place)) === 'production' && !force) {
    console.error('Ce site est en production : rien n’a été changé. Ajoutez « -- --force » si c’est vraiment voulu.');
    return false;
  }
  console.log(`Base de données : ${description}`);
  await prepareRoles(url);
  // An empty database may be filled before a site has ever been started on it.
  if (verb === 'seed') await migrate(url);
  try {
    for (const seed of seeds)
      console.log(`  ${await (verb === 'seed' ? planted(url, seed) : cleaned(url, seed, force))}`);
    return true;
  } catch (error) {
    if (!(error instanceof SeedFault)) throw error;
    console.error(error.message);
    return false;
  }
}

async function planted(url: string, seed: Seed): Promise<string> {
  const made = await plant(url, seed, new Date());
  if (!made) return `déjà là : ${seed.title}`;
  return `ajouté : ${seed.title} (${made.members} comptes, ${made.messages} messages)`;
}

async function cleaned(url: string, seed: Seed, force: boolean): Promise<string> {
  const gone = await clean(url, seed, { force });
  return gone === 0 ? `rien à retirer : ${seed.title}` : `retiré : ${seed.title} (${gone} comptes)`;
}
