import { arrivalCookie, arrivalIn } from '~/auth/arrival-cookie';
import { browserOf, openedHeaders } from '~/auth/browser';
import { arrivalBehind, signUpFromProvider } from '~/auth/commands/provider-sign-in';
import { parseProviderSignUp } from '~/auth/rules/identity';
import { safeReturn } from '~/auth/rules/return';
import { ProviderSignUpPage } from '~/auth/views/provider';
import { AppError } from '~/errors';
import { typed } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { anyone, anyonePosts } from '~/http/route';
import { enrolMember } from '~/members/commands/enrol-member';
import { Consent } from '~/members/views/consent';
import type { PageHandle } from '~/root';
import { href } from '~/urls';
import { withWord } from './landing';

/** Nobody waits here: sign-in says how to begin. */
export const loader = anyone(async ({ context, request, url }) => {
  const arrival = await arrivalBehind(context, arrivalIn(request));
  if (!arrival) return seeOther(href('signIn'));
  const { provider, email, name } = arrival;
  return { provider, email, name: name ?? '', back: safeReturn(url.searchParams.get('retour')) };
});

export const action = anyonePosts(async ({ context, request, url, form }) => {
  const back = safeReturn(form.retour ?? url.searchParams.get('retour'));
  const parsed = parseProviderSignUp(form);
  if (!parsed.ok) return page({ errors: parsed.errors, typed: typed(form, 'nom', 'consentement'), back }, 422);
  const browser = browserOf(context, request);
  const opened = await signUpFromProvider(context, enrolMember, arrivalIn(request), parsed.value, browser).catch(
    (error) => {
      if (error instanceof AppError && error.code === 'conflict') return null;
      throw error;
    },
  );
  const { origin } = context.config;
  if (!opened) return seeOther(href('signIn'));
  const headers = openedHeaders(origin, opened, browser);
  headers.append('Set-Cookie', arrivalCookie('', origin));
  return seeOther(withWord(back, 'bienvenue'), headers);
});

export const handle = { title: () => 'Créer mon compte', isPrivate: true } satisfies PageHandle;

export default function ProviderSignUp() {
  const { provider, email, name, back } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { nom = name, consentement } = refused?.typed ?? {};
  return (
    <ProviderSignUpPage
      provider={provider}
      email={email}
      back={refused?.back ?? back}
      values={{ nom, consentement: consentement === 'on' }}
      errors={refused?.errors ?? {}}
      consent={<Consent />}
    />
  );
}
