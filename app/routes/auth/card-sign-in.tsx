import { browserOf, openedHeaders } from '~/auth/browser';
import { signInByCard } from '~/auth/commands/access-card';
import { parseCardSignIn } from '~/auth/rules/card';
import { CardSignInPage } from '~/auth/views/card-sign-in';
import { typed } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData } from '~/http/page';
import { anyone, anyonePosts } from '~/http/route';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = anyone(async () => null);

/** A wrong code and an unknown address are one fault, in the same words (reliability 10). The code is not shown again. */
export const action = anyonePosts(async ({ context, form, request }) => {
  const refused = (errors: Readonly<Record<string, string>>) =>
    page({ errors, typed: typed(form, 'courriel', 'code', 'rester') }, 422);
  const parsed = parseCardSignIn(form);
  if (!parsed.ok) return refused(parsed.errors);
  const browser = browserOf(context, request);
  const opened = await signInByCard(context, parsed.value, browser);
  if (!opened) {
    return refused({
      formulaire: 'Cette carte n’ouvre aucun compte. Vérifiez l’adresse et le code. Une carte sert une seule fois.',
    });
  }
  const headers = openedHeaders(context.config.origin, opened, browser);
  return seeOther(href('accessCard', {}, said('carte-utilisee')), headers);
});

export const handle = {
  title: () => 'Entrer avec ma carte d’accès',
  description: () => 'Ouvrez votre compte Aurora50 avec la carte d’accès que vous avez imprimée.',
} satisfies PageHandle;

export default function CardSignIn() {
  const refused = useActionData<typeof action>();
  const { courriel = '', code = '', rester } = refused?.typed ?? {};
  return <CardSignInPage errors={refused?.errors ?? {}} values={{ courriel, code, rester: rester === 'on' }} />;
}
