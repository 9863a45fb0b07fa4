import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { restoreSuggestions } from '~/members/commands/suggestions';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

/** Z11. */
export const action = membersPost(async ({ context, viewer }) => {
  await restoreSuggestions(context.database, viewer);
  return seeOther(href('suggestions', {}, said('idees-remises')));
});
