/** Reliability 8, in hours: without and with « Garder mon compte ouvert ». */
import { parseUuid } from '~/forms';
import { topicKind } from '~/realtime/topic';
import type { Sessions } from '../../../db/schema';

export const SESSION_HOURS = 24;
export const STAYING_SESSION_HOURS = 90 * 24;
export const SESSION_MAX_DAYS = 180;

/** G06, in minutes: how long a fresh proof counts. */
export const PROOF_MINUTES = 15;

/** In minutes: a use of the session is written down no more often than this. */
export const NOTED_EVERY_MINUTES = 5;

/** In seconds: pages that were under way when the session got its new key are not signed out. */
export const RENAMED_GRACE_SECONDS = 30;

/** As it stands on the page « Mes appareils connectés ». */
/** Its handle names the session in an address and opens nothing; its device is null until it has shown a page. */
export type SessionCard = Readonly<Pick<Sessions, 'handle' | 'device' | 'lastUsedAt' | 'stays'>> & {
  readonly startedAt: Date;
  /** The one that asks. */
  readonly current: boolean;
};

/** A handle as it comes from an address. */
export const parseHandle = parseUuid;

/** Sessions of this member have ended or changed; or the session of this id has. */
export const sessionTopic = topicKind('session');
