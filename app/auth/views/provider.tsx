import type { ReactNode } from 'react';
import { Button, LinkButton } from '~/ui/button';
import { Checkbox } from '~/ui/choice';
import { Field } from '~/ui/field';
import { ErrorSummary } from '~/ui/notice';
import { NarrowPage } from '~/ui/page';
import { href } from '~/urls';
import { PROVIDER_LABELS, type ProviderName, TRIP_MINUTES } from '../rules/provider';

type ProviderSignUpPageProps = {
  readonly provider: ProviderName;
  readonly email: string;
  /** Where she was going. */
  readonly back: string;
  readonly values: { readonly nom: string; readonly consentement: boolean };
  readonly errors: Readonly<Record<string, string>>;
  /** P01: the sentence of `members/views/consent`. */
  readonly consent: ReactNode;
};

/** Nobody gets an account by pressing « Continuer avec Google »: she is asked first (P01). */
export function ProviderSignUpPage({ provider, email, back, values, errors, consent }: ProviderSignUpPageProps) {
  return (
    <NarrowPage title="Créer mon compte">
      <p>
        {PROVIDER_LABELS[provider]} nous dit que votre adresse est <strong>{email}</strong>. Il n’y a pas encore de
        compte à cette adresse. Vous en avez un ailleurs ? <a href={href('signIn')}>Connectez-vous plutôt</a>.
      </p>
      <ErrorSummary errors={errors} />
      <form method="post" noValidate action={href('providerSignUp')}>
        <input type="hidden" name="retour" value={back} />
        <Field
          name="nom"
          label="Votre nom"
          hint="Celui que les autres membres verront. Par exemple : Monique, ou Monique Berger."
          value={values.nom}
          error={errors.nom}
          autoComplete="name"
          maxLength={80}
          required
        />
        <Checkbox name="consentement" label={consent} checked={values.consentement} error={errors.consentement} />
        <Button kind="principal" icon="check">
          Créer mon compte
        </Button>
      </form>
    </NarrowPage>
  );
}

/** Why a trip to a provider has not ended here. */
export type ProviderTrouble = 'lost' | 'cancelled' | 'refused' | 'away' | 'unverified' | 'unconfirmed' | 'linked';

type ProviderTroublePageProps = { readonly trouble: ProviderTrouble; readonly provider: ProviderName | null };

/** W01: what happened, and the next step, by name. */
export function ProviderTroublePage({ trouble, provider }: ProviderTroublePageProps) {
  const { title, text } = TROUBLES[trouble](provider ? PROVIDER_LABELS[provider] : 'l’autre site');
  return (
    <NarrowPage title={title}>
      <p>{text}</p>
      <div className="boutons">
        {trouble === 'linked' ? (
          <LinkButton kind="principal" href={href('linkedAccounts')}>
            Voir mes comptes reliés
          </LinkButton>
        ) : (
          <>
            <LinkButton kind="principal" href={href('signInLetter')} icon="mail">
              Recevoir un code par courriel
            </LinkButton>
            <LinkButton kind="second" href={href('signIn')}>
              Revenir à la connexion
            </LinkButton>
          </>
        )}
      </div>
      <p className="ensuite">
        Rien ne marche ? <a href={href('lostKeys')}>Tous les chemins pour entrer</a>
      </p>
    </NarrowPage>
  );
}

const TROUBLES: Readonly<
  Record<ProviderTrouble, (label: string) => { readonly title: string; readonly text: string }>
> = {
  lost: () => ({
    title: 'La connexion s’est perdue en route',
    text: `Plus de ${TRIP_MINUTES} minutes ont passé, ou ce navigateur ne garde pas les cookies, ou la page a été ouverte deux fois. Recommencez, ou recevez un code par courriel.`,
  }),
  cancelled: (label) => ({
    title: `Vous n’êtes pas passé par ${label}`,
    text: `Vous avez dit non, ou fermé la page de ${label}. Rien n’a été créé. Vous pouvez entrer autrement.`,
  }),
  refused: (label) => ({
    title: `${label} n’a pas confirmé`,
    text: `${label} ne reconnaît pas cette réponse. Elle a peut-être déjà servi. Recommencez, ou recevez un code par courriel.`,
  }),
  away: (label) => ({
    title: `${label} ne répond pas`,
    text: `Ce n’est pas de votre fait. Réessayez dans quelques minutes, ou recevez tout de suite un code par courriel.`,
  }),
  unverified: (label) => ({
    title: 'Cette adresse n’est pas vérifiée',
    text: `${label} n’a pas vérifié que l’adresse de votre compte est bien à vous. Faites-le là-bas, ou entrez ici avec un code reçu par courriel.`,
  }),
  unconfirmed: () => ({
    title: 'Un compte attend à cette adresse',
    text: 'Il a été ouvert sans que l’adresse soit confirmée. Demandez un courriel : son lien confirme l’adresse et vous fait entrer.',
  }),
  linked: (label) => ({
    title: `Ce compte ${label} est déjà relié`,
    text: `Il ouvre un autre compte d’Aurora50, ou le vôtre est déjà relié à un autre compte ${label}. Retirez d’abord celui-là.`,
  }),
};
