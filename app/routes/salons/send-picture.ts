/** The picture of a salon, from the form on the page of its settings (B02): a file with its own type of body. */
import type { Viewer } from '~/auth/rules/viewer';
import { AppError, notFound } from '~/errors';
import { takeSalonPictureAway } from '~/files/commands/salon';
import { page, seeOther } from '~/http/answer';
import type { AskedByMember } from '~/http/route';
import { sentPicture } from '~/routes/files/send-picture';
import { said } from '~/routes/flashes';
import { roomFor } from '~/salons/queries/room';
import { parseSalonId } from '~/salons/rules';
import { keeps } from '~/salons/rules/keeping';
import { href } from '~/urls';

type Asked = Pick<AskedByMember, 'context' | 'viewer' | 'params' | 'request'>;

export const isFile = (request: Request): boolean =>
  (request.headers.get('content-type') ?? '').startsWith('multipart/form-data');

/** The salon for who keeps it. @throws AppError not_found (not a member), forbidden (neither owner nor moderator) */
export async function keptSalon(context: AskedByMember['context'], viewer: Viewer, params: AskedByMember['params']) {
  const salonId = parseSalonId(params.salon);
  const room = salonId && (await context.database.asViewer(viewer.id, (tx) => roomFor(tx, viewer.id, salonId)));
  if (!room) throw notFound();
  if (!keeps(room.role)) throw new AppError('forbidden', 'salon_role');
  return room;
}

export async function sendSalonPicture({ context, viewer, params, request }: Asked) {
  const { id: salon } = await keptSalon(context, viewer, params);
  const sent = await sentPicture(context, viewer, { folder: 'salon-avatars', salonId: salon }, request);
  if (sent.is === 'refused') return page({ errors: sent.errors, values: null }, sent.status);
  if (sent.is === 'kept') return seeOther(href('salonPictureDraft', { salon }));
  return removeSalonPicture({ context, viewer, params });
}

export async function removeSalonPicture({ context, viewer, params }: Omit<Asked, 'request'>) {
  const { id: salon } = await keptSalon(context, viewer, params);
  await takeSalonPictureAway(context, viewer, salon);
  return seeOther(href('salonSettings', { salon }, said('image-salon-retiree')));
}
