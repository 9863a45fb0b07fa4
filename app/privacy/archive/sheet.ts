/** A certificate of the copy as a sheet to print. The same row gives the same bytes, on whatever site the copy is made. */
import { sheetOf } from '~/certificates/commands';
import type { Credential, Facts } from '~/certificates/rules';
import type { Row } from './text';

/** Null: a row that was brought along and says nothing that could be drawn. */
export async function certificateSheet(row: Row): Promise<Buffer | null> {
  const credential = row.credential as Credential;
  const address = String(credential.id);
  if (!URL.canParse(address)) return null;
  try {
    return await sheetOf(factsOf(row), credential, new URL(address).origin);
  } catch {
    return null;
  }
}

const factsOf = (row: Row): Facts => ({
  id: String(row.id),
  courseId: String(row.course_id),
  statusIndex: Number(row.status_index),
  memberName: String(row.member_name),
  courseTitle: String(row.course_title),
  courseSummary: String(row.course_summary),
  courseSlug: String(row.course_slug),
  pillarNumber: Number(row.pillar_number),
  lessonCount: Number(row.lesson_count),
  minutes: Number(row.minutes),
  startedAt: new Date(String(row.started_at)),
  completedAt: new Date(String(row.completed_at)),
  issuedAt: new Date(String(row.issued_at)),
});
