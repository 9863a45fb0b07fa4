import { Fragment } from 'react';
import { once } from '~/ui/once';
import { href } from '~/urls';

export const SIZES = { 1: 'Normale', 2: 'Grande', 3: 'Plus grande', 4: 'Très grande' } as const;
export const THEMES = { clair: 'Clair', sombre: 'Sombre', contraste: 'Contrasté' } as const;
export type Size = keyof typeof SIZES;
export type Theme = keyof typeof THEMES;

/** A stored size, or the site’s own when it is none of the four. */
export function sizeOf(value: number): Size {
  return value === 2 || value === 3 || value === 4 ? value : 1;
}

/** What the member has chosen. Without a theme the page follows the device. */
export type Comfort = { readonly taille: Size; readonly theme: Theme | null };

type ComfortFormProps = {
  readonly comfort: Comfort;
  /** The path to come back to. */
  readonly retour: string;
};

/** Text size and theme. Each press is a choice and brings the reader back to the same page. */
export function ComfortForm({ comfort, retour }: ComfortFormProps) {
  return (
    <form method="post" noValidate action={href('comfort')} className="confort">
      <input type="hidden" name="retour" value={retour} />
      <fieldset {...sizes({ size: comfort.taille })} /> <fieldset {...themes({ theme: comfort.theme })} />
    </form>
  );
}

/** The four sizes in the open, for the first page one sees: whoever reads badly does not look for a menu. */
export function SizeForm({ comfort, retour }: ComfortFormProps) {
  return (
    <form method="post" noValidate action={href('comfort')} className="confort tailles">
      <input type="hidden" name="retour" value={retour} />
      <fieldset {...sizes({ size: comfort.taille })} />
    </form>
  );
}

const sizes = once(({ size }: { readonly size: Size }) => (
  <>
    <legend>Taille du texte</legend>
    <ChoiceButtons name="taille" choices={SIZES} current={String(size)} />
  </>
));

const themes = once(({ theme }: { readonly theme: Theme | null }) => (
  <>
    <legend>Couleurs de la page</legend>
    <ChoiceButtons name="theme" choices={THEMES} current={theme} />
  </>
));

type ChoiceButtonsProps = {
  readonly name: 'taille' | 'theme';
  readonly choices: Readonly<Record<string, string>>;
  readonly current: string | null;
};

function ChoiceButtons({ name, choices, current }: ChoiceButtonsProps) {
  return Object.entries(choices).map(([value, label]) => (
    <Fragment key={value}>
      {' '}
      <button type="submit" name={name} value={value} aria-pressed={value === current}>
        {label}
      </button>
    </Fragment>
  ));
}
