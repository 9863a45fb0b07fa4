import { publishCourse } from '~/courses/authoring/commands';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { conflictIn, loadCourse } from '~/routes/authors/load-desk';
import { type FlashName, said } from '~/routes/flashes';
import { href } from '~/urls';

export const action = membersPost(async ({ context, viewer, params, form }) => {
  const { id } = await loadCourse(context, viewer, params);
  const published = form.publier === 'on';
  const back = (flash: FlashName) => seeOther(href('deskCourse', { cours: id }, said(flash)));
  try {
    await publishCourse(context, viewer, id, published);
  } catch (error) {
    conflictIn(error);
    return back('cours-vide');
  }
  return back(published ? 'cours-publie' : 'cours-retire');
});
