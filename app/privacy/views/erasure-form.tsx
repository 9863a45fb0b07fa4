/** Asking for an erasure: the choices, and who asks. */
import { Button, LinkButton } from '~/ui/button';
import { ChoiceGroup } from '~/ui/choice';
import { Field, PasswordField } from '~/ui/field';
import { href } from '~/urls';
import type { Leaving } from './erasure-outcome';

/** What the form asks for; null: she has just proven who she is. */
export type Proof = 'password' | 'code' | null;
type FormProps = {
  readonly leaving: Leaving;
  readonly proof: Proof;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
};

/** Of whoever has no password; the proof's own page leads back here. */
export function GetCode() {
  return (
    <form method="post" noValidate action={href('proofCode')}>
      <input type="hidden" name="retour" value={href('erasure')} />
      <p>Vous n’avez pas de mot de passe : un code reçu par courriel dira que c’est bien vous.</p>
      <Button kind="principal" icon="mail">
        M’envoyer un code par courriel
      </Button>
    </form>
  );
}

export function ErasureForm({ leaving, proof, typed, errors }: FormProps) {
  return (
    <form method="post" noValidate action={href('erasure')} className="pile">
      <ChoiceGroup
        name="messages"
        legend="Mes messages dans les salons"
        error={errors.messages}
        value={typed.messages ?? 'effacer'}
        layout="colonne"
        choices={[
          { value: 'effacer', label: 'Effacer leur texte', hint: 'Il restera « message supprimé » à leur place.' },
          {
            value: 'garder',
            label: 'Les laisser, sans mon nom',
            hint: 'Ils seront signés « Ancien membre ». Les conversations restent lisibles.',
          },
        ]}
      />
      {leaving.certificates > 0 && (
        <ChoiceGroup
          name="attestations"
          legend="Mes attestations"
          error={errors.attestations}
          value={typed.attestations ?? 'effacer'}
          layout="colonne"
          choices={[
            { value: 'effacer', label: 'Les effacer', hint: 'Une copie imprimée ne pourra plus être vérifiée.' },
            {
              value: 'garder',
              label: 'Les laisser vérifiables',
              hint: 'Elles portent votre nom. Seules les personnes qui en ont l’adresse les trouvent.',
            },
          ]}
        />
      )}
      {proof === 'code' && (
        <Field
          name="code"
          label="Code à six chiffres"
          hint="Par exemple : 402 917"
          value={typed.code}
          error={errors.code}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={10}
          required
        />
      )}
      {proof === 'password' && (
        <>
          <PasswordField
            name="mot_de_passe"
            label="Votre mot de passe"
            error={errors.mot_de_passe}
            autoComplete="current-password"
            required
          />
          <p className="aide">
            Il vous échappe ? <a href={href('forgottenPassword')}>Choisissez-en un nouveau</a>, puis revenez.
          </p>
        </>
      )}
      <div className="boutons">
        <Button kind="danger">Demander l’effacement de mon compte</Button>
        <LinkButton kind="second" href={href('myData')}>
          Garder mon compte
        </LinkButton>
      </div>
    </form>
  );
}
