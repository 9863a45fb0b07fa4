/** The picture of a salon (B02): its owner and its moderators change it. */
import type { Viewer } from '~/auth/rules/viewer';
import * as queries from '../queries';
import type { Cut } from '../rules/cut';
import { addressOf } from '../rules/picture';
import { cutDraft, forgetBefore, type Services } from './draft';

const folder = 'salon-avatars';

/** False: there is no such draft any more. @throws AppError forbidden (neither owner nor moderator), unavailable */
export async function showSalonDraft(
  services: Services,
  viewer: Viewer,
  { salonId, name }: { readonly salonId: string; readonly name: string },
  cut: Cut,
): Promise<boolean> {
  const isCut = await cutDraft(services, viewer, { folder, salonId, name }, cut);
  if (isCut) await show(services, viewer, salonId, { folder, name });
  return isCut;
}

/** @throws AppError forbidden */
export function takeSalonPictureAway(services: Services, viewer: Viewer, salonId: string): Promise<void> {
  return show(services, viewer, salonId, null);
}

type Picture = { readonly folder: typeof folder; readonly name: string };

async function show(services: Services, viewer: Viewer, salonId: string, picture: Picture | null): Promise<void> {
  const address = picture && addressOf(picture);
  const before = await services.database.asViewer(viewer.id, (tx) => queries.setSalonPicture(tx, salonId, address));
  await forgetBefore(services, before, picture);
}
