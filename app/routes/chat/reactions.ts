import { toggleReaction } from '~/chat/commands';
import { done } from '~/http/answer';
import { membersPost } from '~/http/route';
import { messagePlace } from '~/routes/chat/load-message';
import { anchors, href } from '~/urls';

export const action = membersPost(async ({ context, viewer, params, form }) => {
  const { salonId, messageId } = messagePlace(params);
  await toggleReaction(context, viewer, salonId, messageId, form.emoji);
  return done(`${href('salon', { salon: salonId }, { message: messageId })}#${anchors.message(messageId)}`);
});
