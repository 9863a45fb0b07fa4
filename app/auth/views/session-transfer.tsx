import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { ofBefore } from '~/ui/format';
import { ErrorSummary } from '~/ui/notice';
import { NarrowPage } from '~/ui/page';
import { href } from '~/urls';
import { StayCheckbox } from './stay';

type ByCodeProps = {
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: string;
  readonly stays: boolean;
};

/** For a device without a camera. */
export function SessionTransferCodePage({ errors, typed, stays }: ByCodeProps) {
  return (
    <NarrowPage title="Ouvrir ma session ici">
      <p className="chapeau">
        Votre compte est déjà ouvert sur un autre appareil ? Là-bas, allez dans « Mes réglages », puis « Passer sur un
        autre appareil ». Un code s’affiche : recopiez-le ici.
      </p>
      <ErrorSummary errors={errors} />
      <form method="post" noValidate action={href('sessionTransferCode')}>
        <Field
          name="code"
          label="Code affiché sur l’autre appareil"
          hint="Huit signes, par exemple : 7KM2 PX4D. Les majuscules n’ont pas d’importance."
          value={typed}
          error={errors.code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={30}
          required
        />
        <StayCheckbox checked={stays} />
        <Button kind="principal" icon="signIn">
          Ouvrir ma session ici
        </Button>
      </form>
    </NarrowPage>
  );
}

type ByLinkProps = { readonly token: string; readonly name: string };

/** Behind the QR code: the page opens nothing, its button does (C-01). */
export function SessionTransferLinkPage({ token, name }: ByLinkProps) {
  return (
    <NarrowPage title="Ouvrir ma session ici">
      <p>
        Cet appareil va ouvrir le compte {ofBefore(name)}
        <strong>{name}</strong>. Ce n’est pas vous ? Fermez simplement cette page.
      </p>
      <form method="post" noValidate action={href('sessionTransferLink', { jeton: token })}>
        <StayCheckbox checked={false} />
        <Button kind="principal" icon="signIn">
          Ouvrir ma session ici
        </Button>
      </form>
    </NarrowPage>
  );
}
