/**
 * A lesson as a page: one statement when its words are kept, two when they are not. Rights are asked in SQL on every
 * request; only then do the kept words serve.
 */
import type { AppLoadContext } from '@remix-run/node';
import type { Viewer } from '~/auth/rules/viewer';
import { openLesson } from '~/courses/commands';
import { readingIn } from '~/courses/queries/reading';
import {
  type Course,
  deviceOf,
  doorOf,
  isFollowing,
  type Lesson,
  parseLessonNumber,
  type Standing,
} from '~/courses/rules';
import { AppError, notFound } from '~/errors';
import { type PageIn, page } from '~/http/answer';
import { isPrefetch } from '~/http/prefetch';
import type { Asked } from '~/http/route';
import { dueOffer } from '~/routes/billing/due-offer';
import { courseAt } from '~/routes/courses/load-course';
import { qrFor } from '~/ui/qr';
import { href } from '~/urls';

/** @throws AppError not_found, or the redirect of an old address */
export async function lessonAt(context: AppLoadContext, viewer: Viewer | null, params: Asked['params']) {
  const number = parseLessonNumber(params.numero);
  if (!number) throw notFound();
  const course = await courseAt(context, viewer, params.cours, (cours) => href('lesson', { cours, numero: number }));
  const lesson = course.lessons.find((each) => each.number === number);
  if (!lesson) throw notFound();
  return { course, lesson };
}

export async function loadLesson({ context, params, url, request }: Asked, viewer: Viewer | null) {
  const { course, lesson } = await lessonAt(context, viewer, params);
  const viewerId = viewer?.id ?? null;
  const { standing, opened, ready } = await context.database.asViewer(viewerId, async (tx) => {
    const { standing, opened } = await readingIn(tx, viewerId, course.id, lesson.id);
    return { standing, opened, ready: opened && (await context.library.lesson(tx, lesson.id, opened.version)) };
  });
  const now = new Date();
  if (!opened || !ready) {
    const offer =
      viewer !== null && doorOf(lesson, standing) === 'plan' && (await dueOffer(context, viewer, 'paid_lessons'));
    return closed(course, lesson, standing, { now, offer });
  }
  remember(context, viewer, course, lesson, standing, request);
  const showExternal = url.searchParams.get('video') === 'ouvrir';
  const address = context.config.origin + href('lesson', { cours: course.slug, numero: lesson.number });
  const open = {
    course,
    lesson,
    standing,
    ready,
    place: { position: opened.position, furthest: opened.furthest, watched: opened.watched },
    note: opened.note,
    startAt: placeAsked(url),
    showExternal,
    now,
    address,
    qrSvg: qrFor(address),
  };
  return page({ closed: null, open }, null, { framed: showExternal && ready.external ? ready.external.origin : null });
}

export type LoadedLesson = PageIn<Awaited<ReturnType<typeof loadLesson>>>;

/** @throws AppError unauthenticated: she may well be a member, whom it would open for; not_found: unpublished this instant */
function closed(course: Course, lesson: Lesson, standing: Standing, shown: { now: Date; offer: boolean }) {
  const door = doorOf(lesson, standing);
  if (door === 'open') throw notFound();
  if (!standing.isSignedIn) throw new AppError('unauthenticated');
  return page({ closed: { course, lesson, standing, door, ...shown }, open: null }, 403);
}

/** After the answer, and only what is new: a lesson begun, another one than the last. */
function remember(
  context: AppLoadContext,
  viewer: Viewer | null,
  course: Course,
  lesson: Lesson,
  standing: Standing,
  request: Request,
): void {
  const isNew = (standing.lessons[lesson.id]?.status ?? 'not_started') === 'not_started';
  const isOther = isFollowing(standing) && standing.enrollment?.lastLessonId !== lesson.id;
  if (!viewer || !course.isPublished || (!isNew && !isOther) || request.method !== 'GET' || isPrefetch(request)) return;
  const device = deviceOf(request.headers.get('user-agent'));
  context.afterAnswer(() => openLesson(context, viewer, lesson.id, device));
}

/** In seconds: « Reprendre à 12:40 ? » was pressed. */
function placeAsked(url: URL): number | null {
  const asked = url.searchParams.get('place') ?? '';
  return /^\d{1,5}$/.test(asked) ? Number(asked) : null;
}
