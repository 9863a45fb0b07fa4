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
import { saveSettings, speaks, typedSettings } from './save-settings';

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

/** The picture, and whatever else the form says: refused in one part, nothing of it is saved. */
export async function sendSalonPicture({ context, viewer, params, request }: Asked) {
  const room = await keptSalon(context, viewer, params);
  const { id: salon } = room;
  const sent = await sentPicture(context, viewer, { folder: 'salon-avatars', salonId: salon }, request);
  const { form } = sent;
  if (sent.is === 'refused' || (sent.is === 'nothing' && !speaks(form))) {
    return page({ errors: sent.errors, ...typedSettings(form) }, sent.status);
  }
  const saved = speaks(form) ? await saveSettings(context, viewer, room, form) : null;
  if (saved && 'errors' in saved) return page({ errors: saved.errors, ...typedSettings(form) }, 422);
  if (sent.is === 'removal') return removeSalonPicture({ context, viewer, params });
  if (sent.is === 'nothing' && saved) return seeOther(saved.to);
  return seeOther(href('salonPictureDraft', { salon }, saved?.said ? said(saved.said) : {}));
}

export async function removeSalonPicture({ context, viewer, params }: Omit<Asked, 'request'>) {
  const { id: salon } = await keptSalon(context, viewer, params);
  await takeSalonPictureAway(context, viewer, salon);
  return seeOther(href('salonSettings', { salon }, said('image-salon-retiree')));
}
