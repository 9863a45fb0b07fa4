/** The verbs of presence. Each wakes the salons whose readers see something else by it. */
import { noteAct } from '~/auth/queries/sessions';
import type { Viewer } from '~/auth/rules/viewer';
import type { Database, Tx } from '~/db';
import { noteLastActivity, saveChosenStatus } from '~/members/queries/presence';
import { presenceTopic } from '~/presence/rules';
import type { Hub } from '~/realtime/hub';
import * as queries from './queries';
import type { Status } from './rules';

type Services = { readonly database: Database; readonly hub: Hub };

/** D13, G09: she did something; if she was shown absent, she no longer is. */
export async function noteActivity({ database, hub }: Services, { id, sessionId }: Viewer): Promise<void> {
  const salons = await database.asSystem((tx) => activityNoted(tx, id, sessionId));
  for (const salon of salons) hub.wakeTopic(presenceTopic.of(salon));
}

/** @returns the salons in which she stops being absent by it */
export async function activityNoted(tx: Tx, userId: string, sessionId: string): Promise<string[]> {
  const wasAway = await queries.isAwayByItself(tx, userId);
  if (!(await noteAct(tx, userId, sessionId)) || !(await noteLastActivity(tx, userId)) || !wasAway) return [];
  return queries.salonsWithStream(tx, userId);
}

/** N03, F21: she is seen as what she chose until she chooses again or signs out. @param chosen null: what she does decides */
export async function chooseStatus({ database, hub }: Services, { id }: Viewer, chosen: Status | null): Promise<void> {
  const salons = await database.asSystem((tx) => statusChosen(tx, id, chosen));
  for (const salon of salons) hub.wakeTopic(presenceTopic.of(salon));
}

/** @returns the salons in which she has a stream open */
export async function statusChosen(tx: Tx, userId: string, chosen: Status | null): Promise<string[]> {
  await saveChosenStatus(tx, userId, chosen);
  return queries.salonsWithStream(tx, userId);
}
