import { rollback } from '../db/migrate';
import { withDatabase } from './database';

const steps = Number(process.argv[2] ?? 1);
if (Number.isInteger(steps) && steps > 0) await withDatabase(undo);
else {
  console.error('Usage : npm run db:rollback [-- nombre de migrations à défaire]');
  process.exitCode = 1;
}

async function undo({ url, description }: { url: string; description: string }): Promise<void> {
  console.log(`Base de données : ${description}`);
  const { from, to } = await rollback(url, steps);
  console.log(
    from === to ? 'Il n’y a rien à défaire.' : `Le schéma est revenu de la version ${from} à la version ${to}.`,
  );
}
