/** One message with its salon, for whoever may read it. Two statements. */
import type { AppLoadContext } from '@remix-run/node';
import type { Viewer } from '~/auth/rules/viewer';
import { messageFor } from '~/chat/queries';
import { parseMessageId } from '~/chat/rules';
import { seenBy } from '~/chat/rules/hidden';
import { notFound } from '~/errors';
import { roomFor } from '~/salons/queries/room';
import { parseSalonId } from '~/salons/rules';

type Params = Readonly<Record<string, string | undefined>>;

/** @throws AppError not_found for ids that cannot be any */
export function messagePlace(params: Params): { salonId: string; messageId: number } {
  const salonId = parseSalonId(params.salon);
  const messageId = parseMessageId(params.message);
  if (!salonId || !messageId) throw notFound();
  return { salonId, messageId };
}

export async function loadMessage({ database }: AppLoadContext, viewer: Viewer, params: Params) {
  const { salonId, messageId } = messagePlace(params);
  const [room, message] = await database.asViewer(viewer.id, (tx) =>
    Promise.all([roomFor(tx, viewer.id, salonId), messageFor(tx, salonId, messageId)]),
  );
  const seen = room && message && seenBy(new Set(room.hidden), message);
  if (!seen || seen.isArrival) throw notFound();
  return { room, message: seen };
}
