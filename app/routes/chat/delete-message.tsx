import { deleteMessage } from '~/chat/commands';
import { DeletePage } from '~/chat/views/message-page';
import { anchors } from '~/client/protocol';
import { AppError } from '~/errors';
import { done, seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { loadMessage, messagePlace } from '~/routes/chat/load-message';
import { href } from '~/urls';

const backTo = (salon: string, message: number) =>
  `${href('salon', { salon }, { message })}#${anchors.message(message)}`;

/** Asks first; a message that is already gone has nothing to ask about. */
export const loader = members(async ({ context, viewer, params }) => {
  const { room, message } = await loadMessage(context, viewer, params);
  if (message.isDeleted) return seeOther(backTo(room.id, message.id));
  if (message.author.id !== viewer.id && room.role === 'member') throw new AppError('forbidden', 'author');
  return { salon: { id: room.id, name: room.name }, message };
});

export const action = membersPost(async ({ context, viewer, params }) => {
  const { salonId, messageId } = messagePlace(params);
  await deleteMessage(context, viewer, salonId, messageId);
  return done(backTo(salonId, messageId));
});

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = { title: ({ salon }) => `Supprimer un message · ${salon.name}` } satisfies PageHandle<Data>;

export default function DeleteMessage() {
  return <DeletePage {...useLoaderData<typeof loader>()} />;
}
