import { savePlace } from '~/courses/commands';
import { deviceOf, parseWatchedPlace } from '~/courses/rules';
import { typed } from '~/forms';
import { done, fragment, page } from '~/http/answer';
import { membersPost } from '~/http/route';
import { lessonAt } from '~/routes/courses/load-lesson';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export { default, handle, loader } from './lesson';

/**
 * The place in the video (C-18): 204 for the script, 303 for the form. A beacon, which a page sends as it goes and whose
 * answer nobody reads, cannot say who it is by a header, so it says `balise`; without that it would fetch the page again.
 */
export const action = membersPost(async ({ context, viewer, params, request, form }) => {
  const { course, lesson } = await lessonAt(context, viewer, params);
  const parsed = parseWatchedPlace(form);
  if (!parsed.ok) return page({ values: typed(form, 'place_minutes', 'place_secondes'), errors: parsed.errors }, 422);
  await savePlace(context, viewer, lesson.id, parsed.value, deviceOf(request.headers.get('user-agent')));
  if (form.balise) return fragment(null);
  const back = href('lesson', { cours: course.slug, numero: lesson.number }, said('place-gardee'));
  return done(`${back}#video`);
});
