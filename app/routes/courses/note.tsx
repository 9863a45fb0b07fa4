import { keepNote } from '~/courses/commands';
import { KEPT_OF_NOTE, parseNote } from '~/courses/rules';
import { typed } from '~/forms';
import { done, page } from '~/http/answer';
import { membersPost } from '~/http/route';
import { lessonAt } from '~/routes/courses/load-lesson';
import { said } from '~/routes/flashes';
import { href } from '~/urls';
import { handle as lesson } from './lesson';

export { default, loader } from './lesson';

export const handle = { ...lesson, keeps: KEPT_OF_NOTE };

export const action = membersPost(async ({ context, viewer, params, form }) => {
  const { course, lesson } = await lessonAt(context, viewer, params);
  const parsed = parseNote(form);
  if (!parsed.ok) return page({ values: { note: '', ...typed(form, 'note') }, errors: parsed.errors }, 422);
  await keepNote(context, viewer, lesson.id, parsed.value);
  const back = href('lesson', { cours: course.slug, numero: lesson.number }, said('note-gardee'));
  return done(`${back}#notes`);
});
