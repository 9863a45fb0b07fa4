import { closeDevice } from '~/auth/commands/devices';
import { parseHandle } from '~/auth/rules/session';
import { notFound } from '~/errors';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

/** Whoever closes the device under her hands is signed out: the next page says so. */
export const action = membersPost(async ({ context, viewer, params }) => {
  const handle = parseHandle(params.session);
  if (!handle) throw notFound();
  const own = await closeDevice(context, viewer, handle);
  if (own) return seeOther(href('home', {}, said('au-revoir')));
  return seeOther(href('devices', {}, said('session-fermee')));
});
