import { data } from '@remix-run/node';
import { savePlace } from '~/courses/commands';
import { deviceOf, parseWatchedPlace } from '~/courses/rules';
import { typed } from '~/forms';
import { FLASH } from '~/http/flash';
import { done, membersPost } from '~/http/route';
import { lessonAt } from '~/routes/courses/load-lesson';
import { href } from '~/urls';

export { default, handle, loader } from './lesson';

/**
 * The place in the video (C-18): 204 for the script, 303 for the form. A beacon, which a page sends as it goes and whose
 * answer nobody reads, cannot say who it is by a header, so it says `balise`; without that it would fetch the page again.
 */
export const action = membersPost(async ({ context, viewer, params, request, form }) => {
  const { course, lesson } = await lessonAt(context, viewer, params);
  const parsed = parseWatchedPlace(form);
  if (!parsed.ok) return data({ values: typed(form, 'place_minutes', 'place_secondes'), errors: parsed.errors }, 422);
  await savePlace(context, viewer, lesson.id, parsed.value, deviceOf(request.headers.get('user-agent')));
  if (form.balise) context.reply = new Response(null, { status: 204 });
  const back = href('lesson', { cours: course.slug, numero: lesson.number }, { [FLASH]: 'place-gardee' });
  return done(context, `${back}#video`);
});
