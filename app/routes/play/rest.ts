import { AppError } from '~/errors';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { rest } from '~/play/commands';
import { parseRest } from '~/play/rules/streak';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

/** D72: illness, travel. */
export const action = membersPost(async ({ context, viewer, form }) => {
  const act = parseRest(form);
  if (!act) throw new AppError('invalid', 'pause');
  await rest(context, viewer, act);
  return seeOther(href('myCourses', {}, said(act === 'debut' ? 'repos-commence' : 'repos-fini')));
});
