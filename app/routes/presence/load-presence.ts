import type { AppLoadContext } from '@remix-run/node';
import { presenceSettingsFor } from '~/auth/queries/settings';
import { idleDelayOf } from '~/auth/rules/settings';
import type { Viewer } from '~/auth/rules/viewer';

/** One statement. */
export async function loadPresence({ database }: AppLoadContext, viewer: Viewer) {
  const { idleDelay, showsLastSeen } = await database.systemStatement((tx) => presenceSettingsFor(tx, viewer.id));
  return { chosen: viewer.chosenStatus, delay: idleDelayOf(idleDelay), showsLastSeen };
}
