import { Button } from '~/ui/button';
import { PasswordField } from '~/ui/field';
import { ErrorSummary } from '~/ui/notice';
import { SettingPage } from '~/ui/setting-page';
import { href } from '~/urls';
import { NewPasswordField } from '../new-password-field';

type PasswordPageProps = {
  /** False for whoever has just proven who she is. */
  readonly asksOld: boolean;
  readonly errors: Readonly<Record<string, string>>;
};

export function PasswordPage({ asksOld, errors }: PasswordPageProps) {
  return (
    <SettingPage title="Mon mot de passe">
      <p>
        Après le changement, vos autres appareils seront déconnectés, et nous vous enverrons un courriel pour vous
        prévenir.
      </p>
      <ErrorSummary errors={errors} password="alone" />
      <form method="post" noValidate action={href('password')}>
        {asksOld && (
          <>
            <PasswordField
              name="ancien"
              label="Mot de passe actuel"
              error={errors.ancien}
              autoComplete="current-password"
              required
            />
            <p className="aide">
              Vous ne le retrouvez pas ?{' '}
              <a href={href('proof', {}, { retour: href('password') })}>Recevoir un code par courriel</a>
            </p>
          </>
        )}
        <NewPasswordField label="Nouveau mot de passe" error={errors.mot_de_passe} />
        <Button kind="principal" icon="check">
          Enregistrer ce mot de passe
        </Button>
      </form>
    </SettingPage>
  );
}
