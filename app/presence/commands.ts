/** The verbs of presence. Each wakes the salons whose readers see something else by it. */
import type { Viewer } from '~/auth/rules/viewer';
import type { Database } from '~/db';
import type { Hub } from '~/realtime/hub';
import * as queries from './queries';
import type { Status } from './rules';

type Services = { readonly database: Database; readonly hub: Hub };

/** D13, G09: she did something; if she was shown absent, she no longer is. */
export async function noteActivity({ database, hub }: Services, { id, sessionId }: Viewer): Promise<void> {
  const salons = await database.systemStatement((tx) => queries.noteActivity(tx, id, sessionId));
  for (const salon of salons) hub.wakeTopic(`presence:${salon}`);
}

/** N03, F21: she is seen as what she chose until she chooses again or signs out. @param chosen null: what she does decides */
export async function chooseStatus({ database, hub }: Services, { id }: Viewer, chosen: Status | null): Promise<void> {
  const salons = await database.systemStatement((tx) => queries.chooseStatus(tx, id, chosen));
  for (const salon of salons) hub.wakeTopic(`presence:${salon}`);
}
