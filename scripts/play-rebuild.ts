import { openDatabase } from '~/db';
import { rebuildStats } from '~/play/queries/rebuild';
import { plural } from '~/ui/format';
import { withDatabase } from './database';
import { calledWith } from './options.mjs';

calledWith({
  does: 'Recompte les points, les niveaux et les séries de jours à partir du journal de chaque membre.',
  usage: 'Usage : npm run play:rebuild',
});

await withDatabase(async ({ url }) => {
  const database = openDatabase(url, { viewers: 1, systems: 1 });
  try {
    const differed = await database.asSystem(rebuildStats);
    console.log(
      differed === 0
        ? 'Tout était juste : aucune ligne n’a changé.'
        : `${plural(differed, 'ligne différait', 'lignes différaient')} du journal, et ne diffère${differed > 1 ? 'nt' : ''} plus.`,
    );
  } finally {
    await database.close();
  }
});
