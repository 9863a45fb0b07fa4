import { pauseCourse, resumeCourse } from '~/courses/commands';
import { done } from '~/http/answer';
import { membersPost } from '~/http/route';
import { courseAt } from '~/routes/courses/load-course';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

/** C-19: `reprendre` ends the pause. */
export const action = membersPost(async ({ context, viewer, params, form }) => {
  const course = await courseAt(context, viewer, params.cours, (cours) => href('course', { cours }));
  await (form.reprendre ? resumeCourse : pauseCourse)(context, viewer, course.id);
  return done(href('course', { cours: course.slug }, said(form.reprendre ? 'cours-repris' : 'cours-en-pause')));
});
