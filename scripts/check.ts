/** `npm run check`: everything that needs no browser and no load: seconds, before every commit. */
import { CHECKS, runSteps } from './steps';

process.exit(await runSteps([...CHECKS, ['Rules', 'vitest', ['run', '--project', 'unit']]]));
