import type { Services } from '~/auth/commands/services';
import type { Viewer } from '~/auth/rules/viewer';
import { insertMissingProfile } from '../queries/profiles';

/** W04: the profile of a migrated account; harmless when there is one, and when it is asked for twice at once. */
export async function ensureProfile({ database }: Pick<Services, 'database'>, viewer: Viewer): Promise<void> {
  await database.systemStatement((tx) => insertMissingProfile(tx, viewer.id));
}
