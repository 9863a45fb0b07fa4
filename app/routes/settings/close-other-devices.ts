import { redirect } from '@remix-run/node';
import { closeOtherDevices } from '~/auth/commands/devices';
import { FLASH } from '~/http/flash';
import { membersPost } from '~/http/route';
import { href } from '~/urls';

export const action = membersPost(async ({ context, viewer }) => {
  await closeOtherDevices(context, viewer);
  return redirect(href('devices', {}, { [FLASH]: 'sessions-fermees' }), 303);
});
