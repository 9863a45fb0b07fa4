import { browserOf, waitHeaders } from '~/auth/browser';
import { paceOf, stampForm } from '~/auth/commands/form-stamp';
import { pretendSignUp, signUp } from '~/auth/commands/sign-up';
import { safeReturn } from '~/auth/rules/return';
import { parseSignUp } from '~/auth/rules/sign-up';
import { SignUpPage } from '~/auth/views/sign-up';
import { typed } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { anyone, anyonePosts } from '~/http/route';
import { enrolMember } from '~/members/commands/enrol-member';
import { Consent } from '~/members/views/consent';
import type { PageHandle } from '~/root';
import { href } from '~/urls';

export const loader = anyone(async ({ url, viewer, context }) => {
  const back = url.searchParams.get('retour');
  if (viewer) return seeOther(safeReturn(back));
  const stamp = await stampForm(context.database, Date.now());
  return { retour: back === null ? null : safeReturn(back), stamp, providers: [...context.providers.keys()] };
});

/** Everybody lands on « Ouvrez votre messagerie »: a new address, a known one, and a machine (docs/decisions/018). */
export const action = anyonePosts(async ({ context, request, form, url }) => {
  const back = safeReturn(form.retour ?? url.searchParams.get('retour'));
  const pace = await paceOf(context.database, form.debut, Date.now());
  // The stamp of the first page, so that a second sending is not too quick either; a forged one is not kept.
  const kept = pace === 'forged' ? [] : ['debut'];
  const refused = (errors: Readonly<Record<string, string>>) =>
    page({ errors, typed: typed(form, 'nom', 'courriel', 'consentement', ...kept), retour: back }, 422);
  const parsed = parseSignUp(form);
  if (!parsed.ok) return refused(parsed.errors);
  const trapped = typeof form.site === 'string' && form.site !== '';
  if (!trapped && (pace === 'quick' || pace === 'forged')) return refused(TOO_QUICK);
  if (trapped) context.log('sign-up: a hidden field was filled in, nothing was made');
  const browser = browserOf(context, request);
  const wait = await (trapped
    ? pretendSignUp(context, parsed.value, back, browser)
    : signUp(context, enrolMember, parsed.value, back, browser));
  return seeOther(href('waiting', {}, { suite: 1 }), waitHeaders(context.config.origin, wait));
});

const TOO_QUICK = {
  formulaire:
    'Le formulaire est revenu si vite que nous préférons vérifier : relisez-le, écrivez de nouveau votre mot de passe, puis envoyez.',
};

export const handle = {
  title: () => 'Créer mon compte',
  description: () => 'Ouvrez un compte gratuit sur Aurora50 en deux minutes, sans carte bancaire.',
} satisfies PageHandle;

export default function SignUpRoute() {
  const { retour, stamp, providers } = useLoaderData<typeof loader>();
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
      stamp={refused?.typed.debut ?? stamp}
      providers={providers}
      consent={<Consent />}
    />
  );
}
