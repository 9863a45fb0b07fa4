/** Z11: what is suggested to a member who asked for it; composed here, because salons, people and courses are three domains. */
import type { AppLoadContext } from '@remix-run/node';
import type { Viewer } from '~/auth/rules/viewer';
import type { Course } from '~/courses/rules';
import { suggestedCourse } from '~/courses/rules/suggest';
import { membersToSuggest } from '~/members/queries/cards';
import { commonWith, type Suggestion, type Wishes } from '~/members/rules/suggestions';
import type { Goal } from '~/members/rules/welcome';
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
    return reason ? [{ href: href('member', { membre: member.id }), title: member.name, about, reason }] : [];
  });
}

/** One that she does not follow. No statement. */
export function courseSuggestion(
  courses: readonly Course[],
  followed: readonly string[],
  wishes: Wishes,
  goals: readonly Goal[],
): readonly Suggestion[] {
  const open = courses.filter(({ id }) => !followed.includes(id));
  const chosen = suggestedCourse(open, wishes, goals);
  if (!chosen) return [];
  const { course, reason } = chosen;
  return [{ href: href('course', { cours: course.slug }), title: course.title, about: course.summary, reason }];
}
