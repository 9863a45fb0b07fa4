import { Button } from '~/ui/button';
import { Field, PasswordField } from '~/ui/field';
import { ErrorSummary, Notice } from '~/ui/notice';
import { NarrowPage } from '~/ui/page';
import { href } from '~/urls';

type ProofPageProps = {
  readonly email: string;
  readonly hasPassword: boolean;
  /** A letter with a code has just been asked for. */
  readonly sent: boolean;
  /** The path to come back to. */
  readonly back: string;
  /** A code that was refused, as it was typed. */
  readonly code: string;
  readonly errors: Readonly<Record<string, string>>;
};

/** G06: one question before what cannot be taken back. */
export function ProofPage({ email, hasPassword, sent, back, code, errors }: ProofPageProps) {
  return (
    <NarrowPage title="Est-ce bien vous ?">
      <p>
        Pour protéger votre compte, nous vous le demandons encore une fois avant cette étape. Ensuite, plus rien pendant
        un quart d’heure.
      </p>
      <ErrorSummary errors={errors} password={errors.mot_de_passe ? 'alone' : undefined} />
      {sent && (
        <Notice tone="info">
          <p>
            Nous venons d’écrire à {email}. Le courriel contient un code à six chiffres, valable un quart d’heure. Il
            n’est pas là ? Regardez aussi dans le dossier « indésirables ».
          </p>
        </Notice>
      )}
      {(sent || errors.code) && <CodeForm back={back} typed={code} error={errors.code} />}
      {hasPassword && <PasswordForm back={back} error={errors.mot_de_passe} second={sent} />}
      <form method="post" noValidate action={href('proofCode')} className="suite">
        <input type="hidden" name="retour" value={back} />
        <p>{hasPassword ? 'Vous préférez un code, ou le mot de passe vous échappe ?' : `Votre adresse : ${email}`}</p>
        <Button kind={hasPassword || sent ? 'second' : 'principal'} icon="mail">
          {sent ? 'M’envoyer un nouveau code' : 'M’envoyer un code par courriel'}
        </Button>
      </form>
    </NarrowPage>
  );
}

type PartProps = { readonly back: string; readonly error: string | undefined };

function CodeForm({ back, typed, error }: PartProps & { readonly typed: string }) {
  return (
    <form method="post" noValidate action={href('proof')}>
      <input type="hidden" name="retour" value={back} />
      <Field
        name="code"
        label="Code à six chiffres"
        hint="Par exemple : 402 917"
        value={typed}
        error={error}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={10}
        required
      />
      <Button kind="principal" icon="check">
        Continuer
      </Button>
    </form>
  );
}

function PasswordForm({ back, error, second }: PartProps & { readonly second: boolean }) {
  return (
    <form method="post" noValidate action={href('proof')}>
      <input type="hidden" name="retour" value={back} />
      <PasswordField
        name="mot_de_passe"
        label="Votre mot de passe"
        error={error}
        autoComplete="current-password"
        required
      />
      <Button kind={second ? 'second' : 'principal'} icon="check">
        Continuer avec mon mot de passe
      </Button>
    </form>
  );
}
