import { Field } from '~/ui/field';

type EmailFieldProps = {
  readonly value: string;
  readonly error: string | undefined;
  readonly hint: string;
  readonly label?: string;
};

/** The address of an account, the same in every sign-in form. */
export function EmailField({ value, error, hint, label = 'Adresse de courriel' }: EmailFieldProps) {
  return (
    <Field
      name="courriel"
      label={label}
      hint={hint}
      type="email"
      inputMode="email"
      autoComplete="email"
      autoCapitalize="none"
      spellCheck={false}
      value={value}
      error={error}
      required
    />
  );
}
