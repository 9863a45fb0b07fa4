import { browserOf, waitHeaders } from '~/auth/browser';
import { askConfirmation } from '~/auth/commands/ask-letter';
import { accountOf } from '~/auth/queries/accounts';
import { parseLetterAsked } from '~/auth/rules/email';
import { AppError } from '~/errors';
import { seeOther } from '~/http/answer';
import { anyonePosts } from '~/http/route';
import { href } from '~/urls';

/** W06: the confirmation again, signed in or not; the answer is the same for every address (G19). */
export const action = anyonePosts(async ({ context, request, form, viewer }) => {
  const parsed = parseLetterAsked(form);
  const hers = viewer && (await context.database.systemStatement((tx) => accountOf(tx, viewer.id)));
  const email = parsed.ok ? parsed.value.email : hers?.email;
  if (!email) throw new AppError('invalid', 'email');
  const wait = await askConfirmation(context, email, browserOf(context, request));
  return seeOther(href('waiting', {}, { suite: 1 }), waitHeaders(context.config.origin, wait));
});
