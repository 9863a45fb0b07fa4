import { LESSON_FIELDS, type LessonValues } from '~/courses/views/authoring/lesson-form';
import { type Form, typed } from '~/http/forms';

/** What did not come was empty: also a box that was not ticked. */
export function lessonTyped(form: Form): LessonValues {
  const empty = Object.fromEntries(LESSON_FIELDS.map((name) => [name, ''])) as LessonValues;
  return { ...empty, ...typed(form, ...LESSON_FIELDS) };
}
