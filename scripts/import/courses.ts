/** Courses, their lessons, and who follows them. A course that this site has under the same address is that one. */
import { randomUUID } from 'node:crypto';
import { slugFrom } from '~/courses/authoring/rules';
import type { DumpRow } from './reading';
import { firstOf, isFirst, isTrue, note, short, time, UUID, whole } from './report';
import type { Course, Plan, Site } from './types';

type Cells = DumpRow['row'];

export function course(plan: Plan, row: Cells, now: string, site: Site): string | null {
  const former = row.id?.toLowerCase() ?? '';
  if (!UUID.test(former)) return 'numéro illisible';
  if (plan.learning.courses.has(former)) return 'en double';
  const title = titled(row.title, 120);
  if (!title) return 'sans titre';
  const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(row.slug ?? '') ? (row.slug ?? '').slice(0, 80) : slugFrom(title);
  const here = site.courses.get(slug);
  if (here) note(plan.report, 'courses', 'ce site a ce cours : suivi comme celui d’ici');
  if (!isFirst(plan, `course ${slug}`)) return 'adresse en double';
  const pillar = Number(row.pillar_number);
  const isKnown = Number.isInteger(pillar) && pillar >= 1 && pillar <= 7;
  if (!here && !isKnown) note(plan.report, 'courses', 'pilier inconnu : mis dans le premier');
  plan.learning.courses.set(former, {
    ...{ id: here ?? former, isNew: !here, slug, title, description: short(row.description, 20_000) ?? '' },
    ...{ summary: short(row.short_description, 300) ?? '', emoji: short(row.emoji, 16) },
    ...{ colors: short(row.color_gradient, 200), pillar: isKnown ? pillar : 1 },
    ...{ place: whole(row.order_index, 0, 9_999) ?? 0, weeks: whole(row.duration_weeks, 1, 104) ?? 4 },
    ...{ isPublished: isTrue(row.is_published), at: time(row.created_at) ?? now },
    lessons: [...site.lessons.keys()].filter((key) => key.startsWith(`${here} `)).length,
  });
  return null;
}

/** At least three letters, or null. */
function titled(value: string | null | undefined, most: number): string | null {
  const title = short(value, most);
  return title && [...title].length < 3 ? `Cours ${title}` : title;
}

export function lesson(plan: Plan, row: Cells, now: string, site: Site): string | null {
  const { learning, report } = plan;
  const former = row.id?.toLowerCase() ?? '';
  if (!UUID.test(former)) return 'numéro illisible';
  if (learning.lessons.has(former)) return 'en double';
  const of = learning.courses.get(row.course_id?.toLowerCase() ?? '');
  if (!of) return 'sans cours';
  const number = whole(row.lesson_number, 1, 999);
  const here = site.lessons.get(`${of.id} ${number}`);
  if (!of.isNew && !here) return 'le cours de ce site n’a pas cette leçon';
  if (!of.isNew) note(report, 'lessons', 'ce site a cette leçon : suivie comme celle d’ici');
  const title = titled(row.title, 160) ?? `Leçon ${number ?? ''}`.trim();
  const placed = number !== null && isFirst(plan, `number ${of.id} ${number}`) ? number : freeNumber(plan, of);
  if (placed !== number) note(report, 'lessons', 'numéro pris ou absent : mise à la suite');
  learning.lessons.set(former, {
    ...{ id: here ?? former, isNew: of.isNew, courseId: of.id, title, number: placed },
    ...{ slug: slugOf(plan, of, title, placed), content: (row.content ?? '').slice(0, 200_000) },
    ...{ videoUrl: /^https:\/\/\S{1,480}$/.test(row.video_url ?? '') ? (row.video_url ?? null) : null },
    ...{ minutes: whole(row.duration_minutes, 1, 600) ?? 15, offset: whole(row.release_day_offset, 0, 730) ?? 0 },
    ...{ isFree: isTrue(row.is_free), at: time(row.created_at) ?? now },
  });
  if (row.video_url && !/^https:\/\/\S{1,480}$/.test(row.video_url)) note(report, 'lessons', 'vidéo sans adresse sûre');
  return null;
}

function freeNumber(plan: Plan, { id }: Course): number {
  let number = 1;
  while (!isFirst(plan, `number ${id} ${number}`)) number += 1;
  return number;
}

function slugOf(plan: Plan, { id }: Course, title: string, number: number): string {
  const slug = slugFrom(title).slice(0, 70).replace(/-+$/, '') || 'lecon';
  if (isFirst(plan, `lesson ${id} ${slug}`)) return slug;
  return `${slug}-${number}`;
}

/** Once all lessons are read: how many each new course has. */
export function settleCourses({ learning }: Plan): void {
  const byId = new Map([...learning.courses.values()].map((each) => [each.id, each]));
  for (const { courseId, isNew } of learning.lessons.values()) {
    const of = isNew ? byId.get(courseId) : undefined;
    if (of) of.lessons += 1;
  }
}

/** A row of `enrollments`; and of `user_courses`, of which the inventory says the name only. */
export function followedCourse(plan: Plan, row: Cells, now: string): string | null {
  const { learning, users } = plan;
  const userId = row.user_id?.toLowerCase() ?? '';
  if (!users.has(userId)) return 'sans compte';
  const of = learning.courses.get(row.course_id?.toLowerCase() ?? '');
  if (!of) return 'sans cours';
  const key = `${userId} ${of.id}`;
  if (learning.enrollments.has(key)) return 'déjà inscrite à ce cours';
  const given = row.id?.toLowerCase() ?? '';
  const id = UUID.test(given) && isFirst(plan, `enrollment ${given}`) ? given : randomUUID();
  const at = time(firstOf(row, 'enrolled_at', 'started_at', 'created_at')) ?? now;
  const done = time(row.completed_at) ?? (row.status === 'completed' ? at : null);
  learning.enrollments.set(key, {
    ...{ id, userId, courseId: of.id, at },
    ...{ percentage: done ? 100 : 0, completedAt: done },
  });
  return null;
}
