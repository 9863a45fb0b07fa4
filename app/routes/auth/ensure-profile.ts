import { ensureProfile } from '~/auth/commands/ensure-profile';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { href } from '~/urls';

/** W04. */
export const action = membersPost(async ({ context, viewer }) => {
  await ensureProfile(context, viewer);
  return seeOther(href('home'));
});
