import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { ErrorSummary } from '~/ui/notice';
import { NarrowPage } from '~/ui/page';
import { href } from '~/urls';
import { EmailField } from './email-field';
import { StayCheckbox } from './stay';

type CardSignInPageProps = {
  readonly errors: Readonly<Record<string, string>>;
  readonly values: { readonly courriel: string; readonly code: string; readonly rester: boolean };
};

export function CardSignInPage({ errors, values }: CardSignInPageProps) {
  return (
    <NarrowPage title="Entrer avec ma carte d’accès">
      <p className="chapeau">Recopiez ce qui est écrit sur la carte que vous avez imprimée. Prenez votre temps.</p>
      <ErrorSummary errors={errors} />
      <form method="post" noValidate action={href('cardSignIn')}>
        <EmailField value={values.courriel} error={errors.courriel} hint="Celle qui est écrite sur la carte." />
        <Field
          name="code"
          label="Code de secours"
          hint="Sept groupes de trois signes. Les espaces et les majuscules n’ont pas d’importance."
          value={values.code}
          error={errors.code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
          required
        />
        <StayCheckbox checked={values.rester} />
        <Button kind="principal" icon="key">
          Ouvrir mon compte
        </Button>
      </form>
      <p className="ensuite">
        Pas de carte ? <a href={href('lostKeys')}>Je ne retrouve plus rien</a>
      </p>
    </NarrowPage>
  );
}
