import { PasswordField } from '~/ui/field';
import { EXAMPLE } from '../rules/example-password';
import { PASSWORD_MIN } from '../rules/password';

type NewPasswordFieldProps = { readonly label: string; readonly error: string | undefined };

/** A password that is chosen, the same wherever one is. */
export function NewPasswordField({ label, error }: NewPasswordFieldProps) {
  return (
    <PasswordField
      name="mot_de_passe"
      label={label}
      hint={
        <>
          Au moins {PASSWORD_MIN} caractères. Trois mots à vous, qui ne vont pas ensemble, se retiennent bien, un peu
          comme <span className="d-un-tenant">{EXAMPLE}</span>.
        </>
      }
      error={error}
      autoComplete="new-password"
      required
    />
  );
}
