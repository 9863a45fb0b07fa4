import type { AppLoadContext } from '@remix-run/node';
import type { Viewer } from '~/auth/rules/viewer';
import { presenceSettingsFor } from '~/members/queries/settings';
import { idleDelayOf } from '~/members/rules/settings';
import { chosenBy } from '~/presence/rules';

/** One statement. */
export async function loadPresence({ database }: AppLoadContext, viewer: Viewer) {
  const { idleDelay, showsLastSeen } = await database.systemStatement((tx) => presenceSettingsFor(tx, viewer.id));
  return { chosen: chosenBy(viewer), delay: idleDelayOf(idleDelay), showsLastSeen };
}
