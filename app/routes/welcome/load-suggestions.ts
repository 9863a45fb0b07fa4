/** Z11: what is suggested to a member who asked for it; composed here, because salons, people and courses are three domains. */
import type { AppLoadContext } from '@remix-run/node';
import type { Viewer } from '~/auth/rules/viewer';
import type { Course } from '~/courses/rules';
import { suggestedCourse } from '~/courses/rules/suggest';
import { membersToSuggest } from '~/members/queries/cards';
import { commonWith, kindOfDay, type Suggestion, type Wished, type Wishes } from '~/members/rules/suggestions';
import { salonsToSuggest } from '~/salons/queries/lists';
import { categoriesFor, reasonForSalon } from '~/salons/rules/suggest';
import { href } from '~/urls';

/** Salons that she is not in, each with its reason. One statement. */
export async function salonSuggestions(
  { database }: AppLoadContext,
  viewer: Viewer,
  wishes: Wishes,
  most: number,
): Promise<readonly Suggestion[]> {
  const found = await database.asViewer(viewer.id, (tx) =>
    salonsToSuggest(tx, viewer.id, categoriesFor(wishes), wishes.city, most),
  );
  return found.map((salon) => ({
    id: salon.id,
    href: href('lookAtSalon', { salon: salon.id }),
    title: salon.name,
    about: salon.description,
    reason: reasonForSalon(salon, wishes),
  }));
}

/** People with whom she has something in common. One statement. */
export async function peopleSuggestions({ database }: AppLoadContext, viewer: Viewer, wishes: Wishes, most: number) {
  const found = await database.asViewer(viewer.id, (tx) => membersToSuggest(tx, viewer.id, most));
  return found.flatMap((member): Suggestion[] => {
    const reason = commonWith(wishes, member);
    const about = member.bio?.split('\n')[0] ?? '';
    if (!reason) return [];
    return [{ id: member.id, href: href('member', { membre: member.id }), title: member.name, about, reason }];
  });
}

/** One that she neither follows nor has put aside. No statement. */
export function courseSuggestion(
  courses: readonly Course[],
  followed: readonly string[],
  wishes: Wished,
): readonly Suggestion[] {
  const open = courses.filter(
    ({ id, isPublished }) => isPublished && !followed.includes(id) && !wishes.dismissedCourses.includes(id),
  );
  const chosen = suggestedCourse(open, wishes, wishes.answers?.goals ?? []);
  if (!chosen) return [];
  const { course, reason } = chosen;
  const place = href('course', { cours: course.slug });
  return [{ id: course.id, href: place, title: course.title, about: course.summary, reason }];
}

type Known = { readonly courses: readonly Course[]; readonly followed: readonly string[]; readonly now: Date };

/** Home's only one: of the day's kind; where there is none of it, a course. At most one statement. */
export async function suggestionOfDay(
  context: AppLoadContext,
  viewer: Viewer,
  wishes: Wished,
  { courses, followed, now }: Known,
): Promise<Suggestion | null> {
  const [course = null] = courseSuggestion(courses, followed, wishes);
  const kind = kindOfDay(now);
  if (kind === 'course' && course) return course;
  const load = kind === 'person' ? peopleSuggestions : salonSuggestions;
  const [found = course] = await load(context, viewer, wishes, 1);
  return found;
}
