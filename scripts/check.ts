/** `npm run check`: everything that needs no browser and no load: seconds, before every commit. */
import { CHECKS, runTogether } from './steps';

process.exit(await runTogether([...CHECKS, ['Rules', '.bin/vitest', ['run', '--project', 'unit']]]));
