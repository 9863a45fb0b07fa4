import { completeLesson, restartLesson } from '~/courses/commands';
import { deviceOf } from '~/courses/rules';
import { done } from '~/http/answer';
import { membersPost } from '~/http/route';
import { lessonAt } from '~/routes/courses/load-lesson';
import { type FlashName, said } from '~/routes/flashes';
import { href } from '~/urls';

/** « J’ai terminé cette leçon », or « Recommencer » (C-17, D64). Whoever finishes the course is led to it. */
export const action = membersPost(async ({ context, viewer, params, request, form }) => {
  const { course, lesson } = await lessonAt(context, viewer, params);
  const device = deviceOf(request.headers.get('user-agent'));
  const back = (flash: FlashName) => href('lesson', { cours: course.slug, numero: lesson.number }, said(flash));
  if (form.recommencer) {
    await restartLesson(context, viewer, lesson.id, device);
    return done(back('lecon-recommencee'));
  }
  const { courseFinished, earned, badges } = await completeLesson(context, viewer, course, lesson.id, device);
  if (courseFinished) {
    return done(href('course', { cours: course.slug }, said(earned.course ? 'cours-fini-points' : 'cours-fini')));
  }
  if (!earned.lesson) return done(`${back('lecon-finie')}#fin`);
  return done(`${back(badges.length > 0 ? 'lecon-finie-badge' : 'lecon-finie-points')}#fin`);
});
