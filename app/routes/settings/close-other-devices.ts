import { closeOtherDevices } from '~/auth/commands/devices';
import { seeOther } from '~/http/answer';
import { FLASH } from '~/http/flash';
import { membersPost } from '~/http/route';
import { href } from '~/urls';

export const action = membersPost(async ({ context, viewer }) => {
  await closeOtherDevices(context, viewer);
  return seeOther(href('devices', {}, { [FLASH]: 'sessions-fermees' }));
});
