/** What follows from an act once it is stored (D75), and what a member chooses (D72, R24, R26). */
import type { Viewer } from '~/auth/rules/viewer';
import type { Database } from '~/db';
import { addNotice } from '~/notices/queries';
import { href } from '~/urls';
import { insertBadges } from './queries/badges';
import * as choices from './queries/choices';
import { leaveRanking } from './queries/ranking';
import { refreshStats } from './queries/rebuild';
import { badgesDue, type Counts } from './rules/badges';

type Services = { readonly database: Database };

/**
 * Gives the badges that are due after an act that earned, and announces each once. Called behind the transaction of the
 * verb, which stands whatever becomes of this: what is left out now is given after the next act.
 * @param counts null: nothing was earned
 * @returns the ids of those that are new
 */
export async function recognise(
  { database }: Services,
  userId: string,
  counts: Counts | null,
): Promise<readonly string[]> {
  const due = counts ? badgesDue(counts) : [];
  if (due.length === 0) return [];
  return database
    .asSystem(async (tx) => {
      const given = await insertBadges(tx, userId, due);
      for (const { id, title } of due) {
        if (!given.includes(id)) continue;
        const said = `Vous avez un nouveau badge\u202f: «\u202f${title}\u202f».`;
        await addNotice(tx, { whom: userId, kind: 'badge', key: `badge:${id}`, said, leadsTo: href('badges') });
      }
      return given;
    })
    .catch(() => []);
}

/** D72: twice is no fault. What it changes of the days behind is counted anew. */
export async function rest({ database }: Services, viewer: Viewer, act: 'debut' | 'fin'): Promise<void> {
  await database.asViewer(viewer.id, (tx) =>
    act === 'debut' ? choices.beginRest(tx, viewer.id) : choices.endRest(tx, viewer.id),
  );
  await database.systemStatement((tx) => refreshStats(tx, viewer.id));
}

export function showBadges({ database }: Services, viewer: Viewer, areShown: boolean): Promise<void> {
  return database.asViewer(viewer.id, (tx) => choices.showBadges(tx, viewer.id, areShown));
}

/** G28: who leaves is gone from the ranking at once; who comes stands there after the next night. */
export async function takePart({ database }: Services, viewer: Viewer, isRanked: boolean): Promise<void> {
  await database.asViewer(viewer.id, (tx) => choices.takePart(tx, viewer.id, isRanked));
  if (!isRanked) await database.asSystem((tx) => leaveRanking(tx, viewer.id));
}
