import { toggleReaction } from '~/chat/commands';
import { anchors } from '~/client/protocol';
import { done } from '~/http/answer';
import { membersPost } from '~/http/route';
import { messagePlace } from '~/routes/chat/load-message';
import { href } from '~/urls';

export const action = membersPost(async ({ context, viewer, params, form }) => {
  const { salonId, messageId } = messagePlace(params);
  await toggleReaction(context, viewer, salonId, messageId, form.emoji);
  return done(`${href('salon', { salon: salonId }, { message: messageId })}#${anchors.message(messageId)}`);
});
