import { closeOtherDevices } from '~/auth/commands/devices';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const action = membersPost(async ({ context, viewer }) => {
  await closeOtherDevices(context, viewer);
  return seeOther(href('devices', {}, said('sessions-fermees')));
});
