import type { ReactNode } from 'react';
import { classes } from '~/client/protocol';
import { fieldId } from '~/ui/field';
import { Icon } from '~/ui/icon';
import type { IconName } from '~/ui/icons';

export type Tone = 'info' | 'succes' | 'alerte';
/** What the last act has done, told once on the next page. */
export type Flash = { readonly tone: Tone; readonly text: string };

const MARKS: Readonly<Record<Tone, { icon: IconName; word: string }>> = {
  info: { icon: 'info', word: 'À savoir' },
  succes: { icon: 'check', word: 'C’est fait' },
  alerte: { icon: 'alert', word: 'Attention' },
};

/** A remark with a word and a drawing, so that its tone is not told by colour alone. */
export function Notice({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  const { icon, word } = MARKS[tone];
  return (
    <div className={`avis ${tone}`}>
      <Icon name={icon} />
      <div>
        <strong>{word}</strong>
        {children}
      </div>
    </div>
  );
}

export function FlashNotice({ flash }: { readonly flash: Flash }) {
  return (
    <div role="status" className={classes.flash}>
      <Notice tone={flash.tone}>
        <p>{flash.text}</p>
      </Notice>
    </div>
  );
}

type ErrorSummaryProps = {
  /** By field name; `formulaire` concerns the whole form and leads nowhere. */
  readonly errors: Readonly<Record<string, string>>;
  /** Where a field's id is not the usual one. */
  readonly ids?: Readonly<Record<string, string>>;
  /** A page never holds what was typed in a password field: whether one stood beside other fields, or alone. */
  readonly password?: 'beside' | 'alone';
};

const KEPT = 'Rien n’est perdu : ce que vous avez écrit est toujours là.';
const KEPT_BUT_PASSWORD = {
  beside: 'Rien n’est perdu, sauf le mot de passe, à retaper.',
  alone: 'Par prudence, un mot de passe ne reste pas à l’écran : il est à retaper.',
} as const;

/** The faults of a form, on top of it; takes the focus so that nobody misses them. Nothing when there are none. */
export function ErrorSummary({ errors, ids, password }: ErrorSummaryProps) {
  const faults = Object.entries(errors);
  if (faults.length === 0) return null;
  return (
    <div className={`avis alerte ${classes.faults}`} role="alert" tabIndex={-1} autoFocus id="fautes">
      <Icon name="alert" />
      <div>
        <strong>{faults.length === 1 ? 'Un point est à revoir' : `${faults.length} points sont à revoir`}</strong>
        <p>{password ? KEPT_BUT_PASSWORD[password] : KEPT}</p>
        <ul>
          {faults.map(([name, text]) => (
            <li key={name}>{name === 'formulaire' ? text : <a href={`#${ids?.[name] ?? fieldId(name)}`}>{text}</a>}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
