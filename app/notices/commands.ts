/** The verbs of notices. */
import type { Viewer } from '~/auth/rules/viewer';
import type { Database } from '~/db';
import * as queries from './queries';
import type { ChosenKind, Reading } from './rules';

type Services = { readonly database: Database };

/** Twice is no fault, and another member's changes nothing. */
export function readNotices({ database }: Services, viewer: Viewer, reading: Reading): Promise<void> {
  return database.asViewer(viewer.id, (tx) =>
    'id' in reading ? queries.markRead(tx, viewer.id, reading.id) : queries.markAllRead(tx, viewer.id, reading.upTo),
  );
}

export function chooseNotices({ database }: Services, viewer: Viewer, refused: readonly ChosenKind[]): Promise<void> {
  return database.asViewer(viewer.id, (tx) => queries.keepRefusals(tx, viewer.id, refused));
}
