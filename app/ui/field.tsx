import type { HTMLInputTypeAttribute, ReactNode } from 'react';
import { classes, data } from '~/client/protocol';
import { Icon } from '~/ui/icon';
import { ScriptWords } from '~/ui/script-words';

/** The id of a field: where the error summary's links lead. */
export function fieldId(name: string): string {
  return `champ-${name}`;
}

type Labelled = {
  readonly name: string;
  readonly label: string;
  /** What to write, with an example; never in a placeholder, which vanishes as soon as one types. */
  readonly hint?: ReactNode;
  readonly error?: string;
};

type FieldProps = Labelled & {
  readonly type?: HTMLInputTypeAttribute;
  readonly value?: string;
  readonly required?: boolean;
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'email' | 'search' | 'numeric';
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly autoCapitalize?: string;
  readonly spellCheck?: boolean;
};

/** One line to fill in: label above, hint under it, fault under that, then the field. */
export function Field({ name, label, hint, error, value, type, ...input }: FieldProps) {
  return (
    <div className="champ">
      <FieldText name={name} label={label} hint={hint} error={error} />
      <input
        id={fieldId(name)}
        name={name}
        type={type ?? 'text'}
        defaultValue={value}
        {...input}
        {...described(name, hint, error)}
      />
    </div>
  );
}

/** A password: pasting allowed, and « Afficher » once the script can do it (`client/toggles.ts`). */
export function PasswordField({ name, label, hint, error, ...input }: Omit<FieldProps, 'type' | 'value'>) {
  return (
    <div className="champ">
      <FieldText name={name} label={label} hint={hint} error={error} />
      <div className="secret">
        <input
          id={fieldId(name)}
          name={name}
          type="password"
          spellCheck={false}
          {...input}
          {...described(name, hint, error)}
        />
        <button
          type="button"
          className="bouton second"
          {...data({ afficher: fieldId(name) })}
          aria-pressed="false"
          hidden
        >
          <Icon name="eye" /> <ScriptWords>Afficher</ScriptWords>
        </button>
      </div>
    </div>
  );
}

type TextAreaProps = Labelled & {
  readonly value?: string;
  readonly rows: number;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  readonly required?: boolean;
};

export function TextArea({ name, label, hint, error, value, rows, ...area }: TextAreaProps) {
  return (
    <div className="champ">
      <FieldText name={name} label={label} hint={hint} error={error} />
      <textarea
        id={fieldId(name)}
        name={name}
        rows={rows}
        dir="auto"
        defaultValue={value}
        {...area}
        {...described(name, hint, error)}
      />
    </div>
  );
}

type SelectProps = Labelled & {
  readonly value?: string;
  readonly options: Readonly<Record<string, string>>;
  /** What stands for "none chosen". */
  readonly empty: string;
};

export function Select({ name, label, hint, error, value, options, empty }: SelectProps) {
  return (
    <div className="champ">
      <FieldText name={name} label={label} hint={hint} error={error} />
      <select id={fieldId(name)} name={name} defaultValue={value ?? ''} {...described(name, hint, error)}>
        <option value="">{empty}</option>
        {Object.entries(options).map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

function FieldText({ name, label, hint, error }: Labelled) {
  return (
    <>
      <label htmlFor={fieldId(name)}>{label}</label>
      {hint && (
        <p className="aide" id={`aide-${name}`}>
          {hint}
        </p>
      )}
      {error && (
        <p className={classes.fault} id={`faute-${name}`}>
          <Icon name="alert" /> {error}
        </p>
      )}
    </>
  );
}

function described(name: string, hint: ReactNode, error: string | undefined) {
  const ids = [hint && `aide-${name}`, error && `faute-${name}`].filter(Boolean).join(' ');
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined };
}
