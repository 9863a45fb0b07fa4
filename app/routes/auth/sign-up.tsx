import { data, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { signUp } from '~/auth/commands/sign-up';
import { safeReturn } from '~/auth/rules/return';
import { parseSignUp } from '~/auth/rules/sign-up';
import { SignUpPage } from '~/auth/views/sign-up';
import { AppError } from '~/errors';
import { FLASH } from '~/http/flash';
import { typed } from '~/http/forms';
import { useLoaderData } from '~/http/page';
import { anyone, anyonePosts } from '~/http/route';
import type { PageHandle } from '~/root';

export const loader = anyone(async ({ url, viewer }) => {
  const back = url.searchParams.get('retour');
  if (viewer) throw redirect(safeReturn(back), 303);
  return { retour: back === null ? null : safeReturn(back) };
});

export const action = anyonePosts(async ({ context, form, url }) => {
  const back = safeReturn(form.retour ?? url.searchParams.get('retour'));
  const refused = (errors: Readonly<Record<string, string>>) =>
    data({ errors, typed: typed(form, 'nom', 'courriel', 'consentement'), retour: back }, 422);
  const parsed = parseSignUp(form);
  if (!parsed.ok) return refused(parsed.errors);
  try {
    const session = await signUp(context, parsed.value, context.ip);
    const welcome = back === '/' ? `/?${FLASH}=bienvenue` : back;
    return redirect(welcome, { status: 303, headers: { 'Set-Cookie': session.cookie } });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    return refused({
      courriel: 'Cette adresse ne peut pas servir à ouvrir un compte. Si elle est à vous, connectez-vous plutôt.',
    });
  }
});

export const handle = {
  title: () => 'Créer mon compte',
  description: () => 'Ouvrez un compte gratuit sur Aurora50 en deux minutes, sans carte bancaire.',
} satisfies PageHandle;

export default function SignUpRoute() {
  const { retour } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <SignUpPage
      values={{
        nom: refused?.typed.nom ?? '',
        courriel: refused?.typed.courriel ?? '',
        consentement: refused?.typed.consentement === 'on',
        retour: refused?.retour ?? retour,
      }}
      errors={refused?.errors ?? {}}
    />
  );
}
