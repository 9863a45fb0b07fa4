import { rollback } from '../db/migrate';
import { withDatabase } from './database';
import { calledWith, refuse } from './options.mjs';

const COMMAND = {
  does: 'Défait les dernières migrations de la base de données : une, ou le nombre donné.',
  usage: 'Usage : npm run db:rollback [-- nombre de migrations à défaire]',
  words: 1,
} as const;
const [given = '1'] = calledWith(COMMAND).words;
const steps = Number(given);
if (!(Number.isInteger(steps) && steps > 0)) refuse(COMMAND, `« ${given} » n’est pas un nombre de migrations.`);
await withDatabase(undo);

async function undo({ url, description }: { url: string; description: string }): Promise<void> {
  console.log(`Base de données : ${description}`);
  const { from, to } = await rollback(url, steps);
  console.log(
    from === to ? 'Il n’y a rien à défaire.' : `Le schéma est revenu de la version ${from} à la version ${to}.`,
  );
}
