import { browserOf, waitHeaders } from '~/auth/browser';
import { askSignInLetter } from '~/auth/commands/ask-letter';
import { isFromSignIn, parseLetterAsked } from '~/auth/rules/email';
import { safeReturn } from '~/auth/rules/return';
import { SignInLetterPage } from '~/auth/views/ask-letter';
import { typed } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { anyone, anyonePosts } from '~/http/route';
import type { PageHandle } from '~/root';
import { href } from '~/urls';

export const loader = anyone(async ({ url, viewer }) => {
  const back = url.searchParams.get('retour');
  if (viewer) return seeOther(safeReturn(back));
  return { retour: back === null ? null : safeReturn(back) };
});

/** The same answer for an address without an account, which gets a letter too (reliability 10). */
export const action = anyonePosts(async ({ context, request, form, url }) => {
  const back = safeReturn(form.retour ?? url.searchParams.get('retour'));
  // From the sign-in page, with nothing typed there yet: no fault of hers.
  if (isFromSignIn(form)) return seeOther(href('signInLetter', {}, { retour: back === '/' ? undefined : back }));
  const parsed = parseLetterAsked(form);
  if (!parsed.ok) {
    return page({ errors: parsed.errors, typed: typed(form, 'courriel', 'rester'), retour: back }, 422);
  }
  const wait = await askSignInLetter(context, parsed.value, back, browserOf(context, request));
  return seeOther(href('waiting', {}, { suite: 1 }), waitHeaders(context.config.origin, wait));
});

export const handle = {
  title: () => 'Recevoir un code par courriel',
  description: () => 'Entrez sur Aurora50 sans mot de passe : nous vous écrivons, le lien ou le code vous fait entrer.',
} satisfies PageHandle;

export default function SignInLetter() {
  const { retour } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <SignInLetterPage
      values={{
        courriel: again?.typed.courriel ?? '',
        rester: again?.typed.rester === 'on',
        retour: again?.retour ?? retour,
      }}
      errors={again?.errors ?? {}}
    />
  );
}
