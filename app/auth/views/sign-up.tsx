import type { ReactNode } from 'react';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/choice';
import { Field } from '~/ui/field';
import { ErrorSummary } from '~/ui/notice';
import { Threshold } from '~/ui/threshold';
import { href } from '~/urls';
import type { ProviderName } from '../rules/provider';
import { EmailField } from './email-field';
import { NewPasswordField } from './new-password-field';
import { ProviderButtons } from './provider-buttons';

type Errors = Readonly<Record<string, string>>;

type SignUpPageProps = {
  readonly values: {
    readonly nom: string;
    readonly courriel: string;
    readonly consentement: boolean;
    readonly retour: string | null;
  };
  readonly errors: Errors;
  /** When the page was made, signed: a form that comes back within three seconds was not filled in by hand. */
  readonly stamp: string;
  readonly providers: readonly ProviderName[];
  /** P01: the sentence of `members/views/consent`. */
  readonly consent: ReactNode;
};

export function SignUpPage({ values, errors, stamp, providers, consent }: SignUpPageProps) {
  return (
    <Threshold title="Créer mon compte">
      <p className="chapeau">C’est gratuit et cela prend deux minutes. Aucune carte bancaire n’est demandée.</p>
      <ErrorSummary errors={errors} password="beside" />
      <form method="post" noValidate action={href('signUp')}>
        {values.retour && <input type="hidden" name="retour" value={values.retour} />}
        <input type="hidden" name="debut" value={stamp} />
        <Honeypot />
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
        <EmailField
          value={values.courriel}
          error={errors.courriel}
          hint="Elle reste entre nous. Par exemple : anne@exemple.fr"
        />
        <NewPasswordField label="Mot de passe" error={errors.mot_de_passe} />
        <Checkbox name="consentement" label={consent} checked={values.consentement} error={errors.consentement} />
        <Button kind="principal" icon="check">
          Créer mon compte
        </Button>
      </form>
      <ProviderButtons providers={providers} retour={values.retour} />
      <p className="ensuite">
        Déjà un compte ? <a href={href('signIn', {}, { retour: values.retour ?? undefined })}>Me connecter</a>
      </p>
    </Threshold>
  );
}

/** C-23: out of sight, out of the tab order, and said plainly to whoever meets it in a text browser. */
function Honeypot() {
  return (
    <div className="piege" aria-hidden="true">
      <label htmlFor="champ-site">Laissez ce champ vide, il ne sert à rien</label>
      <input id="champ-site" name="site" type="text" tabIndex={-1} autoComplete="off" />
    </div>
  );
}
