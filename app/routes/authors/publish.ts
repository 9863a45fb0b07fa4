import { publishCourse } from '~/courses/authoring/commands';
import { seeOther } from '~/http/answer';
import { FLASH } from '~/http/flash';
import { membersPost } from '~/http/route';
import { conflictIn, loadCourse } from '~/routes/authors/load-desk';
import { href } from '~/urls';

export const action = membersPost(async ({ context, viewer, params, form }) => {
  const { id } = await loadCourse(context, viewer, params);
  const published = form.publier === 'on';
  const back = (flash: string) => seeOther(href('deskCourse', { cours: id }, { [FLASH]: flash }));
  try {
    await publishCourse(context, viewer, id, published);
  } catch (error) {
    conflictIn(error);
    return back('cours-vide');
  }
  return back(published ? 'cours-publie' : 'cours-retire');
});
