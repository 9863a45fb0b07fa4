import type { ReactNode } from 'react';
import { Checkbox, ChoiceGroup } from '~/ui/choice';
import { SIZES } from '~/ui/comfort';
import { Field, fieldId } from '~/ui/field';
import type { ProfileValues } from '../../rules/profile';
import type { Answers, Step } from '../../rules/welcome';
import { GOALS } from '../../rules/welcome';
import { Interests, SeenBy } from '../profile-fields';
import type { Found } from './found';

export type WelcomePageProps = {
  readonly name: string;
  readonly step: Step;
  readonly answers: Answers;
  readonly size: number;
  readonly values: ProfileValues;
  readonly errors: Readonly<Record<string, string>>;
  /** At the end; null before it, and where she has not asked for suggestions. */
  readonly found: Found | null;
  /** The choosing of a photo, drawn by the pictures' own view. */
  readonly photo: ReactNode;
};

type GoalsStepProps = Pick<WelcomePageProps, 'answers'> & { readonly name?: string };

export function GoalsStep({ answers, name }: GoalsStepProps) {
  return (
    <>
      {name && (
        <p className="chapeau">Bonjour {name}. Cinq questions, et vous êtes chez vous. Aucune n’est obligatoire.</p>
      )}
      <fieldset className="choix colonne">
        <legend>{name ? 'Cochez ce qui vous ressemble' : 'Ce qui m’amène'}</legend>
        <p className="aide">
          Pour vous proposer par où commencer. Personne d’autre ne le lit, hormis l’équipe technique.
        </p>
        {Object.entries(GOALS).map(([key, label], index) => (
          <div className="option" key={key}>
            <input
              type="checkbox"
              id={index === 0 ? fieldId('envies') : `${fieldId('envies')}-${key}`}
              name="envies"
              value={key}
              defaultChecked={answers.goals.some((goal) => goal === key)}
            />
            <label htmlFor={index === 0 ? fieldId('envies') : `${fieldId('envies')}-${key}`}>{label}</label>
          </div>
        ))}
      </fieldset>
    </>
  );
}

export function SizeStep({ size, errors }: WelcomePageProps) {
  const choices = Object.entries(SIZES).map(([value, label]) => ({
    value,
    label: <span className={`essai-${value}`}>{label}</span>,
  }));
  return (
    <ChoiceGroup
      name="taille"
      legend="Taille du texte"
      hint="Elle vaut pour tout le site, et se change à tout moment en haut de chaque page."
      value={String(size)}
      error={errors.taille}
      choices={choices}
      layout="colonne"
    />
  );
}

export function TownStep({ values, errors }: WelcomePageProps) {
  return (
    <>
      <Field
        name="ville"
        label="Ville"
        hint="Pour trouver les membres et les salons près de chez vous. La ville seule, sans la rue."
        error={errors.ville}
        value={values.ville}
        maxLength={80}
        autoComplete="address-level2"
      />
      <Field
        name="code_postal"
        label="Code postal"
        hint="Il distingue deux villes du même nom, et personne ne le voit. Par exemple : 25000."
        error={errors.code_postal}
        value={values.code_postal}
        maxLength={20}
        inputMode="numeric"
        autoComplete="postal-code"
      />
      <SeenBy name="ville_vue" what="Qui voit votre ville" value={values.ville_vue} error={errors.ville_vue} />
    </>
  );
}

export function InterestsStep({ values, errors, answers }: WelcomePageProps) {
  return (
    <>
      <Interests values={values} error={errors.autres} />
      <SeenBy
        name="interets_vus"
        what="Qui voit vos centres d’intérêt"
        value={values.interets_vus}
        error={errors.interets_vus}
      />
      <SuggestionsBox checked={answers.suggestions} />
    </>
  );
}

/** Z11: never ticked beforehand. */
export function SuggestionsBox({ checked }: { readonly checked: boolean }) {
  return (
    <Checkbox
      name="suggestions"
      label="Proposez-moi des salons, des personnes et un cours d’après mes réponses"
      hint="Chaque proposition dit pourquoi elle est là. Vos réponses restent ici : elles ne sont ni vendues, ni transmises."
      checked={checked}
    />
  );
}
