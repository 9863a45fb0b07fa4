import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { ensureProfile } from '~/members/commands/ensure-profile';
import { href } from '~/urls';

/** W04. */
export const action = membersPost(async ({ context, viewer }) => {
  await ensureProfile(context, viewer);
  return seeOther(href('home'));
});
