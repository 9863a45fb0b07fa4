import { data, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { signIn } from '~/auth/commands/sign-in';
import { safeReturn } from '~/auth/rules/return';
import { parseSignIn } from '~/auth/rules/sign-in';
import { SignInPage } from '~/auth/views/sign-in';
import { demoAccounts } from '~/http/demo-accounts';
import { typed } from '~/http/forms';
import { useLoaderData } from '~/http/page';
import { anyone, anyonePosts } from '~/http/route';
import type { PageHandle } from '~/root';

export const loader = anyone(async ({ url, viewer, context }) => {
  const back = url.searchParams.get('retour');
  if (viewer) throw redirect(safeReturn(back), 303);
  return { retour: back === null ? null : safeReturn(back), demo: demoAccounts(context.config) };
});

/** A wrong password and an unknown address are one fault, in the same words (reliability 10). */
export const action = anyonePosts(async ({ context, form, url }) => {
  const back = form.retour ?? url.searchParams.get('retour');
  const refused = (errors: Readonly<Record<string, string>>) =>
    data({ errors, typed: typed(form, 'courriel', 'rester'), retour: safeReturn(back) }, 422);
  const parsed = parseSignIn(form);
  if (!parsed.ok) return refused(parsed.errors);
  const session = await signIn(context, parsed.value, context.ip);
  if (!session) {
    return refused({
      formulaire: 'L’adresse ou le mot de passe ne correspond pas. Vérifiez les deux, puis réessayez.',
    });
  }
  return redirect(safeReturn(back), { status: 303, headers: { 'Set-Cookie': session.cookie } });
});

export const handle = {
  title: () => 'Me connecter',
  description: () =>
    'Retrouvez vos salons de conversation sur Aurora50, avec votre adresse de courriel et votre mot de passe.',
} satisfies PageHandle;

export default function SignIn() {
  const { retour, demo } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <SignInPage
      values={{
        courriel: refused?.typed.courriel ?? '',
        rester: refused?.typed.rester === 'on',
        retour: refused?.retour ?? retour,
      }}
      errors={refused?.errors ?? {}}
      demo={demo}
    />
  );
}
