import { startCourse } from '~/courses/commands';
import { standingIn } from '~/courses/queries/reading';
import { lessonToRead } from '~/courses/rules';
import { AppError } from '~/errors';
import { done } from '~/http/answer';
import { membersPost } from '~/http/route';
import { courseAt } from '~/routes/courses/load-course';
import { type FlashName, said } from '~/routes/flashes';
import { href } from '~/urls';

const SAID = { enrolled: 'cours-commence', returned: 'cours-repris', already: undefined } as const;

/** W05: enrols once and leads to the right lesson. */
export const action = membersPost(async ({ context, viewer, form }) => {
  const course = await courseAt(context, viewer, form.cours, (cours) => href('course', { cours }));
  const place = (flash?: FlashName) => href('course', { cours: course.slug }, said(flash));
  try {
    const outcome = await startCourse(context, viewer, course.id);
    const standing = await context.database.asViewer(viewer.id, (tx) => standingIn(tx, viewer.id, course.id));
    const lesson = lessonToRead(course, standing);
    if (!lesson) return done(place(SAID[outcome]));
    return done(href('lesson', { cours: course.slug, numero: lesson.number }, said(SAID[outcome])));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'payment_required') throw error;
    return done(place('cours-premium'));
  }
});
