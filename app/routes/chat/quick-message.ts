/** A message from a page's script, as long as nothing but « stored » is to be said (`http/quick-post.ts`). */
import { postMessage } from '~/chat/commands';
import { parseMessage } from '~/chat/rules';
import { postsOf } from '~/chat/rules/pace';
import { AppError } from '~/errors';
import { SENT_FROM_PENDING } from '~/http/pending-post';
import type { QuickVerb } from '~/http/quick-post';
import { parseSalonId } from '~/salons/rules';

/** Left to `messages.tsx`: words that were refused, a count of the day to show, and a kept text that is sent after all. */
export const quickMessage: QuickVerb = async (services, viewer, params, form) => {
  const salonId = parseSalonId(params.salon);
  const parsed = parseMessage(form);
  if (!salonId || !parsed.ok || form.quota || form[SENT_FROM_PENDING] !== undefined) return false;
  try {
    await services.pace.take(...postsOf(viewer, services.config.messagesAMinute));
    await postMessage(services, viewer, salonId, parsed.value);
    return true;
  } catch (error) {
    // A refusal leaves nothing behind, and is given again with its words.
    if (error instanceof AppError && error.code !== 'unavailable') return false;
    throw error;
  }
};
