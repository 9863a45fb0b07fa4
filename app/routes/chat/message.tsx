import { editMessage } from '~/chat/commands';
import { canEdit, KEPT_OF_CORRECTION, parseMessage } from '~/chat/rules';
import { namedTooManyInWords } from '~/chat/rules/pace';
import { MessagePage } from '~/chat/views/message-page';
import { anchors } from '~/client/protocol';
import { AppError } from '~/errors';
import { typed } from '~/forms';
import { done, page } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { loadMessage, messagePlace } from '~/routes/chat/load-message';
import type { RoomForMember } from '~/salons/queries/room';
import { href } from '~/urls';

export const loader = members(async ({ context, viewer, params }) => {
  const { room, message } = await loadMessage(context, viewer, params);
  return {
    salon: { id: room.id, name: room.name },
    message,
    viewerId: viewer.id,
    canEdit: room.isActive && canEdit(message, viewer.id, new Date()),
    canDelete: message.author.id === viewer.id || room.role !== 'member',
    pin: pinFor(room, message.id),
  };
});

function pinFor({ role, isActive, pinned }: RoomForMember, messageId: number) {
  if (role === 'member' || !isActive) return null;
  return pinned?.id === messageId ? ('pinned' as const) : ('loose' as const);
}

export const action = membersPost(async ({ context, viewer, params, form }) => {
  const { salonId, messageId } = messagePlace(params);
  const refused = (errors: Readonly<Record<string, string>>) =>
    page({ text: typed(form, 'texte').texte ?? '', errors }, 422);
  const parsed = parseMessage(form);
  if (!parsed.ok) return refused(parsed.errors);
  try {
    await editMessage(context, viewer, salonId, messageId, parsed.value.text);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.detail === 'newcomer_mentions') return refused({ texte: namedTooManyInWords(error.retryAfter ?? 1) });
    if (error.code !== 'conflict') throw error;
    return refused({
      texte: 'Le quart d’heure pour corriger ce message est passé. Vous pouvez écrire un nouveau message.',
    });
  }
  return done(`${href('salon', { salon: salonId }, { message: messageId })}#${anchors.message(messageId)}`);
});

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: ({ salon }) => `Un message · ${salon.name}`,
  keeps: KEPT_OF_CORRECTION,
} satisfies PageHandle<Data>;

export default function MessageRoute() {
  const refused = useActionData<typeof action>();
  return <MessagePage {...useLoaderData<typeof loader>()} draft={refused ?? null} />;
}
