/** From the rows of a dump to the rows of this site: what is taken, what is mended, and what is refused with its reason (X16). */

import { activity, badge, stats } from './acts';
import { course, followedCourse, lesson, settleCourses } from './courses';
import { invitation } from './invitations';
import { identity, profile, user } from './people';
import { progress, settleProgress, step } from './progress';
import type { DumpRow } from './reading';
import { lineOf, note } from './report';
import { member, salon, settleOwners } from './salons';
import { settleCounts, settlePlaces } from './settle';
import { message, reaction, settleMessages } from './talk';
import type { Plan, Report, Site } from './types';

type Cells = DumpRow['row'];
type Reader = (plan: Plan, row: Cells, now: string, site: Site) => string | null;

/** In the order of their keys. */
const READERS: Readonly<Record<string, Reader>> = {
  'auth.users': user,
  'auth.identities': identity,
  profiles: profile,
  salons: salon,
  salon_members: member,
  salon_invitations: invitation,
  chat_messages: message,
  message_reactions: reaction,
  courses: course,
  lessons: lesson,
  enrollments: followedCourse,
  user_courses: followedCourse,
  user_lesson_progress: progress,
  user_progress_history: step,
  user_stats: stats,
  user_achievements: badge,
  user_activities: activity,
};
/** What follows once all rows of a table are read. */
const AFTER: Readonly<Record<string, (plan: Plan) => void>> = {
  salon_members: settleOwners,
  lessons: settleCourses,
  user_lesson_progress: settleProgress,
  message_reactions: settleMessages,
};

const NOTHING: Site = { courses: new Map(), lessons: new Map() };

/**
 * Kept until all rows are there: a dump's order is not that of the keys.
 * @param site what this site has before
 */
export async function planOf(rows: AsyncIterable<DumpRow>, now: string, site: Site = NOTHING): Promise<Plan> {
  const kept = new Map<string, Cells[]>(Object.keys(READERS).map((table) => [table, []]));
  const report: Report = new Map();
  for await (const { table, row } of rows) {
    lineOf(report, table).read += 1;
    const rowsOfTable = kept.get(table);
    if (rowsOfTable) rowsOfTable.push(row);
    else note(report, table, 'cette table n’est pas reprise');
  }
  const plan = emptyPlan(report);
  for (const [table, read] of Object.entries(READERS)) {
    for (const row of kept.get(table) ?? []) {
      const refusal = read(plan, row, now, site);
      if (refusal) note(report, table, refusal);
      else lineOf(report, table).taken += 1;
    }
    kept.delete(table);
    AFTER[table]?.(plan);
  }
  settlePlaces(plan);
  settleCounts(plan);
  return plan;
}

const emptyPlan = (report: Report): Plan => ({
  ...{ users: new Map(), identities: [], salons: new Map(), members: new Map(), invitations: [] },
  ...{ messages: [], reactions: new Map(), shown: [], pictures: [] },
  learning: { courses: new Map(), lessons: new Map(), enrollments: new Map(), progress: new Map(), history: [] },
  play: { activities: [], points: new Map(), badges: [] },
  ...{ report, met: new Set(), general: { id: null } },
});
