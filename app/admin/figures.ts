/** The figures of the team: as the job has counted them, and counted now where it has not run yet. */
import type { Database } from '~/db';
import { type CountedFigures, computeFigures, countedFigures } from './queries/computed-figures';

export async function figuresOfTeam(database: Database): Promise<CountedFigures> {
  return (await database.asSystem(countedFigures)) ?? database.inJob(computeFigures);
}
