/** D17, D18. */
import type { Viewer } from '~/auth/rules/viewer';
import type { Database } from '~/db';
import { saveWelcome, welcomeOf } from '../queries/welcome';
import { type Answers, BLANK, type Welcome } from '../rules/welcome';

export const welcomeFor = (database: Database, viewer: Viewer): Promise<Welcome> =>
  database.systemStatement((tx) => welcomeOf(tx, viewer.id));

/** What is not given stays. Once finished it stays finished. */
export function answerWelcome(
  database: Database,
  viewer: Viewer,
  given: Partial<Answers>,
  finishes = false,
): Promise<void> {
  return database.asSystem(async (tx) => {
    const { isFinished, answers } = await welcomeOf(tx, viewer.id);
    await saveWelcome(tx, viewer.id, { ...(answers ?? BLANK), ...given }, isFinished || finishes);
  });
}
