import type { Course, Lesson } from '~/courses/rules';
import { href } from '~/urls';

/** What is free, and where the rest is said with its price. */
export function PremiumNote({ course }: { readonly course: Course }) {
  return (
    <p className="note">
      {freeInWords(course.lessons)} <a href={href('plans')}>Les formules et leurs prix</a>
    </p>
  );
}

/** « Les leçons 1 et 2 sont gratuites. Les autres font partie de Premium. » */
function freeInWords(lessons: readonly Lesson[]): string {
  const free = lessons.filter(({ isFree }) => isFree).map(({ number }) => String(number));
  if (free.length === 0) return 'Toutes les leçons de ce cours font partie de Premium.';
  const which =
    free.length === 1 ? `La leçon\u00a0${free[0]} est gratuite.` : `Les leçons ${LIST.format(free)} sont gratuites.`;
  return free.length === lessons.length ? which : `${which} Les autres font partie de Premium.`;
}

const LIST = new Intl.ListFormat('fr');
