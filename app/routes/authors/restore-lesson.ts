import { restoreLesson } from '~/courses/authoring/commands';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { loadLesson } from '~/routes/authors/load-desk';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const action = membersPost(async ({ context, viewer, params }) => {
  const { course, lesson } = await loadLesson(context, viewer, params);
  await restoreLesson(context, viewer, course.id, lesson.id);
  return seeOther(`${href('deskCourse', { cours: course.id }, said('lecon-remise'))}#lecon-${lesson.id}`);
});
