/** The verbs of presence. Each wakes the salons whose readers see something else by it. */
import type { Viewer } from '~/auth/rules/viewer';
import type { Database } from '~/db';
import { presenceTopic } from '~/presence/rules';
import type { Hub } from '~/realtime/hub';
import { actOf, choose } from './queries';
import type { Choice } from './rules';

type Services = { readonly database: Database; readonly hub: Hub };

/** D13, G09: she did something; if she was shown absent, she no longer is. */
export async function noteActivity({ database, hub }: Services, { id, sessionId }: Viewer): Promise<void> {
  const salons = await database.asViewer(id, (tx) => actOf(tx, sessionId));
  for (const salon of salons) hub.wakeTopic(presenceTopic.of(salon));
}

/** N03, F21: she is seen as what she chose until it ends, she chooses again, or she signs out. */
export async function chooseStatus({ database, hub }: Services, { id }: Viewer, choice: Choice): Promise<void> {
  const salons = await database.asViewer(id, (tx) => choose(tx, choice));
  for (const salon of salons) hub.wakeTopic(presenceTopic.of(salon));
}
