import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/choice';
import { PasswordField } from '~/ui/field';
import { ErrorSummary, Notice } from '~/ui/notice';
import { Threshold } from '~/ui/threshold';
import { href } from '~/urls';
import { EmailField } from './email-field';

type Errors = Readonly<Record<string, string>>;

type SignInPageProps = {
  readonly values: { readonly courriel: string; readonly rester: boolean; readonly retour: string | null };
  readonly errors: Errors;
  /** The demonstration's accounts, all with one password; null on a real site. */
  readonly demo: { readonly emails: readonly string[]; readonly password: string } | null;
};

export function SignInPage({ values, errors, demo }: SignInPageProps) {
  return (
    <Threshold title="Me connecter" beside={demo && <DemoNotice {...demo} />}>
      <p className="chapeau">Vos salons sont restés comme vous les avez laissés.</p>
      <ErrorSummary errors={errors} />
      <form method="post" action={href('signIn')}>
        {values.retour && <input type="hidden" name="retour" value={values.retour} />}
        <EmailField
          value={values.courriel}
          error={errors.courriel}
          hint="Celle de votre inscription. Par exemple : anne@exemple.fr"
        />
        <PasswordField
          name="mot_de_passe"
          label="Mot de passe"
          error={errors.mot_de_passe}
          autoComplete="current-password"
          required
        />
        <Checkbox
          name="rester"
          label="Ne plus me demander le mot de passe sur cet appareil"
          hint="À cocher seulement si personne d’autre ne s’en sert."
          checked={values.rester}
        />
        <Button kind="principal" icon="signIn">
          Me connecter
        </Button>
      </form>
      <p className="ensuite">
        Pas encore de compte ? <a href={href('signUp', {}, { retour: values.retour ?? undefined })}>Créer mon compte</a>
      </p>
    </Threshold>
  );
}

function DemoNotice({ emails, password }: NonNullable<SignInPageProps['demo']>) {
  return (
    <Notice tone="info">
      <p>Ce site est une démonstration. Vous pouvez entrer avec l’un de ces comptes :</p>
      <ul>
        {emails.map((email) => (
          <li key={email}>{email}</li>
        ))}
      </ul>
      <p>
        Le mot de passe est le même pour tous : <strong>{password}</strong>
      </p>
    </Notice>
  );
}
