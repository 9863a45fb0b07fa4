import { sessionTopic } from '~/auth/rules/session';
import { notFound } from '~/errors';
import type { Hub } from '~/realtime/hub';
import * as queries from '../queries/sessions';
import type { SessionCard } from '../rules/session';
import type { Viewer } from '../rules/viewer';
import type { Services } from './services';

type Devices = Pick<Services, 'database'> & { readonly hub: Hub };

/** Where this member is signed in, the asking device first. */
export function devicesOf({ database }: Devices, viewer: Viewer): Promise<SessionCard[]> {
  return database.systemStatement((tx) => queries.sessionsOf(tx, viewer.id, viewer.sessionId));
}

/**
 * Ends one session of the member's own; its streams are notified and close.
 * @returns whether it was the asking one
 * @throws AppError not_found, also for another member's
 */
export async function closeDevice({ database, hub }: Devices, viewer: Viewer, handle: string): Promise<boolean> {
  const own = await database.systemStatement((tx) => queries.handleOf(tx, viewer.sessionId));
  if (!(await database.systemStatement((tx) => queries.deleteSessionByHandle(tx, viewer.id, handle)))) throw notFound();
  hub.wakeTopic(sessionTopic.of(viewer.id));
  return own === handle;
}

/** Ends all of the member's sessions but the asking one, and wakes their streams. */
export async function closeOtherDevices({ database, hub }: Devices, viewer: Viewer): Promise<void> {
  await database.systemStatement((tx) => queries.deleteOtherSessions(tx, viewer.id, viewer.sessionId));
  hub.wakeTopic(sessionTopic.of(viewer.id));
}
