/** How far members are, and the journal of it. */
import { randomUUID } from 'node:crypto';
import type { DumpRow } from './reading';
import { firstOf, isFirst, note, time, UUID, whole } from './report';
import type { Plan, Progress } from './types';

type Cells = DumpRow['row'];

/** Seconds; as the columns hold them. */
const DAY = 86_400;

/** The three that say how far somebody is agree afterwards (G32): what is completed is whole and has its moment. */
export function progress(plan: Plan, row: Cells, now: string): string | null {
  const { learning, users, report } = plan;
  const userId = row.user_id?.toLowerCase() ?? '';
  if (!users.has(userId)) return 'sans compte';
  const lesson = learning.lessons.get(row.lesson_id?.toLowerCase() ?? '');
  if (!lesson) return 'sans leçon';
  const key = `${userId} ${lesson.id}`;
  if (learning.progress.has(key)) return 'en double';
  const at = time(row.created_at) ?? now;
  const told = whole(row.completion_percentage, 0, 100) ?? 0;
  const status = statusOf(row, told);
  const completedAt = status === 'completed' ? (time(row.completed_at) ?? time(row.updated_at) ?? at) : null;
  const isMended = (told === 100) !== (status === 'completed') || !!row.completed_at !== (status === 'completed');
  if (isMended) note(report, 'user_lesson_progress', 'avancement et état accordés');
  const given = row.id?.toLowerCase() ?? '';
  learning.progress.set(key, {
    id: UUID.test(given) && isFirst(plan, `progress ${given}`) ? given : randomUUID(),
    ...{ userId, lessonId: lesson.id, courseId: lesson.courseId, status, completedAt },
    percentage: status === 'completed' ? 100 : Math.min(99, status === 'not_started' ? 0 : told),
    ...{ position: whole(row.last_video_position, 0, DAY) ?? 0, seconds: whole(row.watch_time_seconds, 0, 1e9) ?? 0 },
    startedAt: status === 'not_started' ? null : (time(row.started_at) ?? at),
    ...{ at, updatedAt: time(row.updated_at) ?? at },
  });
  return null;
}

function statusOf({ status, completed_at: done, started_at: begun }: Cells, told: number): Progress['status'] {
  if (status === 'completed' || done || told === 100) return 'completed';
  return status === 'in_progress' || begun || told > 0 ? 'in_progress' : 'not_started';
}

/** Once all is read: whoever is in a lesson follows its course, as far as its lessons say. */
export function settleProgress({ learning, report }: Plan): void {
  const courses = new Map([...learning.courses.values()].map((each) => [each.id, each]));
  const done = new Map<string, { count: number; last: string }>();
  for (const { userId, courseId, status, startedAt, completedAt, at } of learning.progress.values()) {
    const key = `${userId} ${courseId}`;
    if (!learning.enrollments.has(key)) {
      note(report, 'user_lesson_progress', 'inscrite au cours de cette leçon');
      const enrolled = { id: randomUUID(), userId, courseId, at: startedAt ?? at, percentage: 0, completedAt: null };
      learning.enrollments.set(key, enrolled);
    }
    if (status !== 'completed' || !completedAt) continue;
    const before = done.get(key) ?? { count: 0, last: '' };
    done.set(key, { count: before.count + 1, last: completedAt > before.last ? completedAt : before.last });
  }
  for (const [key, { count, last }] of done) {
    const enrolled = learning.enrollments.get(key);
    if (!enrolled || enrolled.completedAt) continue;
    enrolled.percentage = Math.floor((100 * count) / (courses.get(enrolled.courseId)?.lessons || count));
    if (enrolled.percentage >= 100) Object.assign(enrolled, { percentage: 100, completedAt: last });
  }
}

const OF_A_LESSON: Readonly<Record<string, string>> = {
  started: 'in_progress',
  watched: 'in_progress',
  restarted: 'in_progress',
  completed: 'completed',
};
const KINDS: Readonly<Record<string, string>> = {
  ...{ started: 'started', start: 'started', lesson_started: 'started', in_progress: 'started' },
  ...{
    watched: 'watched',
    watch: 'watched',
    viewed: 'watched',
    view: 'watched',
    progress: 'watched',
    updated: 'watched',
  },
  ...{ completed: 'completed', complete: 'completed', lesson_completed: 'completed', finished: 'completed' },
  ...{ restarted: 'restarted', reset: 'restarted', enrolled: 'enrolled', enroll: 'enrolled', enrollment: 'enrolled' },
  ...{ left: 'left', returned: 'returned', paused: 'paused', resumed: 'resumed', course_completed: 'course_completed' },
};

/** A row of `user_progress_history`, of which the inventory says the name only. */
export function step(plan: Plan, row: Cells): string | null {
  const { learning, users } = plan;
  const userId = row.user_id?.toLowerCase() ?? '';
  if (!users.has(userId)) return 'sans compte';
  const kind = KINDS[firstOf(row, 'kind', 'action', 'event', 'event_type', 'type', 'new_status', 'status') ?? ''];
  if (!kind) return 'étape inconnue';
  const lesson = learning.lessons.get(row.lesson_id?.toLowerCase() ?? '');
  const courseId = lesson?.courseId ?? learning.courses.get(row.course_id?.toLowerCase() ?? '')?.id;
  if (!courseId) return 'sans cours';
  const status = OF_A_LESSON[kind] ?? null;
  if (status && !lesson) return 'sans leçon';
  const at = time(firstOf(row, 'created_at', 'at', 'recorded_at', 'changed_at', 'timestamp', 'updated_at'));
  if (!at) return 'sans date';
  if (row.id && !isFirst(plan, `step ${row.id}`)) return 'en double';
  learning.history.push({
    ...{ userId, courseId, lessonId: status ? (lesson?.id ?? null) : null, kind, status, at },
    position: whole(firstOf(row, 'position', 'last_video_position', 'video_position'), 0, DAY),
    seconds: whole(firstOf(row, 'seconds', 'watch_time_seconds', 'time_spent_seconds'), 0, DAY) ?? 0,
    percentage: whole(firstOf(row, 'percentage', 'completion_percentage', 'progress'), 0, 100),
  });
  return null;
}
