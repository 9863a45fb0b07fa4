/** What a lesson's state, a length of time and a programme's day are called on every page of the courses. */
import type { Door, Lesson, Standing, Status } from '~/courses/rules';
import { dayInWords, plural, timeOfDay } from '~/ui/format';
import type { IconName } from '~/ui/icons';

const WIDE = '\u00a0';

/** « 15 min », « 1 h », « 2 h 05 » */
export function minutesInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${minutes}${WIDE}min`;
  return rest === 0 ? `${hours}${WIDE}h` : `${hours}${WIDE}h${WIDE}${String(rest).padStart(2, '0')}`;
}

/** « 45 secondes », « 1 minute », « 12 minutes 40 », « 1 heure 2 minutes »: in words, since « 1:00 » is a time of the day too. */
export function placeInVideo(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const inMinutes = plural(minutes, 'minute', 'minutes');
  if (hours > 0) return plural(hours, 'heure', 'heures') + (minutes ? ` ${inMinutes}` : '');
  if (minutes === 0) return plural(rest, 'seconde', 'secondes');
  return inMinutes + (rest ? ` ${rest}` : '');
}

/** « 3 leçons terminées sur 8 » */
export function progressInWords(course: { readonly lessonsCompleted: number; readonly lessonCount: number }): string {
  return `${plural(course.lessonsCompleted, 'leçon terminée', 'leçons terminées')} sur ${course.lessonCount}`;
}

/** D62: « le mardi 14 mai, à 6 h 00 ». */
export function openingDay(date: Date, now: Date): string {
  const day = dayInWords(date, now);
  const when = /^(aujourd|hier)/.test(day) ? day : `le ${day}`;
  // On the hour, nobody says « zéro zéro ».
  return `${when}, à ${timeOfDay(date).replace(/\s00$/, '')}`;
}

const STATUSES: Readonly<Record<Status, { readonly icon: IconName; readonly word: string }>> = {
  not_started: { icon: 'circle', word: 'À lire' },
  in_progress: { icon: 'halfCircle', word: 'En cours' },
  completed: { icon: 'check', word: 'Terminée' },
};

/** A drawing and a word, never one without the other (D64). */
export function lessonState(
  lesson: Lesson,
  standing: Standing,
  door: Door,
  now: Date,
): { readonly icon: IconName; readonly word: string } {
  const own = standing.lessons[lesson.id];
  if (own && own.status !== 'not_started') return STATUSES[own.status];
  if (door === 'open')
    return lesson.isFree && !standing.enrollment ? { icon: 'eye', word: 'Gratuite' } : STATUSES.not_started;
  if (door === 'later' && own?.opensAt) return { icon: 'clock', word: `Disponible ${openingDay(own.opensAt, now)}` };
  if (door === 'paused') return { icon: 'pause', word: 'Après votre pause' };
  return door === 'plan' ? { icon: 'lock', word: 'Premium' } : { icon: 'clock', word: dayOfProgramme(lesson) };
}

/** For somebody who has not begun. */
export function dayOfProgramme(lesson: Lesson): string {
  if (lesson.opensAfterDays === 0) return 'Dès le premier jour';
  return `${plural(lesson.opensAfterDays, 'jour', 'jours')} après le début`;
}
