import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { href } from '~/urls';

type JoinCodeFormProps = {
  readonly label: string;
  readonly refused: { readonly code: string; readonly error: string } | null;
};

/** D34: a code heard on the telephone, typed with or without spaces, in any case of letters. */
export function JoinCodeForm({ label, refused }: JoinCodeFormProps) {
  return (
    <form method="post" noValidate action={href('joinByCode')} className="par-code">
      <Field
        name="code"
        label={label}
        hint="Majuscules ou minuscules, avec ou sans espaces."
        value={refused?.code}
        error={refused?.error}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        required
      />
      <Button kind="second" icon="key">
        Rejoindre avec ce code
      </Button>
    </form>
  );
}
