import { redirect } from '@remix-run/node';
import { ensureProfile } from '~/auth/commands/ensure-profile';
import { membersPost } from '~/http/route';
import { href } from '~/urls';

/** W04. */
export const action = membersPost(async ({ context, viewer }) => {
  await ensureProfile(context, viewer);
  return redirect(href('home'), 303);
});
