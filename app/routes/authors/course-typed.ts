import { type CourseValues, NEW_COURSE } from '~/courses/views/authoring/course-form';
import { type Form, typed } from '~/http/forms';

export function courseTyped(form: Form): CourseValues {
  return { ...NEW_COURSE, semaines: '', ...typed(form, ...Object.keys(NEW_COURSE)) };
}

export const SLUG_TAKEN = 'Un autre cours a déjà cette adresse. Choisissez-en une autre.';
