import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { href } from '~/urls';

type JoinCodeFormProps = { readonly refused: { readonly code: string; readonly error: string } | null };

/** D34: a code heard on the telephone, typed with or without spaces, in any case of letters. */
export function JoinCodeForm({ refused }: JoinCodeFormProps) {
  return (
    <form method="post" noValidate action={href('joinByCode')} className="par-code">
      <Field
        name="code"
        label="On vous a donné un code ?"
        hint="Saisissez-le ici, majuscules ou minuscules."
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
