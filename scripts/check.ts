/** `npm run check`: everything that needs no browser and no load: seconds, before every commit. */
import { calledWith } from './options.mjs';
import { CHECKS, runTogether } from './steps';

calledWith({
  does: 'Vérifie tout ce qui ne demande ni navigateur ni charge, avant chaque enregistrement.',
  usage: 'Usage : npm run check',
});
process.exit(await runTogether([...CHECKS, ['Rules', '.bin/vitest', ['run', '--project', 'unit']]]));
