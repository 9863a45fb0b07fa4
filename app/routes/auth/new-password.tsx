import { browserOf, openedHeaders } from '~/auth/browser';
import { chooseNewPassword, lookAtReset } from '~/auth/commands/new-password';
import { parseNewPassword } from '~/auth/rules/password';
import { sessionTopic } from '~/auth/rules/session';
import { DeadLinkPage, NewPasswordPage } from '~/auth/views/link';
import { AppError } from '~/errors';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { anyone, anyonePosts } from '~/http/route';
import type { PageHandle } from '~/root';
import { withWord } from './landing';

export const loader = anyone(async ({ context, params, viewer }) => {
  const link = params.jeton ?? '';
  const owner = await lookAtReset(context, link);
  return page({ email: owner?.email ?? null, link, isSignedIn: viewer !== null }, owner ? null : 404);
});

/** Ends every session, and the streams that were opened with them (A09). */
export const action = anyonePosts(async ({ context, request, params, form }) => {
  const link = params.jeton ?? '';
  const owner = await lookAtReset(context, link);
  if (!owner) return null;
  const parsed = parseNewPassword(form, owner);
  if (!parsed.ok) return page({ errors: parsed.errors }, 422);
  const browser = browserOf(context, request);
  try {
    const { opened, userId, back } = await chooseNewPassword(context, link, parsed.value, browser);
    context.hub.wakeTopic(sessionTopic.of(userId));
    const headers = openedHeaders(context.config.origin, opened, browser);
    return seeOther(withWord(back, 'mot-de-passe-change'), headers);
  } catch (error) {
    // Another window was first.
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
});

export const handle = { title: () => 'Choisir un nouveau mot de passe', isPrivate: true } satisfies PageHandle;

export default function NewPassword() {
  const { email, link, isSignedIn } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  if (email === null) return <DeadLinkPage kind="reset" isSignedIn={isSignedIn} />;
  return <NewPasswordPage link={link} email={email} errors={again?.errors ?? {}} />;
}
