import { Field } from '~/ui/field';

type EmailFieldProps = { readonly value: string; readonly error: string | undefined; readonly hint: string };

/** The address of an account, the same at every door. */
export function EmailField({ value, error, hint }: EmailFieldProps) {
  return (
    <Field
      name="courriel"
      label="Adresse de courriel"
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
