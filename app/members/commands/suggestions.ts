/** Z11: what is not to be suggested again. */
import type { Viewer } from '~/auth/rules/viewer';
import type { Database } from '~/db';
import * as queries from '../queries/suggestions';

/** Twice is no fault. @param id of a salon, a member or a course */
export function dismissSuggestion(database: Database, viewer: Viewer, id: string): Promise<void> {
  return database.asViewer(viewer.id, (tx) => queries.dismiss(tx, viewer.id, id));
}

/** All of them may come again. */
export function restoreSuggestions(database: Database, viewer: Viewer): Promise<void> {
  return database.asViewer(viewer.id, (tx) => queries.restoreDismissed(tx, viewer.id));
}
