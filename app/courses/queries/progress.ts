/** What changes by learning: through the functions that are the only writers of it (R21, R23, G32). */
import type { Tx } from '~/db';
import type { Device, Status } from '../rules';

/** Null: no such course for the asker. @throws AppError payment_required (`course`: nothing in it is free) */
export async function startCourse(tx: Tx, courseId: string): Promise<'enrolled' | 'returned' | 'already' | null> {
  const [found] = await tx<{ outcome: 'enrolled' | 'returned' | 'already' }[]>`
    select outcome
    from start_course(${courseId})`;
  return found?.outcome ?? null;
}

/** Null: the asker does not follow this course. False: nothing to change. */
export async function changeEnrollment(
  tx: Tx,
  courseId: string,
  act: 'pause' | 'resume' | 'leave',
): Promise<boolean | null> {
  const [found] = await tx<{ changed: boolean | null }[]>`
    select change_enrollment(${courseId}, ${act}) as changed`;
  return found?.changed ?? null;
}

export type Recorded = {
  readonly status: Status;
  /** 0 to 100. */
  readonly percentage: number;
  /** Null for somebody who does not follow the course. */
  readonly coursePercentage: number | null;
  /** True once: for the call that finished it. */
  readonly lessonFinished: boolean;
  readonly courseFinished: boolean;
};

export type Act = {
  readonly act: 'open' | 'watch' | 'complete' | 'restart';
  readonly position?: number;
  readonly watched?: number;
  readonly device: Device;
};

/** G32: the one writer of progress. Null: the lesson is closed to the asker, or not there. */
export async function recordProgress(tx: Tx, lessonId: string, done: Act): Promise<Recorded | null> {
  const [found] = await tx<Recorded[]>`
    select
      new_status as status, new_percentage as percentage, course_percentage, lesson_finished, course_finished
    from record_progress(${lessonId}, ${done.act}, ${done.position ?? null}, ${done.watched ?? null}, ${done.device})`;
  return found ?? null;
}

/** R19: only where the lesson may be read. */
export async function keepNote(tx: Tx, viewerId: string, lessonId: string, note: string): Promise<void> {
  await tx`
    insert into lesson_notes (user_id, lesson_id, content)
    values (${viewerId}, ${lessonId}, ${note})
    on conflict (user_id, lesson_id) do update
    set content = excluded.content`;
}

export async function dropNote(tx: Tx, viewerId: string, lessonId: string): Promise<void> {
  await tx`
    delete from lesson_notes
    where user_id = ${viewerId} and lesson_id = ${lessonId}`;
}
