import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { changeMind } from '~/privacy/commands/ask';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

/** Pressed twice, it says the same. */
export const action = membersPost(async ({ context, viewer }) => {
  await changeMind(context, viewer);
  return seeOther(href('myData', {}, said('effacement-annule')));
});
