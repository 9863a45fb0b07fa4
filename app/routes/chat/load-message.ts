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

export async function loadMessage(context: AppLoadContext, viewer: Viewer, params: Params) {
  const { room, seen } = await loadReported(context, viewer, params);
  if (!seen) throw notFound();
  return { room, message: seen };
}

/**
 * Also one of somebody whom she does not see: she may have read it before one of the two blocked the other, and may report
 * it still. `seen` is null then: its words are not shown to her.
 */
export async function loadReported({ database }: AppLoadContext, viewer: Viewer, params: Params) {
  const { salonId, messageId } = messagePlace(params);
  const [room, message] = await database.asViewer(viewer.id, (tx) =>
    Promise.all([roomFor(tx, viewer.id, salonId), messageFor(tx, salonId, messageId)]),
  );
  if (!room || !message || message.isArrival) throw notFound();
  return { room, message, seen: seenBy(new Set(room.hidden), message) };
}
