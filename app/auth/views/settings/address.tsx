import { Button } from '~/ui/button';
import { ErrorSummary, Notice } from '~/ui/notice';
import { SettingPage } from '~/ui/setting-page';
import { href } from '~/urls';
import { UNDO_DAYS } from '../../rules/address';
import { EmailField } from '../email-field';

type AddressPageProps = {
  readonly email: string;
  /** The new address that has not answered yet. */
  readonly waiting: string | null;
  readonly typed: string;
  readonly errors: Readonly<Record<string, string>>;
};

/** D07. */
export function AddressPage({ email, waiting, typed, errors }: AddressPageProps) {
  return (
    <SettingPage title="Mon adresse de courriel">
      <p>
        Votre adresse : <strong>{email}</strong>. Personne d’autre ne la voit.
      </p>
      <ErrorSummary errors={errors} />
      {waiting && (
        <Notice tone="info">
          <p>
            Nous avons écrit à <strong>{waiting}</strong>. Ouvrez ce courriel et appuyez sur le bouton qu’il contient.
            Tant que ce n’est pas fait, rien ne change.
          </p>
          <p>
            Rien n’arrive ? Vérifiez l’adresse ci-dessus et le dossier « indésirables », puis recommencez ci-dessous.
          </p>
        </Notice>
      )}
      <form method="post" noValidate action={href('emailSettings')}>
        <EmailField
          value={typed}
          error={errors.courriel}
          label="Nouvelle adresse de courriel"
          hint="En entier. Par exemple : anne@exemple.fr"
        />
        <Button kind="principal" icon="mail">
          Changer mon adresse
        </Button>
      </form>
      <p className="aide">
        Nous préviendrons aussi votre adresse actuelle. Pendant {UNDO_DAYS} jours, un lien dans ce courriel permet de
        revenir en arrière.
      </p>
    </SettingPage>
  );
}
