import { moveLesson } from '~/courses/authoring/commands';
import { parseDirection } from '~/courses/authoring/rules';
import { AppError } from '~/errors';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { loadLesson } from '~/routes/authors/load-desk';
import { href } from '~/urls';

export const action = membersPost(async ({ context, viewer, params, form }) => {
  const { course, lesson } = await loadLesson(context, viewer, params);
  const direction = parseDirection(form);
  if (!direction) throw new AppError('invalid', 'direction');
  await moveLesson(context, viewer, course.id, lesson.id, direction);
  return seeOther(`${href('deskCourse', { cours: course.id })}#lecon-${lesson.id}`);
});
