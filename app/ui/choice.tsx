import type { ReactNode } from 'react';
import { fieldId } from '~/ui/field';
import { Icon } from '~/ui/icon';

export type Choice = {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: string;
};

type ChoiceGroupProps = {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly error?: string;
  readonly value: string | undefined;
  readonly choices: readonly Choice[];
  /** `rangee`: short choices side by side, as many as fit. */
  readonly layout: 'colonne' | 'rangee';
};

/** One of several. The first radio carries the field's id, so that the error summary leads to it. */
export function ChoiceGroup({ name, legend, hint, error, value, choices, layout }: ChoiceGroupProps) {
  return (
    <fieldset className={`choix ${layout}`} aria-describedby={error && `faute-${name}`}>
      <legend>{legend}</legend>
      {hint && <p className="aide">{hint}</p>}
      {error && (
        <p className="faute" id={`faute-${name}`}>
          <Icon name="alert" /> {error}
        </p>
      )}
      <div>
        {choices.map((choice, index) => (
          <ChoiceLine
            key={choice.value}
            type="radio"
            id={index === 0 ? fieldId(name) : `${fieldId(name)}-${choice.value.replace('#', '')}`}
            name={name}
            checked={choice.value === value}
            {...choice}
          />
        ))}
      </div>
    </fieldset>
  );
}

type CheckboxProps = {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: string;
  readonly error?: string;
  readonly checked: boolean;
};

/** One box; it starts unticked wherever it says yes to something. */
export function Checkbox({ name, label, hint, error, checked }: CheckboxProps) {
  return (
    <div className="choix">
      {error && (
        <p className="faute" id={`faute-${name}`}>
          <Icon name="alert" /> {error}
        </p>
      )}
      <ChoiceLine
        type="checkbox"
        id={fieldId(name)}
        name={name}
        value="on"
        label={label}
        hint={hint}
        checked={checked}
        error={error}
      />
    </div>
  );
}

type LineProps = Choice & {
  readonly type: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly checked: boolean;
  readonly error?: string;
};

function ChoiceLine({ type, id, name, value, label, hint, checked, error }: LineProps) {
  const described = [hint && `${id}-aide`, error && `faute-${name}`].filter(Boolean).join(' ');
  return (
    <div className="option">
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
      />
      <label htmlFor={id}>
        {label}{' '}
        {hint && (
          <span className="aide" id={`${id}-aide`}>
            {hint}
          </span>
        )}
      </label>
    </div>
  );
}
