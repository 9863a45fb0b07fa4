import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/choice';
import { ErrorSummary } from '~/ui/notice';
import { NarrowPage } from '~/ui/page';
import { href } from '~/urls';
import { EmailField } from './email-field';

type AskPageProps = {
  readonly values: { readonly courriel: string; readonly rester: boolean; readonly retour: string | null };
  readonly errors: Readonly<Record<string, string>>;
};

/** A02: the way in for who has no password at hand. */
export function SignInLetterPage({ values, errors }: AskPageProps) {
  return (
    <NarrowPage title="Recevoir un code par courriel">
      <p className="chapeau">
        Nous vous écrivons tout de suite. Le courriel contient un lien et un code à six chiffres : l’un ou l’autre vous
        fait entrer, sans mot de passe.
      </p>
      <ErrorSummary errors={errors} />
      <form method="post" noValidate action={href('signInLetter')}>
        {values.retour && <input type="hidden" name="retour" value={values.retour} />}
        <EmailField
          value={values.courriel}
          error={errors.courriel}
          hint="Celle de votre inscription. Par exemple : anne@exemple.fr"
        />
        <Checkbox
          name="rester"
          label="Garder mon compte ouvert sur cet appareil"
          hint="À cocher seulement si personne d’autre ne s’en sert."
          checked={values.rester}
        />
        <Button kind="principal" icon="mail">
          Recevoir le courriel
        </Button>
        <p className="ensuite">
          Vous avez votre mot de passe ?{' '}
          <button type="submit" className="discret" formAction={href('signIn')}>
            Me connecter
          </button>
        </p>
      </form>
    </NarrowPage>
  );
}

/** A09. */
export function ForgottenPasswordPage({ values, errors }: AskPageProps) {
  return (
    <NarrowPage title="Mot de passe oublié">
      <p className="chapeau">
        Cela arrive à tout le monde. Nous vous envoyons un courriel avec un lien et un code à six chiffres : l’un ou
        l’autre vous permet d’en choisir un nouveau.
      </p>
      <ErrorSummary errors={errors} />
      <form method="post" noValidate action={href('forgottenPassword')}>
        <EmailField
          value={values.courriel}
          error={errors.courriel}
          hint="Celle de votre inscription. Par exemple : anne@exemple.fr"
        />
        <Button kind="principal" icon="mail">
          Recevoir le courriel
        </Button>
      </form>
      <p className="ensuite">
        Pas besoin de mot de passe pour entrer : vous pouvez aussi{' '}
        <a href={href('signInLetter')}>recevoir un code par courriel</a>.
      </p>
    </NarrowPage>
  );
}

type AddressPageProps = { readonly courriel: string; readonly errors: Readonly<Record<string, string>> };

/** A05: « Mon adresse est fausse ». */
export function AddressPage({ courriel, errors }: AddressPageProps) {
  return (
    <NarrowPage title="Corriger mon adresse">
      <p className="chapeau">
        Un signe oublié, un point de trop : corrigez l’adresse, et un nouveau courriel partira. Le reste de votre
        inscription est gardé.
      </p>
      <ErrorSummary errors={errors} />
      <form method="post" noValidate action={href('address')}>
        <EmailField
          value={courriel}
          error={errors.courriel}
          hint="Relisez-la signe par signe. Par exemple : anne@exemple.fr"
        />
        <Button kind="principal" icon="check">
          Corriger et recevoir le courriel
        </Button>
      </form>
      <p className="ensuite">
        L’adresse était bonne ? <a href={href('waiting')}>Revenir au courriel attendu</a>
      </p>
    </NarrowPage>
  );
}
