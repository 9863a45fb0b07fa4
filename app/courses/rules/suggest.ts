/** Z11: which course is suggested to whom, and why. Pure and synchronous. */
import type { Interest } from '~/members/rules/interests';
import { becauseOf, interestFor, type Wishes } from '~/members/rules/suggestions';
import type { Goal } from '~/members/rules/welcome';
import type { Course } from '../rules';

/** Interests by the pilier that they lead to (D55). */
const LEADS_TO: Readonly<Partial<Record<Interest, number>>> = {
  ...{ marche: 1, velo: 1, natation: 1, yoga: 1, danse: 1 },
  ...{ lecture: 2, jeux: 2, cartes: 2, langues: 2, ecriture: 2, histoire: 2 },
  ...{ petitsEnfants: 3, benevolat: 3 },
  ...{ ordinateur: 5, photo: 5 },
  ...{ cuisine: 6, jardinage: 6 },
  ...{ voyages: 7, peinture: 7, musique: 7, chant: 7, spectacles: 7 },
};

type Chosen = { readonly course: Course; readonly reason: string };

export function suggestedCourse(courses: readonly Course[], wishes: Wishes, goals: readonly Goal[]): Chosen | null {
  const screens = courses.find(({ pillar }) => pillar === 5);
  if (goals.includes('ecrans') && screens)
    return { course: screens, reason: 'Parce que vous voulez être à l’aise avec vos écrans' };
  for (const course of courses) {
    const interest = interestFor(wishes, LEADS_TO, course.pillar);
    if (interest) return { course, reason: becauseOf(interest) };
  }
  const ties = courses.find(({ pillar }) => pillar === 3);
  if (goals.includes('rencontrer') && ties)
    return { course: ties, reason: 'Parce que vous voulez rencontrer des gens' };
  const [first] = courses;
  return first ? { course: first, reason: 'Parce que c’est le premier de nos cours' } : null;
}
