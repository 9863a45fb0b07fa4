import { browserOf, mayKeepNoCookies, openedHeaders } from '~/auth/browser';
import { signIn } from '~/auth/commands/sign-in';
import { safeReturn } from '~/auth/rules/return';
import { parseSignIn } from '~/auth/rules/sign-in';
import { SignInPage } from '~/auth/views/sign-in';
import { typed } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { demoAccounts } from '~/http/demo-accounts';
import { useActionData, useLoaderData } from '~/http/page';
import { anyone, anyonePosts } from '~/http/route';
import type { PageHandle } from '~/root';
import { href } from '~/urls';

export const loader = anyone(async ({ url, viewer, context }) => {
  const back = url.searchParams.get('retour');
  if (viewer) return seeOther(safeReturn(back));
  return {
    retour: back === null ? null : safeReturn(back),
    demo: demoAccounts(context.config),
    providers: [...context.providers.keys()],
  };
});

/** A wrong password and an unknown address are one fault, in the same words (reliability 10). */
export const action = anyonePosts(async ({ context, request, form, url }) => {
  const back = safeReturn(form.retour ?? url.searchParams.get('retour'));
  const again = (errors: Readonly<Record<string, string>>, refused = false) =>
    page({ errors, refused, typed: typed(form, 'courriel', 'rester'), retour: back }, 422);
  // From the page that asks for a letter, where no password is typed: the address comes along, and is no fault.
  if ('courriel' in form && !('mot_de_passe' in form))
    return page({ errors: {}, refused: false, typed: typed(form, 'courriel', 'rester'), retour: back }, 200);
  const parsed = parseSignIn(form);
  // Also for browsers that send every button to the form's own address: the ways without a password then follow.
  if (!parsed.ok) return again(parsed.errors, !parsed.errors.courriel);
  const browser = browserOf(context, request);
  const opened = await signIn(context, parsed.value, browser);
  if (!opened) return again(REFUSED, true);
  const to = mayKeepNoCookies(request) ? href('arrival', {}, { retour: back }) : back;
  return seeOther(to, openedHeaders(context.config.origin, opened, browser));
});

const REFUSED = {
  formulaire:
    'L’adresse ou le mot de passe ne correspond pas. Vérifiez les deux, et les majuscules. Sous le formulaire, deux façons d’entrer sans mot de passe.',
};

export const handle = {
  title: () => 'Me connecter',
  description: () =>
    'Retrouvez vos salons de conversation sur Aurora50, avec votre mot de passe ou avec un code reçu par courriel.',
} satisfies PageHandle;

export default function SignIn() {
  const { retour, demo, providers } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <SignInPage
      values={{
        courriel: again?.typed.courriel ?? '',
        rester: again?.typed.rester === 'on',
        retour: again?.retour ?? retour,
      }}
      errors={again?.errors ?? {}}
      refused={again?.refused ?? false}
      demo={demo}
      providers={providers}
    />
  );
}
