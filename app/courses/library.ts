/**
 * Q03: what is the same for everybody, kept for ten minutes in this process: the published courses, and what lessons
 * say as HTML. Never who may read it: that is asked of the database at every request. Emptied in every process by the
 * notification `courses:all`, notified by whoever publishes.
 */
import type { Database, Tx } from '~/db';
import type { Hub } from '~/realtime/hub';
import type { Topic } from '~/realtime/topic';
import { type ExternalVideo, externalVideo } from './external-video';
import { type LessonPart, lessonHtml, textHtml } from './markdown';
import { coursesFor } from './queries/courses';
import { lessonWords } from './queries/reading';
import type { Course, LessonWords } from './rules';
import type { LessonSource } from './sources';

export const COURSES_CHANGED = 'courses:all' satisfies Topic;

export type ReadyLesson = {
  readonly version: string;
  readonly html: string;
  readonly parts: readonly LessonPart[];
  readonly transcriptHtml: string;
  readonly hasVideo: boolean;
  readonly videoSeconds: number | null;
  readonly external: ExternalVideo | null;
  readonly sources: readonly LessonSource[];
};

export type Library = {
  /** The published courses, as somebody sees them who is nobody. */
  readonly published: () => Promise<readonly Course[]>;
  /**
   * What a lesson says, in the state `version` that this transaction has just seen. Null: closed to the asker meanwhile.
   * At most one statement, in her transaction.
   */
  readonly lesson: (tx: Tx, lessonId: string, version: string) => Promise<ReadyLesson | null>;
  /** A course's own words, as HTML. */
  readonly description: (course: Course) => string;
  readonly forget: () => void;
};

const TEN_MINUTES = 600_000;
/** A site of a thousand lessons keeps them all: 8 KB each. */
const LESSONS_MAX = 1_000;

type Kept<T> = { readonly value: T; readonly until: number };

/** @param now milliseconds; a clock for tests */
export function createLibrary(database: Database, hub: Pick<Hub, 'listen' | 'onGap'>, now = Date.now): Library {
  let courses: Kept<Promise<readonly Course[]>> | null = null;
  const lessons = new Map<string, Kept<ReadyLesson>>();
  const descriptions = new WeakMap<Course, string>();

  function forget(): void {
    // What is being loaded at this moment may be older than the notification: it is handed to those who wait, and not kept.
    courses = null;
    lessons.clear();
  }

  function published(): Promise<readonly Course[]> {
    if (courses && courses.until > now()) return courses.value;
    const loading = database.asViewer(null, coursesFor);
    courses = { value: loading, until: now() + TEN_MINUTES };
    loading.catch(() => {
      if (courses?.value === loading) courses = null;
    });
    return loading;
  }

  async function lesson(tx: Tx, lessonId: string, version: string): Promise<ReadyLesson | null> {
    const kept = lessons.get(lessonId);
    if (kept && kept.value.version === version && kept.until > now()) return kept.value;
    const words = await lessonWords(tx, lessonId);
    if (!words) return null;
    const ready = readyOf(words);
    if (lessons.size >= LESSONS_MAX) lessons.clear();
    // The version guards it: whatever was loaded late is never served for a newer one.
    lessons.set(lessonId, { value: ready, until: now() + TEN_MINUTES });
    return ready;
  }

  function description(course: Course): string {
    const html = descriptions.get(course) ?? textHtml(course.description);
    descriptions.set(course, html);
    return html;
  }

  hub.listen((topic) => {
    if (topic === COURSES_CHANGED) forget();
  });
  hub.onGap(forget);
  return { published, lesson, description, forget };
}

/** A lesson's words as HTML, and what else its page needs. */
function readyOf({ version, content, transcript, video, videoUrl, videoSeconds, sources }: LessonWords): ReadyLesson {
  return {
    version,
    ...lessonHtml(content),
    transcriptHtml: transcript && textHtml(transcript),
    hasVideo: video !== null,
    videoSeconds,
    external: video === null ? externalVideo(videoUrl) : null,
    sources,
  };
}
