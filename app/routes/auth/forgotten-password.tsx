import { browserOf, waitHeaders } from '~/auth/browser';
import { askResetLetter } from '~/auth/commands/ask-letter';
import { isFromSignIn, parseLetterAsked } from '~/auth/rules/email';
import { ForgottenPasswordPage } from '~/auth/views/ask-letter';
import { typed } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData } from '~/http/page';
import { anyone, anyonePosts } from '~/http/route';
import type { PageHandle } from '~/root';
import { href } from '~/urls';

/** Also for who is signed in: whoever has forgotten her password may be so on another device only. */
export const loader = anyone(async () => null);

/** Always the same answer (A09). */
export const action = anyonePosts(async ({ context, request, form }) => {
  if (isFromSignIn(form)) return seeOther(href('forgottenPassword'));
  const parsed = parseLetterAsked(form);
  if (!parsed.ok) return page({ errors: parsed.errors, typed: typed(form, 'courriel') }, 422);
  const wait = await askResetLetter(context, parsed.value, browserOf(context, request));
  return seeOther(href('waiting', {}, { suite: 1 }), waitHeaders(context.config.origin, wait));
});

export const handle = {
  title: () => 'Mot de passe oublié',
  description: () => 'Choisissez un nouveau mot de passe pour votre compte Aurora50, par courriel.',
} satisfies PageHandle;

export default function ForgottenPassword() {
  const again = useActionData<typeof action>();
  return (
    <ForgottenPasswordPage
      values={{ courriel: again?.typed.courriel ?? '', rester: false, retour: null }}
      errors={again?.errors ?? {}}
    />
  );
}
