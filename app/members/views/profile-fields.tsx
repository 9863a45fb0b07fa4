import { ChoiceGroup } from '~/ui/choice';
import { Field, fieldId } from '~/ui/field';
import { INTERESTS } from '../rules/interests';
import { type ProfileValues, SHOWN_TO } from '../rules/profile';

const WHO = Object.entries(SHOWN_TO).map(([value, label]) => ({ value, label }));

type SeenByProps = { readonly name: string; readonly what: string; readonly value: string; readonly error?: string };

export function SeenBy({ name, what, value, error }: SeenByProps) {
  return <ChoiceGroup name={name} legend={what} value={value} error={error} choices={WHO} layout="rangee" />;
}

export function Interests({ values, error }: { readonly values: ProfileValues; readonly error?: string }) {
  return (
    <>
      <fieldset className="choix rangee">
        <legend>Centres d’intérêt</legend>
        <p className="aide">Pour vous proposer des salons, des cours et des personnes qui aiment la même chose.</p>
        <div>
          {Object.entries(INTERESTS).map(([key, label], index) => (
            <div className="option" key={key}>
              <input
                type="checkbox"
                id={index === 0 ? fieldId('interets') : `${fieldId('interets')}-${key}`}
                name="interets"
                value={key}
                defaultChecked={values.interets.includes(key)}
              />
              <label htmlFor={index === 0 ? fieldId('interets') : `${fieldId('interets')}-${key}`}>{label}</label>
            </div>
          ))}
        </div>
      </fieldset>
      <Field
        name="autres"
        label="Autres centres d’intérêt"
        hint="Vos propres mots, séparés par des virgules. Par exemple : opéra, ruches, modèles réduits."
        error={error}
        value={values.autres}
        maxLength={400}
      />
    </>
  );
}
